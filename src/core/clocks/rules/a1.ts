/** Scorecard A1 and A10: 426 days from entry to moving in with the adopters (domain 1.6 a1-426). */
import type { CareHistory, PeriodOfCare } from '../../history/careHistory.ts'
import { isoDate, type LocalDate } from '../../time/localDate.ts'
import { decisionsOf, endedInAdoption, lastReversal } from '../adoptionFacts.ts'
import type { ClockRule, Ending, Happening, Occurrence } from '../clock.ts'
import { adoptivePlacements } from '../homes.ts'
import { entryNotHeld, occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { cameIntoCare, leftCare, periodsOfCare, stopOf, stopped } from '../stops.ts'

export const countedToCarer =
  'Adopted, or to be adopted, by the foster carers the child already lived with: counted to the day of moving in with them (A10).'
export const placementNotHeld =
  'The child was adopted, but no placement for adoption is recorded, so the day of moving in with the adopters is not known.'

/** The day the child moved in with the people who adopt, by what the return shows; null when it shows none. */
function movedIn(history: CareHistory, period: PeriodOfCare): Happening | null {
  const byCarers = history.facts.adoption.some(({ byFosterCarer }) => byFosterCarer === '1') && endedInAdoption(period)
  const [first] = adoptivePlacements(history, period)
  if (!byCarers) return first?.movedIn ?? null
  const home = first?.home ?? history.homes.findLast(({ periodNumber }) => periodNumber === period.number)
  return home === undefined ? null : { on: home.from, factId: home.factIds[0] ?? null, what: 'moved in with the foster carers who became the adopters' }
}

/** The first day on which adoption was the child's plan, as far as the return shows; null when it never was. */
function adoptionPlannedFrom(history: CareHistory, period: PeriodOfCare): LocalDate | null {
  const days: LocalDate[] = []
  for (const { on } of decisionsOf(history, period)) days.push(on)
  for (const spell of history.legalSpells) {
    if (spell.periodNumber === period.number && spell.legalStatus === 'E1') days.push(spell.from)
  }
  for (const { placed } of adoptivePlacements(history, period)) days.push(placed.on)
  if (period.to !== null && endedInAdoption(period)) days.push(period.to)
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
}

function endingOf(history: CareHistory, period: PeriodOfCare, moved: Happening | null, stop: Happening | null): Ending {
  if (moved !== null) return { kind: 'met', by: moved }
  const reversal = lastReversal(history, period)
  if (reversal !== null && (stop === null || reversal.on < stop.on)) return stopped(reversal)
  const adopted = leftCare(period)
  if (adopted !== null && endedInAdoption(period)) return { kind: 'cannot tell', because: placementNotHeld, by: adopted }
  return stopped(stop)
}

/**
 * One for each period in which the return shows adoption as the plan (a decision, a placement order, a placement, an
 * adoption); it applies from that day, though it counts from entry. The first placement for adoption meets it.
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
      const appliesFrom = adoptionPlannedFrom(history, period)
      const stop = stopOf(history, period)
      if (appliesFrom === null || (stop !== null && stop.on <= period.from)) continue
      const place = { periodNumber: period.number, sequence: 1 }
      if (!period.startKnown) {
        const since = { on: period.from, factId: period.episodes[0]?.factId ?? null, what: 'was already in care' }
        found.push({ ...occurrenceWithoutStart(a1, place, since, entryNotHeld), appliesFrom })
        continue
      }
      const moved = movedIn(history, period)
      const note = moved !== null && moved.what.includes('foster carers') ? countedToCarer : null
      const ending = endingOf(history, period, moved, stop)
      found.push({ ...occurrenceFrom(a1, place, cameIntoCare(period), context, ending, note), appliesFrom })
    }
    return found
  },
}
