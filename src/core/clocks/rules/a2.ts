/** Scorecard A2: 121 days from placement order to match (domain 1.6 a2-121). */
import { isoDate, type LocalDate } from '../../time/localDate.ts'
import { decisionsOf, reversalsOf } from '../adoptionFacts.ts'
import type { ClockRule, Happening, Occurrence } from '../clock.ts'
import { matchEnding, matchEvidence, matchNote } from '../matching.ts'
import { occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { periodsOfCare, stopOf } from '../stops.ts'

export const placementOrderStartNotHeld =
  'The child was already subject of a placement order on the first day held, so the day of the order is not known.'

/**
 * One for each placement order (E1) of a period; children without one have none. The order's end, a reversal that leaves
 * no decision for adoption in force, leaving care or turning 18 closes it; a decision made again while the order runs
 * starts another, counted from the order and applying from that decision.
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
        const factId = spell.factIds[0] ?? null
        const end = earliest(stopOf(history, period), spell.to === null || spell.to === period.to ? null
          : { on: spell.to, factId, what: 'was no longer subject of the placement order' })
        if (end !== null && end.on <= spell.from) continue
        if (!period.startKnown && spell.from === period.from) {
          sequence += 1
          const since = { on: spell.from, factId, what: 'was already subject of a placement order' }
          found.push(occurrenceWithoutStart(a2, { periodNumber: period.number, sequence }, since, placementOrderStartNotHeld))
          continue
        }
        const trigger: Happening = { on: spell.from, factId, what: 'was made subject of a placement order' }
        const decisions = decisionsOf(history, period)
        const reversals = reversalsOf(decisions)
        for (let since: LocalDate | undefined = spell.from; since !== undefined;) {
          sequence += 1
          const from: LocalDate = since
          const reversal = reversals.find(({ on }) => on > from) ?? null
          const stop = earliest(end, reversal)
          const shown = matchEvidence(history, period, spell.from, stop?.on ?? null)
          const place = { periodNumber: period.number, sequence }
          const occurrence = occurrenceFrom(a2, place, trigger, context, (dueOn) => matchEnding(shown, spell.from, dueOn, stop), matchNote(shown))
          found.push(from === spell.from ? occurrence : { ...occurrence, appliesFrom: from })
          const closed = reversal !== null && stop === reversal && shown.match === null && shown.implied === null
          since = closed ? decisions.find(({ on }) => on > reversal.on && (end === null || on < end.on))?.on : undefined
        }
      }
    }
    return found
  },
}

function earliest(one: Happening | null, other: Happening | null): Happening | null {
  if (one === null || other === null) return one ?? other
  return other.on < one.on ? other : one
}
