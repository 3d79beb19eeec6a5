/** The first visit to a new home, within one week (CPPCR 2010 reg 28; domain 1.3). */
import { isoDate } from '../../time/localDate.ts'
import type { ClockRule, Happening, Occurrence } from '../clock.ts'
import { firstType, isAdoptive, legalStatusOn } from '../homes.ts'
import { occurrenceFrom, occurrenceWithoutStart } from '../occurrence.ts'
import { periodsOfCare, stopOf, untold } from '../stops.ts'

export const visitNotInReturn = 'The return does not hold visits.'
export const homeStartNotHeld = 'The child already lived in this home on the first day held, so when they moved in is not known.'

/**
 * How often visits follow the first, by situation: the first that applies, as far as the return's codes tell it
 * (domain 1.3). Words only: without visits in the return, no later visit can be dated.
 */
export const laterVisits = {
  interimOrderWithParent: 'With a parent under an interim care order: at least weekly until the first review, then every 4 weeks at most.',
  careOrderWithParent: 'With a parent under a care order: within 1 week of the order, then every 6 weeks at most.',
  withParent: 'With a parent: at least weekly until the first review while the assessment of the parent is not complete, then every 6 weeks at most.',
  custody: 'In custody or under remand: then every 6 weeks at most, or as the independent reviewing officer recommends.',
  health: 'While another body is responsible for where the child lives: then every 6 weeks at most for the first year.',
  familyOrFriends: 'While the carer is only temporarily approved: at least weekly until the first review, then every 4 weeks at most. Otherwise every 6 weeks at most.',
  longTerm: 'Then every 6 weeks at most for the first year; after it every 3 months at most, or every 6 months in a long-term foster home if the child agrees.',
  standard: 'Then every 6 weeks at most; after the first year every 3 months at most, if the child is meant to stay until 18.',
} as const

/** The situation of a home on its first day, from the placement and the legal status. */
export function laterVisitsFor(placementType: string | null, legalStatus: string | null): string {
  switch (placementType) {
    case 'P1':
      if (legalStatus === 'C1') return laterVisits.interimOrderWithParent
      return legalStatus === 'C2' ? laterVisits.careOrderWithParent : laterVisits.withParent
    case 'R5': return laterVisits.custody
    case 'R2': return laterVisits.health
    case 'U3': return laterVisits.familyOrFriends
    case 'U1': case 'U4': return laterVisits.longTerm
    default: return laterVisits.standard
  }
}

/**
 * One for each home, numbered like the home; none for a home that began as a placement for adoption, which has its own
 * rule. A change of code in the same home starts nothing. Moving on, leaving care or turning 18 by the due date closes it.
 */
export const visitFirst: ClockRule = {
  id: 'visit-first',
  title: 'First visit',
  words: 'A social worker must visit the child within 1 week of the start of each placement.',
  strength: 'statute',
  mark: 'V',
  completedBy: 'a visit at which the child was seen, and seen alone unless there was a reason not to',
  permanence: false,
  versions: [{
    version: 1,
    validFrom: isoDate('2011-04-01'),
    validTo: null,
    citation: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
    span: { unit: 'weeks', count: 1 },
  }],
  occurrences: (history, _evidence, context) => {
    const found: Occurrence[] = []
    for (const period of periodsOfCare(history)) {
      const stop = stopOf(history, period)
      for (const home of history.homes) {
        if (home.periodNumber !== period.number || isAdoptive(firstType(home))) continue
        if (stop !== null && stop.on <= home.from) continue
        const place = { periodNumber: period.number, sequence: home.number }
        const factId = home.factIds[0] ?? null
        if (!period.startKnown && home.from === period.from) {
          found.push(occurrenceWithoutStart(visitFirst, place, { on: home.from, factId, what: 'already lived in this home' }, homeStartNotHeld))
          continue
        }
        const trigger: Happening = { on: home.from, factId, what: 'moved into this home' }
        const moved: Happening | null = home.to !== null && (stop === null || home.to < stop.on)
          ? { on: home.to, factId, what: 'moved on from this home' } : stop
        const note = laterVisitsFor(firstType(home), legalStatusOn(history, home.from))
        found.push(occurrenceFrom(visitFirst, place, trigger, context, (dueOn) => untold(dueOn, moved, visitNotInReturn), note))
      }
    }
    return found
  },
}
