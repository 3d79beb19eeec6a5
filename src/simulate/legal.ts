/** How the legal status of a stay changes: police protection, section 20, interim and final orders. */
import { addDays, type LocalDate } from '../core/time/localDate.ts'
import { spread, weighted, whole, type Chance } from './random.ts'

/** A legal status code from a day on, until the next. */
export interface LegalChange {
  readonly on: LocalDate
  readonly status: string
}

export interface Proceedings {
  readonly changes: readonly LegalChange[]
  /** Day the court decides. */
  readonly finalOrder: LocalDate
}

/**
 * Comes into care by way of the court: police protection (at most 72 hours), an emergency protection order (at most
 * 21 days), section 20 for a while, or an interim care order at once. Proceedings should take 26 weeks (Children Act
 * 1989 s.32); they take between about 20 and 80, half of them longer than 38.
 */
export function throughCourt(chance: Chance, from: LocalDate): Proceedings {
  const way = weighted(chance, [['C1', 56], ['V2', 30], ['L1', 11.5], ['L2', 2.5]] as const)
  const before =
    way === 'L1' ? whole(chance, 1, 3)
    : way === 'L2' ? whole(chance, 5, 14)
    : way === 'V2' ? Math.min(400, Math.max(8, spread(chance, 70, 0.8)))
    : 0
  const issued = addDays(from, before)
  const changes: LegalChange[] = before > 0 ? [{ on: from, status: way }] : []
  changes.push({ on: issued, status: 'C1' })
  return { changes, finalOrder: addDays(issued, Math.min(560, Math.max(140, spread(chance, 266, 0.3)))) }
}

/** Accommodated with the parents' agreement (section 20), some after a night under police protection. */
export function byAgreement(chance: Chance, from: LocalDate, fromAbroad: boolean): readonly LegalChange[] {
  const police = !fromAbroad && chance.next() < 0.11
  return police
    ? [{ on: from, status: 'L1' }, { on: addDays(from, whole(chance, 1, 3)), status: 'V2' }]
    : [{ on: from, status: 'V2' }]
}
