/** Legal statuses, homes and temporary absences of a stay, cut into episodes as the return wants them. */
import { addDays, later, type LocalDate } from '../core/time/localDate.ts'
import { newDwelling, type Neighbourhood } from './dwellings.ts'
import type { Move } from './homes.ts'
import type { Values } from './life.ts'
import { happens, weighted, whole, type Chance } from './random.ts'
import type { StayPlan } from './stayPlan.ts'

export interface StayFacts {
  readonly plan: StayPlan
  readonly moves: readonly Move[]
  readonly categoryOfNeed: string
  readonly homePostcode: string | null
}

/** The episodes, each ending on the day the next begins (section 3 of the format notes). */
export function episodesOf(chance: Chance, stay: StayFacts, around: Neighbourhood): readonly Values<'episode'>[] {
  const spells = spellsOf(stay)
  const rows: Values<'episode'>[] = []
  let lastHoliday: LocalDate | null = null
  spells.forEach((spell, i) => {
    const next = spells[i + 1]
    const end = {
      endedOn: next?.from ?? stay.plan.to,
      reasonEpisodeCeased: next === undefined ? finalReason(chance, stay.plan, spell.move.place) : 'X1',
      reasonPlaceChange: next !== undefined && next.reason !== 'L' ? next.move.why : null,
    }
    const away = absence(chance, spell, end.endedOn, lastHoliday)
    if (away === null) {
      rows.push(episode(stay, spell, spell.reason, spell.from, end))
      return
    }
    if (away.place === 'T3') lastHoliday = away.from
    const going = { endedOn: away.from, reasonEpisodeCeased: 'X1', reasonPlaceChange: null }
    const coming = { endedOn: away.to, reasonEpisodeCeased: 'X1', reasonPlaceChange: null }
    const elsewhere: Move = { ...spell.move, place: away.place, dwelling: newDwelling(chance, around, 'temporary') }
    rows.push(
      episode(stay, spell, spell.reason, spell.from, going),
      episode(stay, { ...spell, move: elsewhere }, 'P', away.from, coming),
      // Back to the same home (rule 383).
      episode(stay, spell, 'P', away.to, end),
    )
  })
  return rows
}

interface Spell {
  readonly from: LocalDate
  readonly status: string
  readonly move: Move
  readonly reason: string
}

/** Stretches with one legal status and one home, each with the reason it is new (RNE). */
function spellsOf({ plan, moves }: StayFacts): readonly Spell[] {
  const days = [...new Set([...plan.legal.map(({ on }) => on), ...moves.map(({ on }) => on)])]
    .filter((day) => day >= plan.from && day < plan.to)
    .sort((a, b) => a - b)
  const spells: Spell[] = []
  for (const day of days) {
    const status = plan.legal.findLast(({ on }) => on <= day)?.status
    const move = moves.findLast(({ on }) => on <= day)
    if (status === undefined || move === undefined) throw new Error(`a stay without a status or a home on its first day`)
    const before = spells.at(-1)
    if (before === undefined) {
      spells.push({ from: day, status, move, reason: 'S' })
      continue
    }
    const moved = before.move !== move
    const changed = before.status !== status
    if (!moved && !changed) continue
    const reason = moved ? (changed ? (move.sameCarer ? 'U' : 'B') : move.sameCarer ? 'T' : 'P') : 'L'
    spells.push({ from: day, status, move, reason })
  }
  return spells
}

function episode(
  stay: StayFacts,
  spell: Spell,
  reasonNewEpisode: string,
  startedOn: LocalDate,
  end: Pick<Values<'episode'>, 'endedOn' | 'reasonEpisodeCeased' | 'reasonPlaceChange'>,
): Values<'episode'> {
  const { place, dwelling } = spell.move
  return {
    startedOn,
    reasonNewEpisode,
    legalStatus: spell.status,
    categoryOfNeed: stay.categoryOfNeed,
    placementType: place,
    placementProvider: dwelling.provider,
    endedOn: end.endedOn,
    reasonEpisodeCeased: end.reasonEpisodeCeased,
    reasonPlaceChange: end.reasonPlaceChange,
    homePostcode: stay.homePostcode,
    placementPostcode: dwelling.postcode,
    urn: dwelling.urn,
  }
}

/**
 * A stretch away: in hospital (at most 42 days, rule 375), while the carers are on holiday (at most 21 days and twice
 * in 12 months, rules 376 and 377), or for up to seven days for any other reason (rule 379). Null mostly.
 */
function absence(
  chance: Chance,
  spell: Spell,
  end: LocalDate,
  lastHoliday: LocalDate | null,
): { readonly place: string; readonly from: LocalDate; readonly to: LocalDate } | null {
  const place = spell.move.place
  const room = end - spell.from
  if (room < 60 || !(place.startsWith('U') || place === 'K2')) return null
  if (!happens(chance, Math.min(0.5, (room / 365) * 0.1))) return null
  const kind = weighted(chance, [['T1', 18], ['T3', place === 'K2' ? 0 : 44], ['T4', 38]] as const)
  const days = kind === 'T1' ? whole(chance, 2, 20) : kind === 'T3' ? whole(chance, 7, 20) : whole(chance, 2, 7)
  const from = addDays(spell.from, whole(chance, 14, room - 30))
  if (kind === 'T3' && lastHoliday !== null && from < addDays(lastHoliday, 200)) return null
  return { place: kind, from, to: addDays(from, days) }
}

/** REC of the last episode, which depends on where the child lives in the end. */
function finalReason(chance: Chance, plan: StayPlan, place: string): string {
  if (plan.reason === 'guardianship') {
    if (place === 'U1' || place === 'U2' || place === 'U3') return 'E45'
    if (!place.startsWith('U')) return 'E47'
    return plan.course === 'late guardianship' || plan.course === 'order unmatched'
      ? weighted(chance, [['E46', 80], ['E47', 20]] as const)
      : weighted(chance, [['E46', 12], ['E47', 76], ['E48', 12]] as const)
  }
  if (plan.reason !== 'at 18') return plan.reason
  if (place.startsWith('U')) return weighted(chance, [['E17', 74], ['E5', 14], ['E6', 3], ['E8', 7], ['E7', 2]] as const)
  if (place === 'K3') return weighted(chance, [['E5', 66], ['E6', 18], ['E8', 13], ['E7', 3]] as const)
  if (place === 'P1') return weighted(chance, [['E8', 70], ['E6', 30]] as const)
  return weighted(chance, [['E5', 46], ['E7', 16], ['E6', 10], ['E8', 22], ['E17', 6]] as const)
}

/**
 * Short breaks: V3 records each stay of up to 17 days (at most 75 in 12 months, rules 365 and 367), V4 the agreement.
 * Neither return holds places of residence for them (rules 214 and 420).
 */
export function shortBreaks(chance: Chance, from: LocalDate, last: LocalDate): readonly Values<'episode'>[] {
  const agreement = happens(chance, 0.5)
  const place = weighted(chance, [['U6', 40], ['K2', 60]] as const)
  const provider = place === 'U6' ? 'PR1' : weighted(chance, [['PR1', 50], ['PR5', 50]] as const)
  const row = (startedOn: LocalDate, endedOn: LocalDate): Values<'episode'> => ({
    startedOn, endedOn,
    reasonNewEpisode: 'S',
    legalStatus: agreement ? 'V4' : 'V3',
    categoryOfNeed: 'N2',
    placementType: place,
    placementProvider: provider,
    reasonEpisodeCeased: agreement ? 'E8' : 'E4A',
    reasonPlaceChange: null,
    homePostcode: null, placementPostcode: null, urn: null,
  })
  if (agreement) return [row(from, later(last, addDays(from, 30)))]
  const rows: Values<'episode'>[] = []
  for (let day = from; day < last; day = addDays(day, whole(chance, 26, 60))) rows.push(row(day, addDays(day, whole(chance, 1, 4))))
  return rows
}
