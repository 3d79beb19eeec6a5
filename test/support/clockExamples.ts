/** Worked examples of clocks: an invented child in, one short line for each occurrence out. */
import bankHolidays from '../../rules/bank-holidays.json' with { type: 'json' }
import type { ClockContext, ClockRule, Occurrence } from '../../src/core/clocks/clock.ts'
import { daysNotHeld, outcomeAsAt } from '../../src/core/clocks/engine.ts'
import { deriveHistory } from '../../src/core/history/deriveHistory.ts'
import { permanenceEvidence } from '../../src/core/permanence/deriveEvidence.ts'
import { formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { workingCalendar } from '../../src/core/time/workingDays.ts'
import { childFacts, type GivenChild } from './facts.ts'

/** The calendar that ships with Holdfast. */
export const calendar = workingCalendar(
  bankHolidays.holidays.map(({ on, name }) => ({ on: isoDate(on), name })),
  isoDate(bankHolidays.from),
  isoDate(bankHolidays.to),
)

/** Everything held, a stable home within 14 months of entry. */
export const context: ClockContext = { calendar, policy: { stableHome: { from: 'entry to care', months: 14 } } }

/** As `context`, where only these collection years are held. */
export function heldOnly(...years: readonly number[]): ClockContext {
  return { ...context, notHeld: daysNotHeld(years) }
}

/** The occurrences of one rule for an invented child. */
export function occurrencesFor(rule: ClockRule, given: GivenChild, around: ClockContext = context): readonly Occurrence[] {
  const history = deriveHistory(childFacts(given))
  return rule.occurrences(history, permanenceEvidence(history), around)
}

/**
 * `period.sequence trigger > due ending`: `1.1 2025-03-03 > 2025-03-31 met 2025-03-31`. `?` for a day not known. A
 * clock that was met says met or late, as the outcome on that day is. One that only an 18th birthday after the end of the
 * bank holiday table would stop is `open`.
 */
export function line(occurrence: Occurrence): string {
  const { periodNumber, sequence, trigger, dueOn, ending } = occurrence
  const counted = `${periodNumber}.${sequence} ${trigger === null ? '?' : formatIso(trigger.on)} > ${dueOn === null ? '?' : formatIso(dueOn)}`
  if (ending.kind === 'open' || (ending.kind === 'not required' && ending.by.on > calendar.to)) return `${counted} open`
  if (ending.kind === 'met') {
    const told = laterOf(ending.by.on, trigger?.on)
    return `${counted} ${outcomeAsAt({ ...occurrence, appliesFrom: told }, told)} ${formatIso(ending.by.on)}`
  }
  return ending.by === null ? `${counted} ${ending.kind}` : `${counted} ${ending.kind} ${formatIso(ending.by.on)}`
}

const laterOf = <T extends number>(a: T, b: T | undefined): T => (b === undefined || a >= b ? a : b)

/** One line for each occurrence. */
export function lines(rule: ClockRule, given: GivenChild, around: ClockContext = context): readonly string[] {
  return occurrencesFor(rule, given, around).map(line)
}

/** A worked example: what it shows, the child, the lines to expect, and what is held when not everything. */
export type Example = readonly [shows: string, child: GivenChild, expected: readonly string[], around?: ClockContext]
