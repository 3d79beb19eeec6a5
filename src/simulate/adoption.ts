/** Decisions that a child should be placed for adoption, adoptions, and orders depriving a child of liberty. */
import { addDays, birthday, isoDate, later, type LocalDate } from '../core/time/localDate.ts'
import type { Life, Values } from './life.ts'
import { happens, weighted, whole, type Chance, type Weighted } from './random.ts'
import type { StayPlan } from './stayPlan.ts'

interface Adopters {
  readonly number: string
  readonly sex: string
  readonly status: string
}

/** Number, sex and legal status agree with each other (rules 511, 514, 517 to 520 and 524). */
const adopters: Weighted<Adopters> = [
  [{ number: '2', sex: 'MF', status: 'L11' }, 62], [{ number: '2', sex: 'MF', status: 'L3' }, 12],
  [{ number: '2', sex: 'MM', status: 'L12' }, 6], [{ number: '2', sex: 'FF', status: 'L12' }, 3],
  [{ number: '2', sex: 'MM', status: 'L2' }, 2], [{ number: '2', sex: 'FF', status: 'L4' }, 2],
  [{ number: '1', sex: 'F1', status: 'L0' }, 12], [{ number: '1', sex: 'M1', status: 'L0' }, 1],
]

/** What the return holds of the way to adoption. A decision lasts until it is reversed; an adopted child's never is. */
export function adoptionFacts(chance: Chance, plans: readonly StayPlan[]): Pick<Life, 'adoptionDecisions' | 'adoption'> {
  const adoptionDecisions: Values<'adoption_decision'>[] = []
  let adoption: Life['adoption'] = null
  for (const { adoption: path, to, reason } of plans) {
    if (path === null) continue
    adoptionDecisions.push({ decidedOn: path.decidedOn, ceasedOn: path.reversedOn, reasonCeased: path.reasonReversed })
    if (reason !== 'E11' && reason !== 'E12') continue
    const family = weighted(chance, adopters)
    adoption = {
      orderedOn: to,
      values: {
        decidedOn: path.decidedOn,
        matchedOn: path.matchedOn,
        byFosterCarer: path.byCarer === 'no' ? '0' : '1',
        numberOfAdopters: family.number,
        adoptersSex: family.sex,
        adoptersLegalStatus: family.status,
      },
    }
  }
  return { adoptionDecisions, adoption }
}

/** Collected from this day on. */
const collectedFrom = isoDate('2026-04-01')

/** Orders for a few of those in children's homes (rules 707, 709 and 710), each inside one placement. */
export function deprivationOrdersOf(
  chance: Chance,
  episodes: readonly Values<'episode'>[],
  bornOn: LocalDate,
): readonly Values<'deprivation_of_liberty_order'>[] {
  const rows: Values<'deprivation_of_liberty_order'>[] = []
  for (const { placementType, startedOn, endedOn } of episodes) {
    if (placementType !== 'K2' || endedOn === null || endedOn <= collectedFrom) continue
    const from: LocalDate = addDays(later(later(startedOn, collectedFrom), birthday(bornOn, 11)), whole(chance, 3, 90))
    const to = addDays(from, whole(chance, 28, 90))
    if (happens(chance, 0.06) && to < addDays(endedOn, -1)) rows.push({ startedOn: from, endedOn: to })
  }
  return rows
}
