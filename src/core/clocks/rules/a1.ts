/** Scorecard A1 and A10: 426 days from entry to moving in with the adopters (domain 1.6 a1-426). */
import type { CareHistory, PeriodOfCare } from '../../history/careHistory.ts'
import { isoDate, type LocalDate } from '../../time/localDate.ts'
import { decisionsOf, endedInAdoption, reversalsOf } from '../adoptionFacts.ts'
import type { ClockRule, Ending, Happening, Occurrence } from '../clock.ts'
import { adoptivePlacements, movedInWithCarers, type AdoptivePlacement } from '../homes.ts'
import { entryNotHeld, occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { cameIntoCare, leftCare, periodsOfCare, stopOf, stopped, wasInCare } from '../stops.ts'

export const countedToCarer =
  'Adopted, or to be adopted, by the foster carers the child already lived with: counted to the day of moving in with them (A10).'
export const placementNotHeld =
  'The child was adopted, but no placement for adoption is recorded, so the day of moving in with the adopters is not known.'

/** The days on which the return shows adoption as the plan: decisions, placement orders, placements, the order itself. */
function signsOfPlan(history: CareHistory, period: PeriodOfCare, placements: readonly AdoptivePlacement[]): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (const { on } of decisionsOf(history, period)) days.push(on)
  for (const spell of history.legalSpells) {
    if (spell.periodNumber === period.number && spell.legalStatus === 'E1') days.push(spell.from)
  }
  for (const { placed } of placements) days.push(placed.on)
  if (period.to !== null && endedInAdoption(period)) days.push(period.to)
  return days.sort((a, b) => a - b)
}

/** The home of the foster carers who adopted, where the return says that they did; null otherwise. */
function homeOfAdoptingCarers(history: CareHistory, period: PeriodOfCare, placement: AdoptivePlacement | undefined): Happening | null {
  if (!endedInAdoption(period) || !history.facts.adoption.some(({ byFosterCarer }) => byFosterCarer === '1')) return null
  const home = placement?.home ?? history.homes.findLast(({ periodNumber }) => periodNumber === period.number)
  return home === undefined ? null : { on: home.from, factId: home.factIds[0] ?? null, what: movedInWithCarers }
}

function endingOf(history: CareHistory, period: PeriodOfCare, placement: AdoptivePlacement | undefined, stop: Happening | null): Ending {
  const moved = homeOfAdoptingCarers(history, period, placement) ?? placement?.movedIn
  if (moved !== undefined) return { kind: 'met', by: moved }
  const left = leftCare(period)
  if (left !== null && stop?.on === left.on && endedInAdoption(period)) return { kind: 'cannot tell', because: placementNotHeld, by: left }
  return stopped(stop)
}

/**
 * One for each stretch of a period in which the return shows adoption as the plan (from a decision, a placement order, a
 * placement or an adoption, to a reversal); it applies from that day, though it counts from entry. The first placement
 * for adoption meets it, and ends the matter for the period. Counting to foster carers who adopt (A10) is the one thing
 * that looks back: the day they became the adopters shows that the clock was met when the child moved in with them.
 */
export const a1: ClockRule = {
  id: 'a1-426',
  title: 'With adopters within 426 days',
  words: 'The adoption scorecard (A1, A10) counts the days from coming into care to moving in with the adopters, against 426 days (14 months).',
  strength: 'scorecard',
  mark: 'V',
  completedBy: 'moving in with the adopters; for a child adopted by their own foster carers, moving in with those carers',
  permanence: true,
  versions: [{
    version: 1,
    validFrom: isoDate('2013-04-01'),
    validTo: null,
    citation: 'Department for Education adoption scorecard, indicators A1 and A10; threshold last set for 2013 to 2016 as 14 months, taken as 426 days',
    span: { unit: 'days', count: 426 },
    mark: 'K',
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      const before18 = (on: LocalDate): boolean => stop === null || on <= stop.on
      const placements = adoptivePlacements(history, period).filter(({ placed }) => before18(placed.on))
      const signs = signsOfPlan(history, period, placements).filter(before18)
      if (signs.length === 0 || (stop !== null && stop.on <= period.from)) continue
      const reversals = reversalsOf(decisionsOf(history, period))
      let sequence = 0
      for (let appliesFrom = signs[0]; appliesFrom !== undefined;) {
        sequence += 1
        const place = { periodNumber: period.number, sequence }
        const since = appliesFrom
        const placement = placements.find(({ placed }) => placed.on >= since)
        const reversal = reversals.find(({ on }) => on >= since)
        const reversed = reversal !== undefined && (placement === undefined || reversal.on < placement.placed.on) && (stop === null || reversal.on < stop.on)
        const ending = reversed ? stopped(reversal) : endingOf(history, period, placement, stop)
        const note = ending.kind === 'met' && ending.by.what === movedInWithCarers ? countedToCarer : null
        const occurrence = period.startKnown
          ? occurrenceFrom(a1, place, cameIntoCare(period), context, ending, note)
          : occurrenceWithoutStart(a1, place, wasInCare(period), entryNotHeld)
        found.push({ ...occurrence, appliesFrom: since })
        appliesFrom = reversed && period.startKnown ? signs.find((on) => on > reversal.on) : undefined
      }
    }
    return found
  },
}
