/**
 * Looked-after reviews of a stay: the first within 20 working days, the next within 3 months, then every 6 months
 * (Care Planning, Placement and Case Review Regulations 2010, reg 33). Nine in ten are in time.
 */
import { addDays, ageOn, weekday, type LocalDate } from '../core/time/localDate.ts'
import type { Values } from './life.ts'
import { happens, weighted, whole, type Chance } from './random.ts'

/** Days that keep each limit whatever the month or the bank holidays: 20 working days are never fewer than 26 days. */
const inTime = [[11, 25], [58, 87], [140, 179]] as const
const tooLate = [[33, 70], [95, 150], [190, 270]] as const

/** Every review of a stay, its last day excluded. */
export function reviewsOf(
  chance: Chance,
  stay: { readonly from: LocalDate; readonly to: LocalDate; readonly bornOn: LocalDate; readonly fromAbroad: boolean },
): readonly Values<'review'>[] {
  // A few children's reviews slip again and again: the ones a reviewing service worries about.
  const slips = happens(chance, 0.06) ? 0.35 : 0.07
  const rows: Values<'review'>[] = []
  let last = stay.from
  for (let i = 0; ; i += 1) {
    const [least, most] = (happens(chance, slips) ? tooLate : inTime)[Math.min(i, 2)] ?? inTime[2]
    const heldOn = onWeekday(addDays(last, whole(chance, least, most)))
    if (heldOn >= stay.to) return rows
    rows.push({ heldOn, participation: participation(chance, ageOn(stay.bornOn, heldOn)) })
    last = heldOn
  }
}

/** The Friday before, for a Saturday or Sunday. */
function onWeekday(day: LocalDate): LocalDate {
  return addDays(day, -Math.max(0, weekday(day) - 5))
}

function participation(chance: Chance, age: number): string {
  if (age < 4) return 'PN0'
  return age < 10
    ? weighted(chance, [['PN1', 10], ['PN2', 4], ['PN3', 4], ['PN4', 3], ['PN5', 38], ['PN6', 34], ['PN7', 7]] as const)
    : weighted(chance, [['PN1', 50], ['PN2', 6], ['PN3', 1], ['PN4', 4], ['PN5', 20], ['PN6', 11], ['PN7', 8]] as const)
}
