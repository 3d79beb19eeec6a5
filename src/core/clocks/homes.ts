/** What the homes of a history say about intended permanence and adoption. */
import type { CareHistory, Home, PeriodOfCare } from '../history/careHistory.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Happening } from './clock.ts'

/** Placed for adoption, by consent (A3, A4) or under a placement order (A5, A6). */
export function isAdoptive(placementType: string | null): boolean {
  return placementType === 'A3' || placementType === 'A4' || placementType === 'A5' || placementType === 'A6'
}

/** Placed for adoption with the carer the child already lived with. */
function isWithSameCarer(placementType: string | null): boolean {
  return placementType === 'A3' || placementType === 'A5'
}

/** Meant to last: a long-term match (U1 with family or friends, U4) or placed for adoption. */
export function isMeantToLast(placementType: string | null): boolean {
  return placementType === 'U1' || placementType === 'U4' || isAdoptive(placementType)
}

export const movedInWithCarers = 'moved in with the foster carers who became the adopters'

/** A move for adoption: the day the return shows it, and the day the child first lived with these people. */
export interface AdoptivePlacement {
  readonly home: Home
  readonly placed: Happening
  /** Earlier than `placed` when the foster carers became the adopters (A3, A5). */
  readonly movedIn: Happening
}

/** Each time the child was placed for adoption in a period, oldest first. A change between A codes in one home is none. */
export function adoptivePlacements(history: CareHistory, period: PeriodOfCare): readonly AdoptivePlacement[] {
  const found: AdoptivePlacement[] = []
  for (const home of history.homes) {
    if (home.periodNumber !== period.number) continue
    const first = home.types.find(({ placementType }) => isAdoptive(placementType))
    if (first === undefined) continue
    const placed = { on: first.from, factId: first.factId, what: 'was placed for adoption' }
    const movedIn = isWithSameCarer(first.placementType) && home.from < first.from
      ? { on: home.from, factId: home.factIds[0] ?? first.factId, what: movedInWithCarers }
      : { on: first.from, factId: first.factId, what: 'moved in with the adopters' }
    found.push({ home, placed, movedIn })
  }
  return found
}

/** The first day in a period on which the child lived in a home meant to last; null when there was none. */
export function firstMeantToLast(history: CareHistory, period: PeriodOfCare): Happening | null {
  for (const home of history.homes) {
    if (home.periodNumber !== period.number) continue
    for (const { from, placementType, factId } of home.types) {
      if (!isMeantToLast(placementType)) continue
      return {
        on: from,
        factId,
        what: isAdoptive(placementType) ? 'was placed for adoption' : 'was in a home matched for the long term',
      }
    }
  }
  return null
}

/** The code of a home on its first day. */
export function firstType(home: Home): string | null {
  return home.types[0]?.placementType ?? home.placementType
}

/** The legal status of a child on a day, or null when none is recorded. */
export function legalStatusOn(history: CareHistory, on: LocalDate): string | null {
  let found: string | null = null
  for (const spell of history.legalSpells) {
    if (spell.from > on) break
    if (spell.to === null || on < spell.to) found = spell.legalStatus
  }
  return found
}
