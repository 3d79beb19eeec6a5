/** The assessment for a pathway plan, 3 months after becoming an eligible child (CPPCR 2010 regs 40, 42; domain 1.9). */
import type { CareHistory } from '../../history/careHistory.ts'
import { addDays, birthday, isoDate, later } from '../../time/localDate.ts'
import type { ClockRule, Happening } from '../clock.ts'
import { occurrenceFrom } from '../occurrence.ts'
import { periodsOfCare, stopOf, untold } from '../stops.ts'

/** 13 weeks. */
const daysInCare = 91

export const pathwayNotInReturn = 'The return does not hold pathway assessments.'
export const mayBeEligibleEarlier =
  'The child was in care before the first episode held, so the 13 weeks may have been reached earlier: the true date is this one or an earlier one.'

export interface Eligible {
  readonly periodNumber: number
  readonly by: Happening
  /** True when care before a period whose start is not held may have made the child eligible earlier. */
  readonly maybeEarlier: boolean
}

/**
 * When a child became eligible: the first day in care, at 16 or over, on which they had been looked after for 13 weeks
 * since their 14th birthday. All periods of care count together, whole days, short breaks left out (reg 40). Null
 * without a date of birth or before it happens.
 */
export function becameEligible(history: CareHistory): Eligible | null {
  const { bornOn } = history
  if (bornOn === null) return null
  const fourteenth = birthday(bornOn, 14)
  const sixteenth = birthday(bornOn, 16)
  const adult = birthday(bornOn, 18)
  let days = 0
  let unknown = false
  for (const period of periodsOfCare(history)) {
    if (period.to !== null && period.to <= fourteenth) continue
    const from = later(period.from, fourteenth)
    unknown ||= !period.startKnown && period.from > fourteenth
    const reached = addDays(from, Math.max(0, daysInCare - days))
    const on = later(reached, later(sixteenth, from))
    if ((period.to === null || on < period.to) && on < adult) {
      const at16 = on === sixteenth && period.from < sixteenth
      return {
        periodNumber: period.number,
        by: {
          on,
          factId: at16 ? (history.facts.child_details[0]?.factId ?? null) : (period.episodes[0]?.factId ?? null),
          what: at16 ? 'turned 16 in care' : reached > from ? 'had been in care for 13 weeks since turning 14' : 'came back into care at 16 or over, after 13 weeks in care since turning 14',
        },
        maybeEarlier: unknown && on > sixteenth,
      }
    }
    if (period.to !== null) days += period.to - from
  }
  return null
}

/**
 * One for a child. Leaving care does not close it: the authority's duty to a relevant child goes on (CLR 2010), and the
 * return no longer shows the child. Turning 18 or dying by the due date does.
 */
export const pathwayAssessment: ClockRule = {
  id: 'pathway-assessment',
  title: 'Pathway assessment',
  words: 'The needs of an eligible child must be assessed not more than 3 months after the 16th birthday, or after the later day of becoming eligible.',
  strength: 'statute',
  mark: 'V',
  completedBy: 'a completed assessment of needs for the pathway plan',
  permanence: false,
  versions: [{
    version: 1,
    validFrom: isoDate('2011-04-01'),
    validTo: null,
    citation: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 40 and 42',
    span: { unit: 'months', count: 3 },
  }],
  occurrences: (history, _evidence, context) => {
    const eligible = becameEligible(history)
    const period = history.periods.find(({ number }) => number === eligible?.periodNumber)
    if (eligible === null || period === undefined) return []
    const end = stopOf(history, period)
    const adult = history.bornOn === null ? null : birthday(history.bornOn, 18)
    const closes = end !== null && (end.on === adult || period.endReason === 'E2') ? end
      : adult === null ? null
        : { on: adult, factId: history.facts.child_details[0]?.factId ?? null, what: 'turned 18' }
    const place = { periodNumber: period.number, sequence: 1 }
    const note = eligible.maybeEarlier ? mayBeEligibleEarlier : null
    return [
      occurrenceFrom(pathwayAssessment, place, eligible.by, context, (dueOn) => untold(dueOn, closes, pathwayNotInReturn), note),
    ]
  },
}
