/** A match within 6 months of the decision that the child should be placed for adoption (domain 1.6 adoption-match-6m). */
import type { CareHistory } from '../../history/careHistory.ts'
import { addMonths, isoDate } from '../../time/localDate.ts'
import { decisionsOf, type Decision } from '../adoptionFacts.ts'
import type { ClockRule, Happening, Occurrence } from '../clock.ts'
import { matchEnding, matchEvidence, matchNote } from '../matching.ts'
import { bothNotes, occurrenceFrom } from '../occurrence.ts'
import { periodsOfCare, stopOf } from '../stops.ts'

export const mayBeRelinquished =
  'Where the parents asked for the adoption of a baby under 6 months, the limit is 3 months. The return does not say so.'

const noteFor = (history: CareHistory, decision: Decision): string | null =>
  history.bornOn !== null && decision.on < addMonths(history.bornOn, 6) ? mayBeRelinquished : null

/** One for each decision; a reversal, leaving care or turning 18 closes it. */
export const adoptionMatch: ClockRule = {
  id: 'adoption-match-6m',
  title: 'Match for adoption',
  words: 'A match should be identified and approved within 6 months of the decision that the child should be placed for adoption.',
  strength: 'guidance',
  mark: 'K',
  completedBy: 'a match with adopters approved by the agency decision maker',
  permanence: true,
  versions: [{
    version: 1,
    validFrom: isoDate('2011-04-01'),
    validTo: null,
    citation: 'Adoption statutory guidance (2011, revised 2013), on the time between the decision and the match',
    span: { unit: 'months', count: 6 },
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const decisions = decisionsOf(history, period)
      let sequence = 0
      for (const decision of decisions) {
        let stop = stopOf(history, period)
        if (decision.reversedOn !== null && (stop === null || decision.reversedOn <= stop.on)) {
          stop = { on: decision.reversedOn, factId: decision.factId, what: 'no longer had adoption as the plan' }
        }
        if (stop !== null && stop.on <= decision.on) continue
        sequence += 1
        const place = { periodNumber: period.number, sequence }
        const trigger: Happening = { on: decision.on, factId: decision.factId, what: 'had the decision that they should be placed for adoption' }
        const shown = matchEvidence(history, period, decision.on, stop?.on ?? null)
        const note = bothNotes(matchNote(shown), noteFor(history, decision))
        found.push(occurrenceFrom(adoptionMatch, place, trigger, context, (dueOn) => matchEnding(shown, decision.on, dueOn, stop), note))
      }
    }
    return found
  },
}
