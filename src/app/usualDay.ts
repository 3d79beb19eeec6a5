/** The day that a question is about when nobody named one. */
import { collectionYearEnd, earlier, type LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/**
 * Today, or the last day that the returns held reach to, whichever is earlier. After that day nothing has been reported:
 * every clock would seem late, and nobody would know that it only seems so.
 */
export async function usualDay(work: Work): Promise<LocalDate> {
  const years = await work.imports.yearsHeld()
  return years.length === 0 ? work.today : earlier(work.today, collectionYearEnd(Math.max(...years)))
}
