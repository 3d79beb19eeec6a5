/** The first health assessment, within 20 working days of coming into care (domain 1.1 health-first). */
import { isoDate } from '../../time/localDate.ts'
import type { ClockRule, Occurrence } from '../clock.ts'
import { entryNotHeld, occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { cameIntoCare, periodsOfCare, stopOf, untold, wasInCare } from '../stops.ts'

export const healthNotInReturn = 'The return does not hold the date of the first health assessment.'

/** One for each period of care. The return cannot show that it was done, or that the young person refused. */
export const healthFirst: ClockRule = {
  id: 'health-first',
  title: 'First health assessment',
  words: 'A health assessment, with its report and health plan, should be ready within 20 working days of coming into care.',
  strength: 'guidance',
  mark: 'K',
  completedBy: 'an assessment by a registered medical practitioner, with its report; none is needed if the child was assessed in the 3 months before, and a child who understands may refuse',
  permanence: false,
  versions: [{
    version: 1,
    validFrom: isoDate('2011-04-01'),
    validTo: null,
    citation: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(1); Promoting the health and well-being of looked-after children (statutory guidance, 2015)',
    span: { unit: 'working days', count: 20 },
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const place = { periodNumber: period.number, sequence: 1 }
      const stop = stopOf(history, period)
      if (!period.startKnown) found.push(occurrenceWithoutStart(healthFirst, place, wasInCare(period), entryNotHeld))
      else if (stop === null || period.from < stop.on) {
        const ending = (dueOn: typeof period.to) => untold(dueOn, stop, healthNotInReturn)
        found.push(occurrenceFrom(healthFirst, place, cameIntoCare(period), context, ending))
      }
    }
    return found
  },
}
