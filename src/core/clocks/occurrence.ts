/** Making one occurrence of a rule: the version, the due date, the note. */
import type { LocalDate } from '../time/localDate.ts'
import type { ClockContext, ClockRule, Ending, Happening, Occurrence, Span } from './clock.ts'
import { dueDate } from './dueDate.ts'
import { versionOn } from './versions.ts'

/** Where an occurrence stands in the child's care. */
export interface Place {
  readonly periodNumber: number
  readonly sequence: number
}

export const beforeFirstVersion =
  'It began before the first version of the rule that Holdfast knows, and is judged by that version for comparison.'

/** Two remarks, either of which may be none. */
export function bothNotes(one: string | null, other: string | null): string | null {
  if (one === null) return other
  return other === null ? one : `${one} ${other}`
}

/**
 * An occurrence whose trigger is known. `ending` may ask for the due date, where leaving before it is one thing and
 * after it another. `span` overrides the version's where local policy sets it.
 */
export function occurrenceFrom(
  rule: ClockRule,
  place: Place,
  trigger: Happening,
  context: ClockContext,
  ending: Ending | ((dueOn: LocalDate | null) => Ending),
  note: string | null = null,
  span?: Span,
): Occurrence {
  const version = versionOn(rule.versions, trigger.on)
  const counted = span ?? version.span
  const dueOn = dueDate(trigger.on, counted, context.calendar)
  return {
    rule: rule.id,
    version: version.version,
    sequence: place.sequence,
    periodNumber: place.periodNumber,
    trigger,
    span: counted,
    dueOn,
    ending: typeof ending === 'function' ? ending(dueOn) : ending,
    note: trigger.on < version.validFrom ? bothNotes(note, beforeFirstVersion) : note,
  }
}

/** An occurrence of which the day it is counted from is not in the facts. `since` is the first day on which it ran. */
export function occurrenceWithoutStart(
  rule: ClockRule,
  place: Place,
  since: Happening,
  because: string,
  span?: Span,
): Occurrence {
  const version = versionOn(rule.versions, since.on)
  return {
    rule: rule.id,
    version: version.version,
    sequence: place.sequence,
    periodNumber: place.periodNumber,
    trigger: null,
    span: span ?? version.span,
    dueOn: null,
    ending: { kind: 'cannot tell', because, by: since },
    note: null,
  }
}

export const entryNotHeld =
  'The child was in care before the first episode held, so the day of coming into care is not known.'
