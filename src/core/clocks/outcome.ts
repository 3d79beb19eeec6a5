/** How a clock stood on a day. */
import type { LocalDate } from '../time/localDate.ts'
import type { Occurrence, Outcome } from './clock.ts'

/**
 * The outcome as at the close of a day; null when the clock had not started. What happened after that day had not
 * happened yet: the clock was still open then, due or overdue.
 *
 * The store asks the same of its rows in SQL; this is the definition. With `ended` the day of `ending.by`:
 * - not started: the trigger, or for want of one `ended`, lies after the day, or `appliesFrom` does;
 * - ended on or before the day, or an ending without a day: `met` gives met or late, the rest their own name;
 * - else due while the day is not past the due date, overdue after it.
 * Met on the due date is in time. A clock that stops is never late, also when it stops after its date (domain 1.0,
 * rule 10). Without a due date only a stop or a refusal can be told.
 */
export function outcomeAsAt(occurrence: Occurrence, today: LocalDate): Outcome | null {
  const { trigger, dueOn, ending } = occurrence
  const ended = ending.kind === 'open' ? null : ending.by
  if (occurrence.appliesFrom !== undefined && today < occurrence.appliesFrom) return null
  if (trigger === null) return ended !== null && today < ended.on ? null : 'cannot tell yet'
  if (today < trigger.on) return null
  if (ending.kind !== 'open' && (ended === null || ended.on <= today)) {
    switch (ending.kind) {
      case 'met': return dueOn === null ? 'cannot tell yet' : ending.by.on <= dueOn ? 'met' : 'late'
      case 'not required': return 'not required'
      case 'refused': return 'refused'
      case 'cannot tell': return 'cannot tell yet'
    }
  }
  if (dueOn === null) return 'cannot tell yet'
  return dueOn < today ? 'overdue' : 'due'
}
