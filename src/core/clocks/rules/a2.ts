/** Scorecard A2: 121 days from placement order to match (domain 1.6 a2-121). */
import { isoDate } from '../../time/localDate.ts'
import { lastReversal } from '../adoptionFacts.ts'
import type { ClockRule, Happening, Occurrence } from '../clock.ts'
import { matchEnding, matchEvidence, matchNote } from '../matching.ts'
import { occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { periodsOfCare, stopOf } from '../stops.ts'

export const placementOrderStartNotHeld =
  'The child was already subject of a placement order on the first day held, so the day of the order is not known.'

/**
 * One for each placement order (E1) of a period; children without one have none. The order's end, the reversal of the
 * last decision for adoption, leaving care or turning 18 closes it.
 */
export const a2: ClockRule = {
  id: 'a2-121',
  title: 'Match within 121 days of the placement order',
  words: 'The adoption scorecard (A2) counts the days from the placement order to the match, against 121 days (4 months).',
  strength: 'scorecard',
  mark: 'V',
  completedBy: 'a match with adopters approved by the agency decision maker; 0 days when it came before the order',
  permanence: true,
  versions: [{
    version: 1,
    validFrom: isoDate('2013-04-01'),
    validTo: null,
    citation: 'Department for Education adoption scorecard, indicator A2; threshold last set for 2013 to 2016',
    span: { unit: 'days', count: 121 },
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      let sequence = 0
      for (const spell of history.legalSpells) {
        if (spell.periodNumber !== period.number || spell.legalStatus !== 'E1') continue
        const stop = earliestStop([
          stopOf(history, period),
          spell.to === null || spell.to === period.to ? null : { on: spell.to, factId: spell.factIds[0] ?? null, what: 'was no longer subject of the placement order' },
          lastReversal(history, period),
        ], spell.from)
        if (stop !== null && stop.on <= spell.from) continue
        sequence += 1
        const place = { periodNumber: period.number, sequence }
        const factId = spell.factIds[0] ?? null
        if (!period.startKnown && spell.from === period.from) {
          const since = { on: spell.from, factId, what: 'was already subject of a placement order' }
          found.push(occurrenceWithoutStart(a2, place, since, placementOrderStartNotHeld))
          continue
        }
        const trigger: Happening = { on: spell.from, factId, what: 'was made subject of a placement order' }
        const shown = matchEvidence(history, period, spell.from, stop?.on ?? null)
        found.push(occurrenceFrom(a2, place, trigger, context, (dueOn) => matchEnding(shown, spell.from, dueOn, stop), matchNote(shown, stop)))
      }
    }
    return found
  },
}

/** The first of several stops. One from before the order (a reversal of an earlier plan) does not count. */
function earliestStop(stops: readonly (Happening | null)[], from: number): Happening | null {
  let first: Happening | null = null
  for (const stop of stops) {
    if (stop !== null && stop.on > from && (first === null || stop.on < first.on)) first = stop
  }
  return first
}
