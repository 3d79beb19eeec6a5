/** The DfE's codes of rules: 142, 503A, SW05STG1. */

/** Puts codes in the order of their numbers, then their letters; those that begin with a letter come last. */
export function inCodeOrder(a: string, b: string): number {
  const [one, other] = [Number.parseInt(a, 10), Number.parseInt(b, 10)]
  if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1
  if (!Number.isNaN(one) && one !== other) return one - other
  return a < b ? -1 : a > b ? 1 : 0
}
