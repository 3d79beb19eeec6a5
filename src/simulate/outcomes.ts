/** What the return asks of a year: health and outcomes of the 12-months cohort (OC2), and care leavers (OC3). */
import {
  addDays, ageOn, birthday, collectionYearEnd, collectionYearOf, collectionYearStart, type LocalDate,
} from '../core/time/localDate.ts'
import { lastReportedBirthday, type Person, type Stay, type Values } from './life.ts'
import { happens, spread, weighted, type Chance } from './random.ts'

const yesNo = (chance: Chance, share: number): string => (happens(chance, share) ? '1' : '0')

/** One row for each year at whose end the child had been looked after for 12 months; shares as in England 2024. */
export function outcomesOf(
  chanceOf: (year: number) => Chance,
  person: Person,
  stays: readonly Stay[],
): readonly Values<'outcomes_year'>[] {
  const rows: Values<'outcomes_year'>[] = []
  for (const stay of stays) {
    if (stay.kind !== 'care') continue
    for (let year = collectionYearOf(addDays(stay.from, -1)) + 1; collectionYearEnd(year) < stay.to; year += 1) {
      if (stay.from <= collectionYearStart(year)) rows.push(outcomes(chanceOf(year), person, year))
    }
  }
  return rows
}

function outcomes(chance: Chance, person: Person, collectionYear: number): Values<'outcomes_year'> {
  const atStart = ageOn(person.bornOn, collectionYearStart(collectionYear))
  const atEnd = ageOn(person.bornOn, collectionYearEnd(collectionYear))
  // Asked of children who turn 4 by the end and were not yet 17 at the start (rules 186, 188, 189, 197B).
  const asked = atEnd >= 4 && atStart < 17
  const scored = asked && happens(chance, 0.78)
  const misuse = happens(chance, atEnd >= 13 ? 0.07 : 0.002)
  const received = misuse ? yesNo(chance, 0.39) : null
  return {
    collectionYear,
    sdqScore: scored ? String(Math.min(40, Math.max(0, spread(chance, 13.5, 0.5)))) : null,
    sdqReason: asked && !scored ? weighted(chance, [['SDQ2', 30], ['SDQ3', 8], ['SDQ4', 37], ['SDQ5', 25]] as const) : null,
    convicted: atEnd >= 10 ? yesNo(chance, 0.022) : null,
    developmentCheck: atEnd < 5 ? yesNo(chance, 0.88) : null,
    immunised: yesNo(chance, 0.82),
    teethChecked: yesNo(chance, 0.79),
    healthAssessed: yesNo(chance, 0.89),
    substanceMisuse: misuse ? '1' : '0',
    interventionReceived: received,
    interventionOffered: received === '0' ? yesNo(chance, 0.7) : null,
  }
}

/**
 * One row for each birthday from 17 to 21 on which a relevant or former relevant young person was out of care: 13 weeks
 * of care after the 14th birthday, some of it after the 16th (Children Act 1989 s.23A and Sch. 2 para. 19B). Not for
 * those adopted, taken over by another authority or who died (rules 1000, 1001, 1011).
 */
export function leaverYearsOf(
  chanceOf: (age: number) => Chance,
  person: Person,
  stays: readonly Stay[],
): readonly { readonly birthday: LocalDate; readonly values: Values<'care_leaver_year'> }[] {
  const rows: { birthday: LocalDate; values: Values<'care_leaver_year'> }[] = []
  const care = stays.filter(({ kind }) => kind === 'care')
  const fourteen = birthday(person.bornOn, 14)
  const sixteen = birthday(person.bornOn, 16)
  let gone = false
  for (let age = 17; age <= lastReportedBirthday && !gone; age += 1) {
    const day = birthday(person.bornOn, age)
    const before = care.filter(({ to }) => to < day)
    const last = before.at(-1)
    if (last === undefined || care.some(({ from, to }) => from <= day && day <= to)) continue
    const days = before.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, fourteen)), 0)
    if (last.to <= sixteen || days < 91 || ['E11', 'E12', 'E2', 'E3', 'E15'].includes(last.reason)) continue
    const chance = chanceOf(age)
    const home = (last.reason === 'E4A' || last.reason === 'E4B') && age <= 18
    const inTouch = weighted(chance, [
      ['YES', home ? 45 : 92.8], ['NO', home ? 4 : 4], ['NREQ', age >= 19 ? 1.6 : 0], ['REFU', 1.4], ['DIED', 0.2],
      ['RHOM', home ? 50 : 0],
    ])
    gone = inTouch === 'DIED'
    rows.push({ birthday: day, values: leaverYear(chance, inTouch, collectionYearOf(day), age, last.reason) })
  }
  return rows
}

function leaverYear(chance: Chance, inTouch: string, collectionYear: number, age: number, reason: string): Values<'care_leaver_year'> {
  if (inTouch !== 'YES') return { collectionYear, inTouch, activity: '0', accommodation: '0' }
  const activity = weighted(chance, age < 19
    ? [['F2', 48], ['F1', 3], ['F4', 2], ['F5', 9], ['P5', 2], ['G4', 4], ['G5', 30], ['G6', 2]]
    : [['F2', 20], ['F1', 7], ['P2', 2], ['F4', 2], ['F5', 22], ['P5', 5], ['G4', 9], ['G5', 28], ['G6', 5]])
  const stayed = reason === 'E17' && age >= 18
  const accommodation = weighted(chance, [
    ['Z1', stayed ? 60 / (age - 17.5) : age < 18 ? 0 : 2], ['B1', 12], ['D1', 32], ['U1', age < 18 ? 6 : 30], ['E1', 6],
    ['T1', age < 18 ? 0 : 3], ['K1', 4], ['Y1', 2], ['S2', 1.5], ['X2', 3], ['W2', 0.5], ['Y2', 1], ['U2', 1],
  ])
  return { collectionYear, inTouch, activity, accommodation }
}
