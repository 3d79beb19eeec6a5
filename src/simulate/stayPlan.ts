/** The plan of one stay: when it ends and why, its legal statuses, and the days on the way to adoption. */
import { addDays, ageOn, birthday, earlier, later, type LocalDate } from '../core/time/localDate.ts'
import type { AdoptionStages } from './benchmarks.ts'
import { goesToCourt, type Course } from './courses.ts'
import { byAgreement, throughCourt, type LegalChange } from './legal.ts'
import { happens, spread, weighted, whole, type Chance } from './random.ts'
import { beforeTheSeam } from './person.ts'

/** The way to adoption, as far as it went. Every day present lies inside the stay. */
export interface AdoptionPath {
  readonly decidedOn: LocalDate
  /** Null when no adopters were found. */
  readonly matchedOn: LocalDate | null
  readonly placedOn: LocalDate | null
  /** Adopted, or placed, with the carer they already lived with. */
  readonly byCarer: 'no' | 'early permanence' | 'foster carer'
  /** Placed by consent rather than under a placement order. */
  readonly byConsent: boolean
  /** Day a placement for adoption broke down, when it did. */
  readonly disruptedOn: LocalDate | null
  readonly reversedOn: LocalDate | null
  readonly reasonReversed: string | null
}

export interface StayPlan {
  readonly course: Course
  readonly from: LocalDate
  readonly to: LocalDate
  /** Why it ends; `at 18` is told by where the child then lives. */
  readonly reason: string | 'at 18'
  readonly legal: readonly LegalChange[]
  /** Day the court decided; null without proceedings. */
  readonly finalOrder: LocalDate | null
  readonly adoption: AdoptionPath | null
  readonly fromAbroad: boolean
}

export interface StayAsked {
  readonly course: Course
  readonly from: LocalDate
  readonly bornOn: LocalDate
  readonly fromAbroad: boolean
  readonly stages: AdoptionStages
}

const clamp = (days: number, least: number, most: number): number => Math.min(most, Math.max(least, days))

/** Draws the plan. Whatever the course, a stay ends at the latest on the 18th birthday. */
export function planStay(chance: Chance, asked: StayAsked): StayPlan {
  const { course, from, bornOn, fromAbroad } = asked
  const adult = birthday(bornOn, 18)
  const age = ageOn(bornOn, from)
  if (course === 'adoption' || course === 'order unmatched') return towardsAdoption(chance, asked, adult)
  const court = !fromAbroad && happens(chance, goesToCourt(course, age)) ? throughCourt(chance, from) : null
  const finalOrder = court?.finalOrder ?? null
  const { end, reason, afterOrder } = ending(chance, { course, from, finalOrder, age, fromAbroad, adult })
  const to = beforeTheSeam(earlier(later(end, addDays(from, 5)), adult))
  const legal: LegalChange[] = court === null ? [...opening(chance, course, from, fromAbroad)] : [...court.changes]
  if (finalOrder !== null && afterOrder !== null) legal.push({ on: finalOrder, status: afterOrder })
  return {
    course, from, to, finalOrder, adoption: null, fromAbroad,
    reason: to >= adult ? 'at 18' : reason,
    legal: legal.filter(({ on }) => on < to),
  }
}

function opening(chance: Chance, course: Course, from: LocalDate, fromAbroad: boolean): readonly LegalChange[] {
  return course === 'remand' ? [{ on: from, status: 'J1' }] : byAgreement(chance, from, fromAbroad)
}

interface Ending {
  readonly end: LocalDate
  readonly reason: string
  /** Legal status after the final order when the stay goes on. */
  readonly afterOrder: string | null
}

function ending(
  chance: Chance,
  stay: {
    readonly course: Course
    readonly from: LocalDate
    readonly finalOrder: LocalDate | null
    readonly age: number
    readonly fromAbroad: boolean
    readonly adult: LocalDate
  },
): Ending {
  const { course, from, age, adult } = stay
  const ordered = stay.finalOrder ?? from
  const after = (median: number, sigma: number, least: number, most: number): LocalDate =>
    addDays(from, clamp(spread(chance, median, sigma), least, most))
  switch (course) {
    case 'brief': {
      const reason = weighted(chance, [['E4A', 66], ['E4B', 17], ['E13', 17]] as const)
      return { end: after(age < 10 ? 75 : 60, 0.95, 3, 420), reason, afterOrder: null }
    }
    case 'home':
      return { end: ordered, reason: 'E4A', afterOrder: null }
    case 'home under order':
      return { end: addDays(ordered, clamp(spread(chance, 700, 0.6), 120, 2600)), reason: 'E4A', afterOrder: 'C2' }
    case 'arrangements':
    case 'guardianship': {
      const reason = course === 'guardianship' ? 'guardianship' : 'E41'
      // A quarter wait under a care order until the family's assessment or support is settled.
      return happens(chance, 0.25)
        ? { end: addDays(ordered, clamp(spread(chance, 300, 0.6), 60, 1200)), reason, afterOrder: 'C2' }
        : { end: ordered, reason, afterOrder: null }
    }
    case 'late guardianship':
      return { end: addDays(ordered, clamp(spread(chance, 1000, 0.5), 300, 3000)), reason: 'guardianship', afterOrder: 'C2' }
    case 'late home': {
      const reason = weighted(chance, [['E4A', 62], ['E4B', 30], ['E13', 8]] as const)
      return { end: addDays(ordered, clamp(spread(chance, 900, 0.6), 150, 3600)), reason, afterOrder: 'C2' }
    }
    case 'another authority':
      return { end: addDays(ordered, clamp(spread(chance, stay.fromAbroad ? 60 : 300, 0.7), 14, 1500)), reason: 'E3', afterOrder: 'C2' }
    case 'other': {
      const reason = stay.fromAbroad
        ? weighted(chance, [['E15', 55], ['E8', 40], ['E16', 5]] as const)
        : weighted(chance, [['E8', 55], ['E13', 32], ['E9', 7], ['E16', 3], ['E2', 3]] as const)
      return { end: after(150, 0.9, 6, 900), reason, afterOrder: null }
    }
    case 'remand':
      return { end: after(55, 0.7, 7, 250), reason: weighted(chance, [['E14', 60], ['E9', 40]] as const), afterOrder: null }
    case 'long term':
    case 'adoption':
    case 'order unmatched':
      return { end: adult, reason: 'at 18', afterOrder: 'C2' }
  }
}

/**
 * Entry, decision, placement order, match, move, adoption order, with England's average months for each stage by age
 * on entry. The decision comes before the placement order, and that before the match (rules 554, 333 and 331).
 */
function towardsAdoption(chance: Chance, asked: StayAsked, adult: LocalDate): StayPlan {
  const { course, from, bornOn, stages } = asked
  const band = Math.min(7, ageOn(bornOn, from))
  const stage = (months: readonly (number | null)[], sigma: number, least: number): number =>
    Math.max(least, spread(chance, (months[band] ?? 1) * 30.4 * 0.95, sigma))
  const byConsent = course === 'adoption' && happens(chance, 0.03)
  const decidedOn = addDays(from, Math.max(50, stage(stages.entryToDecision, 0.3, 50)))
  // The placement order closes the care proceedings, some weeks after the decision it rests on.
  const orderedOn = addDays(decidedOn, whole(chance, 6, 60))
  const court = throughCourt(chance, from)
  const legal = byConsent
    ? [{ on: from, status: 'V2' }]
    : [...court.changes.filter(({ on }) => on < addDays(orderedOn, -90)), { on: orderedOn, status: 'E1' }]
  // Proceedings that would begin too late to reach the order in time begin at once instead.
  if (!byConsent && !legal.some(({ status }) => status === 'C1')) {
    legal.splice(0, legal.length, { on: from, status: 'C1' }, { on: orderedOn, status: 'E1' })
  }
  const shared = { course, from, fromAbroad: false, finalOrder: byConsent ? null : orderedOn }
  if (course === 'order unmatched') return givenUp(chance, { ...shared, legal, decidedOn, orderedOn, adult })
  const byCarer = byConsent ? 'no' : weighted(chance, [['no', band <= 1 ? 78 : 90], ['early permanence', band <= 1 ? 17 : 2], ['foster carer', 6]] as const)
  const wait = byCarer === 'no' ? 1 : 0.55
  const matchedOn = later(
    addDays(decidedOn, Math.round(wait * stage(stages.decisionToMatch, 0.55, 40))),
    addDays(orderedOn, whole(chance, 7, 40)),
  )
  const placedOn = addDays(matchedOn, byCarer === 'no' ? Math.max(10, spread(chance, 30, 0.4)) : whole(chance, 1, 20))
  const adoptedOn = beforeTheSeam(addDays(placedOn, stage(stages.placedToAdopted, 0.4, 75)))
  const to = earlier(adoptedOn, addDays(adult, -200))
  return {
    ...shared, to, legal,
    reason: byConsent ? 'E11' : weighted(chance, [['E11', 25], ['E12', 75]] as const),
    adoption: {
      decidedOn, matchedOn, placedOn, byCarer, byConsent, disruptedOn: null, reversedOn: null, reasonReversed: null,
    },
  }
}

function givenUp(
  chance: Chance,
  plan: {
    readonly course: Course
    readonly from: LocalDate
    readonly fromAbroad: boolean
    readonly finalOrder: LocalDate | null
    readonly legal: readonly LegalChange[]
    readonly decidedOn: LocalDate
    readonly orderedOn: LocalDate
    readonly adult: LocalDate
  },
): StayPlan {
  const { decidedOn, orderedOn, adult, legal, ...shared } = plan
  const way = weighted(chance, [['no adopters', 62], ['no order made', 20], ['disrupted', 18]] as const)
  const matchedOn = way === 'disrupted' ? addDays(orderedOn, whole(chance, 60, 400)) : null
  const placedOn = matchedOn === null ? null : addDays(matchedOn, whole(chance, 14, 45))
  const disruptedOn = placedOn === null ? null : addDays(placedOn, whole(chance, 60, 240))
  const reversedOn =
    way === 'no order made' ? orderedOn
    : disruptedOn === null ? addDays(orderedOn, clamp(spread(chance, 560, 0.4), 200, 1300))
    : addDays(disruptedOn, whole(chance, 40, 200))
  // After the reversal half go to family, the others stay in care.
  const guardians = happens(chance, 0.35)
  const to = beforeTheSeam(guardians ? addDays(reversedOn, whole(chance, 120, 600)) : adult)
  // On one day with the reversal: a placement order that outlived the decision it rests on would break rule 553.
  const careOrder = { on: reversedOn, status: 'C2' }
  return {
    ...shared,
    to,
    reason: guardians ? 'guardianship' : 'at 18',
    legal: [...(way === 'no order made' ? legal.filter(({ status }) => status !== 'E1') : legal), careOrder]
      .filter(({ on }) => on < to),
    adoption: {
      decidedOn, matchedOn, placedOn, byCarer: 'no', byConsent: false, disruptedOn, reversedOn,
      reasonReversed: way === 'no order made' ? 'RD2' : way === 'disrupted' ? 'RD1' : 'RD3',
    },
  }
}
