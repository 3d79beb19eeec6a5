/** A stable home within 14 months of coming into care: local policy (Havering; domain 1.5 stable-home-14m). */
import type { CareHistory, PeriodOfCare } from '../../history/careHistory.ts'
import type { PermanenceEvidence } from '../../permanence/evidence.ts'
import { isoDate } from '../../time/localDate.ts'
import type { ClockRule, Happening, Occurrence } from '../clock.ts'
import { firstMeantToLast } from '../homes.ts'
import { entryNotHeld, occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { cameIntoCare, periodsOfCare, stopOf, stopped, wasInCare } from '../stops.ts'

export const countedFromEntry =
  'The policy counts from when the child first needed help, which the return does not hold. Counted from coming into care, so the true date is this one or an earlier one.'

/** The first day on which the child had permanence, or lived in the home meant to be permanent. */
function stableFrom(history: CareHistory, evidence: PermanenceEvidence, period: PeriodOfCare): Happening | null {
  let first = firstMeantToLast(history, period)
  for (const { periodNumber, on, factId } of evidence.achieved) {
    if (periodNumber === period.number && (first === null || on < first.on)) first = { on, factId, what: 'reached permanence' }
  }
  return first
}

/** One for each period of care, unless the authority's policy does not use it. Its months are the policy's. */
export const stableHome: ClockRule = {
  id: 'stable-home-14m',
  title: 'Stable home',
  words: 'The child should have a stable home, permanence or the home meant to be permanent, within 14 months at most.',
  strength: 'local policy',
  mark: 'UNCERTAIN',
  completedBy: 'permanence, a long-term match or a placement for adoption',
  permanence: true,
  versions: [{
    version: 1,
    validFrom: isoDate('1990-01-01'),
    validTo: null,
    citation: "Local policy, after the London Borough of Havering's permanency statement",
    span: { unit: 'months', count: 14 },
  }],
  occurrences: (history, evidence, context) => {
    if (context.policy.stableHome.from === 'not used') return []
    const found: Occurrence[] = []
    const span = { unit: 'months', count: context.policy.stableHome.months } as const
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      const place = { periodNumber: period.number, sequence: 1 }
      if (!period.startKnown) found.push(occurrenceWithoutStart(stableHome, place, wasInCare(period), entryNotHeld, span))
      else if (stop === null || period.from < stop.on) {
        const stable = stableFrom(history, evidence, period)
        const ending = stable !== null && (stop === null || stable.on <= stop.on) ? { kind: 'met', by: stable } as const : stopped(stop)
        found.push(occurrenceFrom(stableHome, place, cameIntoCare(period), context, ending, countedFromEntry, span))
      }
    }
    return found
  },
}
