/** A child's stays in care, one after another, with all their episodes: made before anything that hangs on them. */
import { addDays, ageOn, formatSlashes, isoDate, type LocalDate } from '../core/time/localDate.ts'
import type { Benchmarks } from './benchmarks.ts'
import { coursesByAge, coursesFromAbroad, needs, type Course } from './courses.ts'
import { homePostcode, type Neighbourhood } from './dwellings.ts'
import { episodesOf } from './episodes.ts'
import { homesOf } from './homes.ts'
import type { Person, Values } from './life.ts'
import { beforeTheSeam, offTheSeam } from './person.ts'
import { atShare, happens, spread, weighted, whole, type Chance } from './random.ts'
import { planStay, type StayPlan } from './stayPlan.ts'

/**
 * The plans of a child's stays. `share` (0 to 1) picks the course of the first: given evenly spread over the children,
 * a small borough shows the proportions of a large one.
 */
export function planStays(
  chance: Chance,
  person: Person,
  from: LocalDate,
  share: number,
  data: Benchmarks,
): readonly StayPlan[] {
  const { bornOn, unaccompanied: fromAbroad } = person
  const stages = data.adoptionStages
  const course = atShare(fromAbroad ? coursesFromAbroad : coursesByAge[ageBand(ageOn(bornOn, from))], share)
  const plans: StayPlan[] = [mortal(chance, planStay(chance, { course, from: offTheSeam(from), bornOn, fromAbroad, stages }))]
  while (plans.length < 3) {
    const last = plans.at(-1)
    if (last === undefined || !happens(chance, comesBack(last.reason))) break
    const again = offTheSeam(addDays(last.to, 15 + spread(chance, 240, 0.9)))
    if (ageOn(bornOn, again) >= 17) break
    const next = weighted(chance, coursesByAge[ageBand(ageOn(bornOn, again))].map(([one, weight]) => [one, secondTime(one) * weight] as const))
    plans.push(planStay(chance, { course: next, from: again, bornOn, fromAbroad, stages }))
  }
  return plans
}

export function ageBand(age: number): keyof typeof coursesByAge {
  return age < 1 ? 'under 1' : age < 5 ? '1 to 4' : age < 10 ? '5 to 9' : age < 16 ? '10 to 15' : '16 and over'
}

/** About one in ten who go home come back, more when nobody planned it, and some arrangements break down. */
function comesBack(reason: string): number {
  if (reason === 'E4B') return 0.3
  if (reason === 'E4A' || reason === 'E13') return 0.11
  return reason === 'guardianship' || reason === 'E41' ? 0.06 : reason === 'E14' ? 0.15 : 0
}

/** The second time, care lasts more often. */
const secondTime = (course: Course): number => (course === 'long term' ? 1.8 : course === 'adoption' ? 0.6 : 1)

/** About two children in a thousand stays die in care: rare, and a tracker must bear it. */
function mortal(chance: Chance, plan: StayPlan): StayPlan {
  if (!happens(chance, 0.002) || plan.to - plan.from < 30 || plan.adoption !== null) return plan
  const to = beforeTheSeam(addDays(plan.from, whole(chance, 10, plan.to - plan.from - 5)))
  return { ...plan, to, reason: 'E2', legal: plan.legal.filter(({ on }) => on < to) }
}

/** The episodes of every stay. Each stay has its own stream, so that what comes later never changes what was. */
export function episodesOfStays(
  chanceOf: (stay: number) => Chance,
  person: Person,
  plans: readonly StayPlan[],
  around: Omit<Neighbourhood, 'homePostcode'>,
): readonly (readonly Values<'episode'>[])[] {
  return plans.map((plan, i) => {
    const chance = chanceOf(i)
    const from = person.unaccompanied ? null : homePostcode(chance, around.places, around.area)
    const here = { ...around, homePostcode: from }
    const moves = homesOf(chance, plan, person.bornOn, here)
    const categoryOfNeed = person.unaccompanied ? 'N8' : weighted(chance, needs)
    return episodesOf(chance, { plan, moves, categoryOfNeed, homePostcode: from }, here)
  })
}

/** Starts from this day on say what permanence arrangement came before. */
const previousPermanenceFrom = isoDate('2016-04-01')

/** What each stay says of earlier permanence: mostly none; after an adoption or an order from which the child came back, that. */
export function previousPermanenceOf(
  chanceOf: (stay: number) => Chance,
  bornOn: LocalDate,
  stays: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly reason: string }[],
): readonly { readonly from: LocalDate; readonly values: Values<'previous_permanence'> }[] {
  return stays.filter(({ from }) => from >= previousPermanenceFrom).map(({ from }) => {
    const chance = chanceOf(from)
    const before = stays.findLast(({ to, reason }) => to < from && (/^E4[15678]$/.test(reason)))
    const none = { arrangement: 'Z1', authority: null, orderedOn: null }
    if (before === undefined && (ageOn(bornOn, from) < 2 || happens(chance, 0.93))) return { from, values: none }
    const arrangement =
      before === undefined ? weighted(chance, [['P1', 22], ['P2', 48], ['P3', 25], ['P4', 5]] as const)
      : before.reason === 'E41' ? 'P3' : 'P2'
    const on = before?.to ?? addDays(bornOn, whole(chance, 200, from - bornOn - 100))
    // 999: the authority is not known, which keeps real authorities out of it.
    return { from, values: { arrangement, authority: '999', orderedOn: orderDay(chance, on) } }
  })
}

/** Half of such dates are known to the month only. */
function orderDay(chance: Chance, on: LocalDate): string {
  const text = formatSlashes(on)
  return happens(chance, 0.5) ? `zz${text.slice(2)}` : text
}
