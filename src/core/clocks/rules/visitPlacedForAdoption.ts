/** The first visit after a child is placed for adoption, within one week (AAR 2005 reg 36(4); domain 1.3). */
import { isoDate } from '../../time/localDate.ts'
import type { ClockRule, Happening, Occurrence } from '../clock.ts'
import { adoptivePlacements } from '../homes.ts'
import { occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { periodsOfCare, stopOf, untold } from '../stops.ts'
import { visitNotInReturn } from './visitFirst.ts'

export const laterAdoptionVisits =
  'Then at least weekly until the first adoption review, within 4 weeks, and after it as each review decides. The child and the adopters are both visited.'
export const placementStartNotHeld =
  'The child was already placed for adoption on the first day held, so the day of the placement is not known.'

/** One for each placement for adoption. Its end, the adoption order, leaving care or turning 18 by the due date closes it. */
export const visitPlacedForAdoption: ClockRule = {
  id: 'visit-placed-for-adoption',
  title: 'First visit, placed for adoption',
  words: 'The child must be visited within 1 week of being placed for adoption.',
  strength: 'statute',
  mark: 'V',
  completedBy: 'a visit to the child and the adopters, with a written report',
  permanence: false,
  versions: [{
    version: 1,
    validFrom: isoDate('2005-12-30'),
    validTo: null,
    citation: 'Adoption Agencies Regulations 2005 (SI 2005/389), regulation 36(4)',
    span: { unit: 'weeks', count: 1 },
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      let sequence = 0
      for (const { home, placed } of adoptivePlacements(history, period)) {
        if (stop !== null && stop.on <= placed.on) continue
        sequence += 1
        const place = { periodNumber: period.number, sequence }
        if (!period.startKnown && placed.on === period.from) {
          const since = { ...placed, what: 'was already placed for adoption' }
          found.push(occurrenceWithoutStart(visitPlacedForAdoption, place, since, placementStartNotHeld))
          continue
        }
        const moved: Happening | null = home.to !== null && (stop === null || home.to < stop.on)
          ? { on: home.to, factId: home.factIds[0] ?? null, what: 'moved on from this home' } : stop
        const ending = (dueOn: typeof home.to) => untold(dueOn, moved, visitNotInReturn)
        found.push(occurrenceFrom(visitPlacedForAdoption, place, placed, context, ending, laterAdoptionVisits))
      }
    }
    return found
  },
}
