/** Where a child lives over a stay: first homes, moves, matches, the last home before leaving. */
import { addDays, ageOn, birthday, type LocalDate } from '../core/time/localDate.ts'
import { newDwelling, type Dwelling, type DwellingKind, type Neighbourhood } from './dwellings.ts'
import { happens, spread, weighted, whole, type Chance, type Weighted } from './random.ts'
import type { StayPlan } from './stayPlan.ts'

/** From a day on the child lives here, with this placement code. */
export interface Move {
  readonly on: LocalDate
  readonly place: string
  readonly dwelling: Dwelling
  /** Only the kind of placement changed: the carer is the same. */
  readonly sameCarer: boolean
  /** Why the placement before it ended (REASON_PLACE_CHANGE). */
  readonly why: string
}

/** How long homes last for a child of this temper, days: half last longer. */
const tempers: Weighted<number> = [[2300, 56], [800, 24], [135, 20]]

const reasons: Weighted<string> = [
  ['CARPL', 46], ['CREQB', 15], ['CREQO', 7], ['CHILD', 6], ['LAREQ', 6], ['STAND', 2], ['ALLEG', 2], ['APPRR', 1],
  ['CLOSE', 4], ['OTHER', 11],
]

interface Lodging {
  readonly place: string
  readonly kind: DwellingKind
}

const fostered: Lodging = { place: 'U6', kind: 'foster home' }
const withKin: Lodging = { place: 'U3', kind: 'kin' }
const withParents: Lodging = { place: 'P1', kind: 'parents' }

/** The homes of a stay in order; the first begins on its first day, and no two begin on the same or the next day. */
export function homesOf(chance: Chance, plan: StayPlan, bornOn: LocalDate, around: Neighbourhood): readonly Move[] {
  const build = new Homes(chance, plan, bornOn, around)
  switch (plan.course) {
    case 'adoption':
    case 'order unmatched':
      build.towardsAdoption()
      break
    case 'home under order':
      build.homeUnderOrder()
      break
    case 'home':
      build.general(plan.from, plan.to)
      if (happens(chance, 0.45)) build.moveIfRoom(addDays(plan.to, -whole(chance, 40, 150)), withParents, 'CARPL', 30)
      break
    case 'guardianship':
    case 'arrangements':
      build.withFamily(happens(chance, 0.75))
      break
    case 'remand':
      build.move(plan.from, weighted(chance, [
        [{ place: 'R5', kind: 'custody' }, 45], [{ place: 'K1', kind: 'secure home' }, 15],
        [{ place: 'K2', kind: "children's home" }, 15], [fostered, 25],
      ] as const), 'OTHER')
      break
    default:
      build.general(plan.from, plan.to)
  }
  // An episode lasts a day at least (rule 355), so nothing may begin as the stay ends.
  return build.moves.filter(({ on }, i) => i === 0 || on <= addDays(plan.to, -2))
}

class Homes {
  readonly moves: Move[] = []
  readonly #chance: Chance
  readonly #plan: StayPlan
  readonly #bornOn: LocalDate
  readonly #around: Neighbourhood

  constructor(chance: Chance, plan: StayPlan, bornOn: LocalDate, around: Neighbourhood) {
    this.#chance = chance
    this.#plan = plan
    this.#bornOn = bornOn
    this.#around = around
  }

  /** Moves to a new home of a kind. */
  move(on: LocalDate, to: Lodging, why: string): void {
    this.moves.push({ on, place: to.place, dwelling: this.#elsewhere(to), sameCarer: false, why })
  }

  /**
   * A home that the return can tell from the last one: a move must show in the type, provider, postcode or Ofsted
   * number (rule 435), and supported accommodation had no number to 2023.
   */
  #elsewhere(to: Lodging): Dwelling {
    const last = this.moves.at(-1)
    const alike = (next: Dwelling): boolean =>
      last !== undefined && last.place === to.place && last.dwelling.provider === next.provider &&
      last.dwelling.postcode === next.postcode && (to.place === 'K3' || last.dwelling.urn === next.urn)
    let next = newDwelling(this.#chance, this.#around, to.kind)
    for (let i = 0; i < 30 && alike(next); i += 1) next = newDwelling(this.#chance, this.#around, to.kind)
    return alike(next) ? { ...next, provider: next.provider === 'PR4' ? 'PR5' : 'PR4' } : next
  }

  moveIfRoom(on: LocalDate, to: Lodging, why: string, least: number): void {
    if (on >= this.nextFree(on, least) && on < addDays(this.#plan.to, -3)) this.move(on, to, why)
  }

  /** The same carer, another kind of placement. */
  become(on: LocalDate, place: string): void {
    const last = this.moves.at(-1)
    if (last === undefined || on < addDays(last.on, 2) || on > addDays(this.#plan.to, -2)) return
    this.moves.push({ on, place, dwelling: last.dwelling, sameCarer: true, why: 'PLACE' })
  }

  /** A day, or later when the last home would have lasted fewer days than `least`. */
  nextFree(on: LocalDate, least: number): LocalDate {
    const last = this.moves.at(-1)
    return last === undefined || on >= addDays(last.on, least) ? on : addDays(last.on, least)
  }

  /** Ordinary care: perhaps an emergency home first, then homes that last as the child's temper has it. */
  general(from: LocalDate, to: LocalDate): void {
    const chance = this.#chance
    const temper = this.#plan.fromAbroad ? 700 : weighted(chance, tempers)
    let day = from
    if (happens(chance, 0.42)) {
      this.move(day, this.#firstLodging(day), 'CARPL')
      day = addDays(day, Math.max(3, spread(chance, 40, 0.8)))
    }
    while (day < to || this.moves.length === 0) {
      this.move(day, this.#lodging(day), weighted(chance, reasons))
      const leaves = this.#towardsIndependence(day, addDays(day, Math.max(5, spread(chance, temper, 0.75))))
      this.#settle(day, leaves < to ? leaves : to)
      day = leaves
    }
    while (this.moves.length > 1 && (this.moves.at(-1)?.on ?? to) > addDays(to, -3)) this.moves.pop()
  }

  /** Home about the time of the final order, once there is no longer a section 20 to forbid it (rule 378). */
  homeUnderOrder(): void {
    const decided = this.#plan.finalOrder ?? this.#plan.from
    const home = addDays(decided, whole(this.#chance, -60, 40))
    this.general(this.#plan.from, home)
    this.moveIfRoom(this.nextFree(home, 5), withParents, 'CARPL', 5)
  }

  /** With relatives who then take over, or first with foster carers while they are assessed. */
  withFamily(kin: boolean): void {
    const { from, to } = this.#plan
    if (!kin) return this.general(from, to)
    if (happens(this.#chance, 0.5)) return this.move(from, withKin, 'CARPL')
    this.move(from, fostered, 'CARPL')
    const assessed = addDays(from, Math.max(10, spread(this.#chance, 75, 0.7)))
    this.moveIfRoom(assessed, withKin, 'CARPL', 5)
  }

  towardsAdoption(): void {
    const chance = this.#chance
    const { from, adoption, to } = this.#plan
    if (adoption === null) return
    if (adoption.byCarer === 'early permanence') this.move(from, { place: 'U5', kind: 'adopters' }, 'CARPL')
    else if (ageOn(this.#bornOn, from) === 0 && happens(chance, 0.08)) {
      this.move(from, { place: 'R3', kind: 'mother and baby' }, 'CARPL')
      this.move(addDays(from, whole(chance, 28, 48)), fostered, 'CARPL')
    } else this.move(from, fostered, 'CARPL')
    if (adoption.byCarer === 'no' && happens(chance, 0.2)) {
      this.moveIfRoom(addDays(from, whole(chance, 20, 300)), fostered, weighted(chance, reasons), 15)
    }
    const consent = adoption.byConsent
    if (adoption.placedOn !== null) {
      if (adoption.byCarer === 'no') {
        this.move(this.nextFree(adoption.placedOn, 3), { place: consent ? 'A4' : 'A6', kind: 'adopters' }, 'CARPL')
      } else this.become(adoption.placedOn, consent ? 'A3' : 'A5')
    }
    if (adoption.reversedOn === null) return
    const back = adoption.disruptedOn ?? (happens(chance, 0.4) ? adoption.reversedOn : null)
    if (back !== null && back < addDays(to, -5)) this.move(this.nextFree(back, 5), fostered, 'OTHER')
    const settled = addDays(adoption.reversedOn, whole(chance, 100, 500))
    if (happens(chance, 0.6)) this.become(this.nextFree(settled, 60), 'U4')
  }

  /** A foster home that becomes the long-term one: most are matched in time, some never. */
  #settle(from: LocalDate, to: LocalDate): void {
    const { course, finalOrder, fromAbroad } = this.#plan
    if (course !== 'long term' && course !== 'late guardianship' && course !== 'late home') return
    const place = this.moves.at(-1)?.place
    if ((place !== 'U6' && place !== 'U3') || fromAbroad) return
    if (!happens(this.#chance, place === 'U6' ? 0.78 : 0.76)) return
    const wait = Math.max(60, spread(this.#chance, 250, 0.7))
    const settledFrom = finalOrder !== null && finalOrder > from ? finalOrder : from
    const on = addDays(settledFrom, wait)
    if (on < addDays(to, -30)) this.become(on, place === 'U6' ? 'U4' : 'U1')
  }

  /** When the child moves on; those in children's homes often to supported accommodation after 16. */
  #towardsIndependence(from: LocalDate, leaves: LocalDate): LocalDate {
    const place = this.moves.at(-1)?.place
    const sixteen = birthday(this.#bornOn, 16)
    const share = place === 'K2' || place === 'S1' ? 0.6 : place === 'U6' ? 0.2 : 0.05
    if (from >= sixteen || leaves < sixteen || !happens(this.#chance, share)) return leaves
    const on = addDays(sixteen, whole(this.#chance, 20, 600))
    return on < leaves ? on : leaves
  }

  #firstLodging(on: LocalDate): Lodging {
    const age = ageOn(this.#bornOn, on)
    if (this.#plan.fromAbroad && age >= 16) {
      return weighted(this.#chance, [[{ place: 'K3', kind: 'supported' }, 62], [fostered, 38]] as const)
    }
    return age < 13 ? fostered : weighted(this.#chance, [[fostered, 75], [{ place: 'K2', kind: "children's home" }, 25]] as const)
  }

  #lodging(on: LocalDate): Lodging {
    const chance = this.#chance
    const age = ageOn(this.#bornOn, on)
    const home: Lodging = { place: 'K2', kind: "children's home" }
    const supported: Lodging = { place: 'K3', kind: 'supported' }
    if (this.#plan.fromAbroad) {
      return weighted(chance, age < 16 ? [[fostered, 85], [home, 15]] : [[supported, 62], [fostered, 36], [home, 2]])
    }
    if (age < 5) return weighted(chance, [[fostered, 74], [withKin, 26]])
    if (age < 10) return weighted(chance, [[fostered, 75], [withKin, 21], [home, 4]])
    if (age < 16) {
      return weighted(chance, [
        [fostered, 57], [withKin, 11], [home, 28], [{ place: 'K1', kind: 'secure home' }, 0.8],
        [{ place: 'S1', kind: 'school' }, 0.7], [{ place: 'Z11', kind: 'unregistered' }, 2.5],
      ])
    }
    return weighted(chance, [
      [supported, 52], [fostered, 24], [home, 18], [withKin, 4], [{ place: 'Z11', kind: 'unregistered' }, 2],
    ])
  }
}
