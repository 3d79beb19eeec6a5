/** A child's permanence as the return evidences it: one state after another through each period of care. */
import { legalStatusInFull } from '../facts/legalStatusWords.ts'
import type { FactId } from '../facts/factType.ts'
import type { CareHistory, Home, LegalSpell, PeriodOfCare } from '../history/careHistory.ts'
import { addMonths, birthday, type LocalDate } from '../time/localDate.ts'
import { adoptionDecisions, latestReversal, standingDecision, type AdoptionDecisionSpan } from './adoptionPlan.ts'
import { isSupportedLiving, legalPermanence, physicalPermanence } from './dimensions.ts'
import type { PermanenceAchieved, PermanenceEvidence, PermanenceState } from './evidence.ts'
import { routeOfLeaving } from './leavingCare.ts'
import { pointerOf, type Pointer, type Situation } from './pointers.ts'

/** After so long in one home a child counts as settled there, though not matched (domain 2.1: length in placement). */
const MONTHS_TO_SETTLE = 12

/**
 * The states of permanence of a child, and the permanence reached.
 *
 * States fill each period of care (short breaks have none). A state may begin after today: it is what will be evidenced
 * from that day if nothing else happens (twelve months in the home, the 16th birthday), so read them as at a day.
 *
 * Long-term fostering is achieved from the first day on which the long-term code (U1, U4) and its legal basis (C2, or V2
 * with the match) both hold. It stops being achieved when the child moves or the plan turns to adoption, while what was
 * reached stays in `achieved`: once for each match, however often something else came between. Leaving care is achieved
 * by its reason (leavingCare.ts), on the day the period ended.
 */
export function permanenceEvidence(history: CareHistory): PermanenceEvidence {
  const states: PermanenceState[] = []
  const achieved: PermanenceAchieved[] = []
  const decisions = adoptionDecisions(history.facts)
  let homeIndex = 0
  let spellIndex = 0
  let left: LocalDate | null = null
  let previous: PeriodOfCare | null = null

  for (const period of history.periods) {
    if (period.kind === 'short breaks') continue
    // A decision for adoption holds for the time in care in which it was made; a period whose start is not known may be
    // the rest of one that began before.
    if (previous !== null && (period.startKnown || previous.endReason !== null)) left = previous.to
    previous = period

    const firstHome = homeIndex
    while (history.homes[homeIndex]?.periodNumber === period.number) homeIndex++
    const firstSpell = spellIndex
    while (history.legalSpells[spellIndex]?.periodNumber === period.number) spellIndex++
    const homes = history.homes.slice(firstHome, homeIndex)
    const spells = history.legalSpells.slice(firstSpell, spellIndex)

    statesOfPeriod({ period, homes, spells, decisions, since: left, bornOn: history.bornOn }, states, achieved)
    addLeaving(period, homes.at(-1), achieved)
  }
  return { states, achieved }
}

interface PeriodInView {
  readonly period: PeriodOfCare
  readonly homes: readonly Home[]
  readonly spells: readonly LegalSpell[]
  readonly decisions: readonly AdoptionDecisionSpan[]
  /** Only decisions made from this day on bear on the period; null for all. */
  readonly since: LocalDate | null
  readonly bornOn: LocalDate | null
}

function addLeaving(period: PeriodOfCare, lastHome: Home | undefined, achieved: PermanenceAchieved[]): void {
  const lastEpisode = period.episodes.at(-1)
  if (period.to === null || period.endReason === null || lastEpisode === undefined) return
  const route = routeOfLeaving(period.endReason, lastHome?.placementType ?? null)
  if (route !== null) achieved.push({ periodNumber: period.number, route, on: period.to, factId: lastEpisode.factId })
}

/** Walks the days on which anything may change, in order, and joins those on which nothing did. */
function statesOfPeriod(view: PeriodInView, states: PermanenceState[], achieved: PermanenceAchieved[]): void {
  const { period, homes, spells } = view
  const days = daysOfChange(view)
  const sixteenOn = view.bornOn === null ? null : birthday(view.bornOn, 16)
  let h = 0
  let t = 0
  let s = 0
  const first = states.length
  let reachedIn: Home | null = null
  let reachedBy: PermanenceState['route'] = null

  for (let i = 0; i < days.length; i++) {
    const from = days[i] ?? period.from
    const to = days[i + 1] ?? period.to
    while ((homes[h + 1]?.from ?? Infinity) <= from) {
      h++
      t = 0
    }
    while ((homes[h]?.types[t + 1]?.from ?? Infinity) <= from) t++
    while ((spells[s + 1]?.from ?? Infinity) <= from) s++
    const home = homes[h]
    const type = home?.types[t]
    const spell = spells[s]
    const legalFactId = spell?.factIds[0]
    if (home === undefined || type === undefined || spell === undefined || legalFactId === undefined) break

    const now: Situation = {
      placementType: type.placementType, typeSince: type.from, typeFactId: type.factId,
      legalStatus: spell.legalStatus, legalSince: spell.from, legalFactId,
      decision: standingDecision(view.decisions, view.since, from),
      reversal: latestReversal(view.decisions, view.since, from),
      is16: sixteenOn === null ? null : from >= sixteenOn,
    }
    const pointer = pointerOf(now)
    const settles = settlesOn(home)
    const yearInHome = settles !== null && from >= settles
    const state = stateOf(period.number, from, to, now, pointer, yearInHome)
    const last = states.length > first ? states[states.length - 1] : undefined
    if (last !== undefined && sayTheSame(last, state)) states[states.length - 1] = { ...last, to }
    else states.push(state)
    if (state.achieved && state.route !== null && (reachedIn !== home || reachedBy !== state.route)) {
      reachedIn = home
      reachedBy = state.route
      achieved.push({ periodNumber: period.number, route: state.route, on: from, factId: lastPiece(now, from) })
    }
  }
}

/** The day on which a home has lasted long enough to be settled, or null when it ended before. */
function settlesOn({ from, to }: Home): LocalDate | null {
  // Most homes are short, and twelve months are never under 365 days: spares the calendar most of its work.
  if (to !== null && to - from < 365) return null
  const on = addMonths(from, MONTHS_TO_SETTLE)
  return to === null || on < to ? on : null
}

/** The fact that completed an achievement: the one that began that day, or the reversal that cleared the way. */
function lastPiece(now: Situation, on: LocalDate): FactId {
  if (now.typeSince !== on && now.legalSince === on) return now.legalFactId
  if (now.typeSince !== on && now.reversal?.on === on) return now.reversal.factId
  return now.typeFactId
}

function stateOf(
  periodNumber: number, from: LocalDate, to: LocalDate | null, now: Situation, pointer: Pointer, yearInHome: boolean,
): PermanenceState {
  const { route } = pointer
  const legal = legalPermanence(route, now.placementType, now.legalStatus)
  const physical = physicalPermanence(now.placementType, yearInHome)
  const factIds = now.typeFactId === now.legalFactId ? [now.typeFactId] : [now.typeFactId, now.legalFactId]
  if (pointer.factId !== null) factIds.push(pointer.factId)
  const settled = physical === 'settled, not matched' ? `; ${MONTHS_TO_SETTLE} months in the same home` : ''
  return {
    periodNumber, from, to, route, legal, physical,
    achieved: (route === 'foster-ltf' || route === 'kin-foster-ltf') && legal === 'secured' && physical === 'matched',
    because: `${pointer.why}; ${legalStatusInFull(now.legalStatus)}${settled}`,
    factIds,
  }
}

const sayTheSame = (a: PermanenceState, b: PermanenceState): boolean =>
  a.route === b.route && a.legal === b.legal && a.physical === b.physical && a.achieved === b.achieved &&
  a.because === b.because

/** Days of the period on which the evidence may change, in order, the first being its first day. */
function daysOfChange({ period, homes, spells, decisions, bornOn }: PeriodInView): readonly LocalDate[] {
  const { from, to } = period
  const days: LocalDate[] = [from]
  const add = (day: LocalDate): void => {
    if (day > from && (to === null || day < to)) days.push(day)
  }
  let mayBeSupportedLiving = false
  for (const home of homes) {
    const settles = settlesOn(home)
    if (settles !== null) add(settles)
    for (const type of home.types) {
      add(type.from)
      mayBeSupportedLiving ||= isSupportedLiving(type.placementType)
    }
  }
  for (const spell of spells) add(spell.from)
  for (const { decidedOn, reversedOn } of decisions) {
    add(decidedOn)
    if (reversedOn !== null) add(reversedOn)
  }
  if (mayBeSupportedLiving && bornOn !== null) add(birthday(bornOn, 16))
  days.sort((a, b) => a - b)
  return days.filter((day, i) => i === 0 || day !== days[i - 1])
}
