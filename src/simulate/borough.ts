/**
 * A borough's children, one after another, from a seed.
 *
 * Children arrive evenly from 1995 on, so that at the first year asked for care is already full of children with
 * histories of their own. Nothing here depends on the last day asked for: a borough simulated to a later day is the
 * same borough, longer. What is yet to come is in each life, and `returnRows` keeps it from being told.
 */
import { addDays, birthday, collectionYearStart, isoDate, type LocalDate } from '../core/time/localDate.ts'
import { benchmarks as shipped, type Benchmarks } from './benchmarks.ts'
import { entries } from './courses.ts'
import { shortBreaks } from './episodes.ts'
import { lastReportedBirthday, type Authority, type Life, type Person, type Stay } from './life.ts'
import { adoptionFacts, deprivationOrdersOf } from './adoption.ts'
import { missingOf } from './missing.ts'
import { leaverYearsOf, outcomesOf } from './outcomes.ts'
import { makePerson, offTheSeam } from './person.ts'
import { atShare, happens, stream, whole, type Chance } from './random.ts'
import { reviewsOf } from './reviews.ts'
import { episodesOfStays, planStays, previousPermanenceOf } from './stays.ts'
import type { StayPlan } from './stayPlan.ts'
import { workerRegister, workersOf, type Register } from './workers.ts'

export interface BoroughAsked {
  readonly seed: string
  readonly authority: Authority
  /** Children in care to aim at in 2026: the count comes within a few in a hundred. */
  readonly inCare: number
  /** First collection year whose return is wanted. */
  readonly firstYear: number
  /** Day after which no child arrives: 31 March of the last year, or the day of an extract. */
  readonly lastDay: LocalDate
  readonly benchmarks?: Benchmarks
}

export interface Borough {
  readonly authority: Authority
  readonly register: Register
  /** Children of whom some return from the first year on would tell, in the order in which they arrived. */
  readonly lives: () => Generator<Life>
}

/** Sets a borough up; its children are made only as they are taken. */
export function simulateBorough(asked: BoroughAsked): Borough {
  const { seed, authority, inCare } = asked
  const data = asked.benchmarks ?? shipped()
  const register = workerRegister(seed, authority.code, inCare)
  const area = Number(authority.code) % 10 % data.places.homes.length
  const make = { seed, authority, data, register, area, from: collectionYearStart(asked.firstYear), to: asked.lastDay }
  return {
    authority,
    register,
    *lives() {
      for (const arrival of arrivals(seed, authority.code, inCare, asked.lastDay)) {
        const life = liveThrough(make, arrival)
        if (life !== null) yield life
      }
    },
  }
}

/** Years a child spends in care on average, short breaks aside: fixes how many must arrive for a number in care. */
const meanYearsInCare = 2.72
/** Arrivals fall by this share a year until 2027, as Haringey's and England's have; leavers then outnumber starts. */
const yearlyFall = 0.02
const firstArrivals = isoDate('1995-04-01')
const steadyFrom = isoDate('2027-04-01')
const unaccompaniedShare = 0.175
const shortBreakShare = 0.02

interface Arrival {
  readonly number: number
  readonly on: LocalDate
  /** Two shares that between them cover the square evenly (R2 sequence, M. Roberts 2018). */
  readonly kind: number
  readonly course: number
}

function* arrivals(seed: string, authority: string, inCare: number, lastDay: LocalDate): Generator<Arrival> {
  const chance = stream(seed, authority, 'arrivals')
  const [kindFrom, courseFrom] = [chance.next(), chance.next()]
  let due = chance.next()
  let number = 0
  for (let day = firstArrivals; day <= lastDay; day = addDays(day, 1)) {
    const years = Math.max(0, steadyFrom - day) / 365.25
    due += ((inCare / meanYearsInCare) * (1 + yearlyFall * years)) / 365.25
    for (; due >= 1; due -= 1) {
      number += 1
      yield {
        number,
        on: day,
        kind: (kindFrom + number * 0.7548776662466927) % 1,
        course: (courseFrom + number * 0.5698402909980532) % 1,
      }
    }
  }
}

interface Make {
  readonly seed: string
  readonly authority: Authority
  readonly data: Benchmarks
  readonly register: Register
  readonly area: number
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The whole life of a child who arrived, or null when no return of the years asked for tells of it. */
function liveThrough(make: Make, arrival: Arrival): Life | null {
  const { authority } = make
  const chanceOf = (...names: readonly (string | number)[]): Chance => stream(make.seed, authority.code, arrival.number, ...names)
  const chance = chanceOf('who')
  const fromAbroad = arrival.kind < unaccompaniedShare
  const breaks = !fromAbroad && arrival.kind < unaccompaniedShare + shortBreakShare
  const rest = (arrival.kind - unaccompaniedShare - shortBreakShare) / (1 - unaccompaniedShare - shortBreakShare)
  const days = fromAbroad ? ageFromAbroad(chance) : breaks ? whole(chance, 5 * 365, 15 * 365) : ageOnEntry(chance, rest)
  const person = makePerson(chance, {
    number: arrival.number, authority: authority.code, bornOn: addDays(arrival.on, -days), unaccompanied: fromAbroad,
  })
  const from = offTheSeam(arrival.on < person.bornOn ? person.bornOn : arrival.on)
  if (breaks) return shortBreakLife(make, chanceOf, person, from)
  const plans = planStays(chance, person, from, arrival.course, make.data)
  if (!told(make, person, plans)) return null
  const around = { places: make.data.places, area: make.area, authority: authority.code }
  const byStay = episodesOfStays((i) => chanceOf('homes', i), person, plans, around)
  const episodes = byStay.flat()
  const stays: Stay[] = plans.map(({ from, to, reason }, i) => ({
    kind: 'care', from, to, reason: byStay[i]?.at(-1)?.reasonEpisodeCeased ?? reason,
  }))
  const disabled = episodes.some(({ categoryOfNeed }) => categoryOfNeed === 'N2')
  return {
    ...person,
    stays,
    episodes,
    unaccompaniedUntil: fromAbroad ? statusEnds(chanceOf('status'), person, stays) : null,
    reviews: plans.flatMap(({ from, to }, i) =>
      reviewsOf(chanceOf('reviews', i), { from, to, bornOn: person.bornOn, fromAbroad })),
    missing: byStay.flatMap((rows, i) => {
      const lost = stays[i]?.reason === 'E8' && plans[i]?.course === 'other' && happens(chanceOf('lost', i), fromAbroad ? 0.8 : 0.1)
      return missingOf(chanceOf('missing', i), rows, person.bornOn, lost)
    }),
    workers: plans.flatMap((plan, i) => workersOf(chanceOf('workers', i), make.register, {
      plan, bornOn: person.bornOn, disabled, after: plans[i - 1]?.to ?? addDays(person.bornOn, -1),
    })),
    ...adoptionFacts(chanceOf('adoption'), plans),
    previousPermanence: previousPermanenceOf((day) => chanceOf('before', day), person.bornOn, stays),
    deprivationOrders: deprivationOrdersOf(chanceOf('liberty'), episodes, person.bornOn),
    outcomes: outcomesOf((year) => chanceOf('outcomes', year), person, stays),
    leaverYears: leaverYearsOf((age) => chanceOf('leaver', age), person, stays),
  }
}

/** Whether a return of the years asked for may hold anything of the child: care, or a birthday after it. */
function told(make: Make, person: Person, plans: readonly StayPlan[]): boolean {
  const inCare = plans.some(({ from, to }) => to >= make.from && from <= make.to)
  const last = plans.at(-1)
  return inCare || (last !== undefined && last.to >= birthday(person.bornOn, 16) && birthday(person.bornOn, lastReportedBirthday) >= make.from)
}

function shortBreakLife(make: Make, chanceOf: (...names: readonly (string | number)[]) => Chance, person: Person, from: LocalDate): Life | null {
  const chance = chanceOf('breaks')
  const years = whole(chance, 200, 1100)
  const eighteen = birthday(person.bornOn, 18)
  const last = addDays(from, years) < eighteen ? addDays(from, years) : addDays(eighteen, -40)
  if (last < make.from || from > make.to) return null
  const episodes = shortBreaks(chance, from, last)
  const stays = episodes.map(({ startedOn, endedOn, reasonEpisodeCeased }): Stay => ({
    kind: 'short breaks', from: startedOn, to: endedOn ?? last, reason: reasonEpisodeCeased ?? 'E8',
  }))
  const plan: StayPlan = {
    course: 'brief', from, to: stays.at(-1)?.to ?? last, reason: 'E8', legal: [], finalOrder: null, adoption: null, fromAbroad: false,
  }
  return {
    ...person, stays, episodes, unaccompaniedUntil: null, reviews: [], missing: [], adoptionDecisions: [], adoption: null,
    workers: workersOf(chanceOf('workers'), make.register, { plan, bornOn: person.bornOn, disabled: true, after: addDays(person.bornOn, -1) }),
    previousPermanence: stays.slice(0, 1).map((stay) => ({ from: stay.from, values: { arrangement: 'Z1', authority: null, orderedOn: null } })),
    deprivationOrders: [], outcomes: [], leaverYears: [],
  }
}

/** Days old on entry: babies mostly from birth, teenagers mostly from 13. */
function ageOnEntry(chance: Chance, share: number): number {
  const band = atShare(entries, share)
  switch (band) {
    case 'under 1':
      return happens(chance, 0.5) ? whole(chance, 0, 12) : whole(chance, 13, 360)
    case '1 to 4':
      return whole(chance, 370, 1820)
    case '5 to 9':
      return whole(chance, 1830, 3645)
    case '10 to 15':
      return Math.max(whole(chance, 3656, 5838), whole(chance, 3656, 5838))
    case '16 and over':
      return whole(chance, 5848, 6480)
  }
}

function ageFromAbroad(chance: Chance): number {
  return happens(chance, 0.13) ? whole(chance, 5200, 5840) : whole(chance, 5850, 6500)
}

/** Unaccompanied status ends with leave to remain, with an age assessment, or on the 18th birthday at the latest. */
function statusEnds(chance: Chance, person: Person, stays: readonly Stay[]): LocalDate {
  const last = stays.at(-1)
  const eighteen = birthday(person.bornOn, 18)
  if (last?.reason === 'E15') return last.to
  const granted = addDays(stays[0]?.from ?? person.bornOn, whole(chance, 250, 700))
  return happens(chance, 0.3) && granted < eighteen ? granted : eighteen
}
