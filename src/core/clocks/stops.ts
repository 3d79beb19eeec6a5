/** What starts and stops a child's clocks: coming into care, leaving it, turning 18 (domain 1.0, rules 9 and 10). */
import type { CareHistory, PeriodOfCare } from '../history/careHistory.ts'
import { addDays, birthday, type LocalDate } from '../time/localDate.ts'
import type { Ending, Happening } from './clock.ts'

/** Periods that count: a series of short breaks gives none of these clocks (CPPCR reg 48 has its own, not in a return). */
export function periodsOfCare(history: CareHistory): readonly PeriodOfCare[] {
  const { periods } = history
  for (const period of periods) if (period.kind !== 'care') return periods.filter(({ kind }) => kind === 'care')
  return periods
}

/** Day 0 of a period: its first episode. Only a start when `startKnown`. */
export function cameIntoCare(period: PeriodOfCare): Happening {
  return { on: period.from, factId: period.episodes[0]?.factId ?? null, what: 'came into care' }
}

/** In place of a start that the return does not hold. */
export function wasInCare(period: PeriodOfCare): Happening {
  return { on: period.from, factId: period.episodes[0]?.factId ?? null, what: 'was already in care' }
}

const ways: Readonly<Record<string, string>> = {
  E11: 'was adopted',
  E12: 'was adopted',
  E2: 'died',
  E3: 'came into the care of another authority',
  E4A: 'returned home',
  E4B: 'returned home',
  E13: 'left care to live with someone without parental responsibility',
  E41: 'left care under a child arrangements order',
  E43: 'left care under a special guardianship order',
  E44: 'left care under a special guardianship order',
  E45: 'left care under a special guardianship order',
  E46: 'left care under a special guardianship order',
  E47: 'left care under a special guardianship order',
  E48: 'left care under a special guardianship order',
  E5: 'left care to live independently',
  E6: 'left care to live independently',
  E7: 'moved to adult social care',
  E9: 'left care for custody',
  E14: 'left care when the remand ended',
  E15: 'was found to be 18 or over',
  E16: 'moved abroad',
  E17: 'left care at 18 and stayed with the carers',
}

/** How and when the period ended; null while it is open. */
export function leftCare(period: PeriodOfCare): Happening | null {
  if (period.to === null) return null
  return {
    on: period.to,
    factId: period.episodes[period.episodes.length - 1]?.factId ?? null,
    what: (period.endReason === null ? undefined : ways[period.endReason]) ?? 'left care',
  }
}

/** The end of the child's clocks of a period: leaving care or the 18th birthday, whichever comes first. */
export function stopOf(history: CareHistory, period: PeriodOfCare): Happening | null {
  const left = leftCare(period)
  if (history.bornOn === null) return left
  const adult = birthday(history.bornOn, 18)
  if (left !== null && left.on <= adult) return left
  // A birthday before the first day is a date of birth that does not fit; the 903 rules say so, clocks only stop.
  return { on: adult, factId: history.facts.child_details[0]?.factId ?? null, what: 'turned 18' }
}

/** The ending that a stop makes, or still open. */
export function stopped(stop: Happening | null): Ending {
  return stop === null ? open : { kind: 'not required', by: stop }
}

const open: Ending = { kind: 'open' }

/**
 * The ending of a clock whose completion no return holds. Up to its due date it is simply due; a stop by then closes
 * it; after that day nobody can tell from the facts whether it was kept.
 */
export function untold(dueOn: LocalDate | null, stop: Happening | null, because: string): Ending {
  if (stop !== null && dueOn !== null && stop.on <= dueOn) return { kind: 'not required', by: stop }
  const by = dueOn === null ? null : { on: addDays(dueOn, 1), factId: null, what: 'had passed the date' }
  return { kind: 'cannot tell', because, by }
}
