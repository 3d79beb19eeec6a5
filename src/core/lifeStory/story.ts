/** How a child's life story work stands, from what is written down. */
import { later, type LocalDate } from '../time/localDate.ts'
import { addWorkingDays, type WorkingCalendar } from '../time/workingDays.ts'
import type { StoryItem, StoryWork } from './records.ts'

/** Working days after the adoption celebration hearing by which the finished book and the later life letter are handed over. */
const AFTER_CELEBRATION = 10

export interface StorySummary {
  readonly items: number
  /** The first thing begun; null when nothing is kept. */
  readonly begunOn: LocalDate | null
  /** The newest day on which something was begun or added to. */
  readonly addedOn: LocalDate | null
  /** Null when nobody said how the work stands. */
  readonly work: Pick<StoryWork['values'], 'state' | 'since' | 'askAgainOn' | 'bookBegunOn' | 'bookGivenOn'> | null
}

/** The summary of one child's records. */
export function summaryOfStory(items: readonly StoryItem[], work: StoryWork | undefined): StorySummary {
  const begun = items.map(({ values }) => values.startedOn)
  const added = items.map(({ values }) => later(values.startedOn, values.addedOn ?? values.startedOn))
  return {
    items: items.length,
    begunOn: begun.toSorted((a, b) => a - b)[0] ?? null,
    addedOn: added.toSorted((a, b) => b - a)[0] ?? null,
    work: work === undefined ? null : work.values,
  }
}

/** Newest first, by the day on which each was last added to. */
export function sortedItems(items: readonly StoryItem[]): readonly StoryItem[] {
  const last = ({ values: { startedOn, addedOn } }: StoryItem): number => later(startedOn, addedOn ?? startedOn)
  return items.toSorted((a, b) => last(b) - last(a) || (a.recordId < b.recordId ? -1 : 1))
}

/**
 * The day by which the finished book and the later life letter are due: 10 working days after the adoption celebration hearing
 * (adoption statutory guidance 2013, chapter 5; five councils' manuals). Null when no hearing is written down, or the calendar
 * does not reach so far: never a guess.
 */
export function handedOverBy(celebrationOn: LocalDate | null, calendar: WorkingCalendar): LocalDate | null {
  if (celebrationOn === null) return null
  const due = addWorkingDays(calendar, celebrationOn, AFTER_CELEBRATION)
  return due.kind === 'date' ? due.date : null
}
