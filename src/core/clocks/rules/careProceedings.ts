/** Care proceedings, 26 weeks from issue (Children Act 1989 s.32; domain 1.4 care-proceedings-26). */
import type { LegalSpell, PeriodOfCare } from '../../history/careHistory.ts'
import { isoDate } from '../../time/localDate.ts'
import type { ClockRule, Ending, Happening, Occurrence } from '../clock.ts'
import { occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { leftCare, periodsOfCare, stopOf, stopped } from '../stops.ts'

export const issueStandsIn =
  'The return does not hold the day on which proceedings were issued. The first interim care order stands in: proceedings were issued on or before it, so the true due date is this one or an earlier one.'
export const endsByReturnHome = 'The child went home while under an interim care order, which is taken as the end of the proceedings.'
export const interimOrderStartNotHeld =
  'The child was already under an interim care order on the first day held, so when proceedings began is not known.'

const start = isoDate('2014-04-22')

/** Statuses that may lie inside proceedings: interim order, emergency protection, police protection, assessment, remand. */
const goesOn = new Set(['C1', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3', null])

const finalOrders: Readonly<Record<string, string>> = {
  C2: 'was made subject of a care order',
  E1: 'was made subject of a placement order',
  D1: 'was freed for adoption',
}

/** Leaving care that is itself the court's final answer, or the child's return. */
const endedByLeaving = new Set(['E41', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48', 'E11', 'E12', 'E4A', 'E4B'])

/** How proceedings that began with one spell ended, looking through the later spells of the period. */
function proceedingsEnding(
  period: PeriodOfCare, after: readonly LegalSpell[], stop: Happening | null,
): Ending {
  for (const spell of after) {
    if (goesOn.has(spell.legalStatus)) continue
    if (stop !== null && stop.on < spell.from) break
    const by = { on: spell.from, factId: spell.factIds[0] ?? null }
    const order = spell.legalStatus === null ? undefined : finalOrders[spell.legalStatus]
    if (order !== undefined) return { kind: 'met', by: { ...by, what: order } }
    return { kind: 'not required', by: { ...by, what: 'was no longer under an interim order, with no final order recorded' } }
  }
  const left = leftCare(period)
  if (left !== null && stop?.on === left.on && period.endReason !== null && endedByLeaving.has(period.endReason)) {
    return { kind: 'met', by: left }
  }
  return stopped(stop)
}

/**
 * One for each set of proceedings in a period: it begins with an interim care order (C1) that does not follow another
 * inside the same proceedings. An emergency protection order before it does not count: the application for a care order
 * may come after it, and a due date that is too early would accuse wrongly. None before 22 April 2014, when the limit
 * became law. Extensions of up to 8 weeks are the court's, and not in the return.
 */
export const careProceedings: ClockRule = {
  id: 'care-proceedings-26',
  title: 'Care proceedings within 26 weeks',
  words: 'The court must dispose of an application for a care order within 26 weeks of the day on which it was issued.',
  strength: 'statute',
  mark: 'V',
  completedBy: 'a final order (care order, placement order, special guardianship or child arrangements order) or the child going home; the court may extend the time by up to 8 weeks each time',
  permanence: true,
  versions: [{
    version: 1,
    validFrom: start,
    validTo: null,
    citation: 'Children Act 1989, section 32, as amended by the Children and Families Act 2014, section 14',
    span: { unit: 'weeks', count: 26 },
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const spells = history.legalSpells.filter(({ periodNumber }) => periodNumber === period.number)
      const stop = stopOf(history, period)
      let running = false
      let sequence = 0
      for (let index = 0; index < spells.length; index += 1) {
        const spell = spells[index]
        if (spell === undefined) continue
        if (!goesOn.has(spell.legalStatus)) running = false
        if (spell.legalStatus !== 'C1' || running) continue
        running = true
        if (spell.from < start || (stop !== null && stop.on <= spell.from)) continue
        sequence += 1
        const place = { periodNumber: period.number, sequence }
        const factId = spell.factIds[0] ?? null
        if (!period.startKnown && spell.from === period.from) {
          const since = { on: spell.from, factId, what: 'was already under an interim care order' }
          found.push(occurrenceWithoutStart(careProceedings, place, since, interimOrderStartNotHeld))
          continue
        }
        const ending = proceedingsEnding(period, spells.slice(index + 1), stop)
        const home = ending.kind === 'met' && ending.by.what === 'returned home'
        const note = home ? `${issueStandsIn} ${endsByReturnHome}` : issueStandsIn
        const trigger = { on: spell.from, factId, what: 'was made subject of an interim care order' }
        found.push(occurrenceFrom(careProceedings, place, trigger, context, ending, note))
      }
    }
    return found
  },
}
