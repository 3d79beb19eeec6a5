/** Whether what was worked out from the postcodes differs between the years. */

/** Two things worked out; where one of them cannot be, it is the rules about postcodes that say so, and nothing is compared. */
export function differ<T>(now: T | null, before: T | null): boolean {
  return now !== null && before !== null && now !== before
}
