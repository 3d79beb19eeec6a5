/** Ids in addresses. */

/** Whether text has the shape of our ids, so that no store is asked about anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
