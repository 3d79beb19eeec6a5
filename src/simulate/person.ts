/** Who a simulated child is. Nobody real: the numbers used cannot be anyone's. */
import { addDays, birthday, collectionYearEnd, yearMonthDay, ageOn, type LocalDate } from '../core/time/localDate.ts'
import { happens, weighted, whole, type Chance, type Weighted } from './random.ts'
import type { Person } from './life.ts'

/** A mixed city: between the shares of England and those of a north London borough (DfE, 2025). */
const ethnicities: Weighted<string> = [
  ['WBRI', 34], ['WIRI', 1], ['WOTH', 9], ['WIRT', 0.6], ['WROM', 0.8], ['MWBC', 7], ['MWBA', 3], ['MWAS', 2],
  ['MOTH', 5], ['AIND', 0.8], ['APKN', 1.2], ['ABAN', 1.5], ['AOTH', 2], ['BCRB', 10], ['BAFR', 13], ['BOTH', 4.5],
  ['CHNE', 0.3], ['OOTH', 3.5], ['REFU', 0.3], ['NOBT', 0.5],
]

/** Where unaccompanied children of 2020 to 2026 mostly came from: Afghanistan, Sudan, Eritrea, Iran, Iraq, Albania. */
const ethnicitiesFromAbroad: Weighted<string> = [
  ['AOTH', 28], ['BAFR', 30], ['OOTH', 24], ['WOTH', 12], ['BOTH', 4], ['NOBT', 2],
]

/** Puts together the person: `bornOn` is moved off days that would sit on the seam of two collection years. */
export function makePerson(
  chance: Chance,
  child: { readonly number: number; readonly authority: string; readonly bornOn: LocalDate; readonly unaccompanied: boolean },
): Person {
  const bornOn = offTheSeam(child.bornOn)
  const sex = happens(chance, child.unaccompanied ? 0.93 : 0.51) ? 'M' : 'F'
  const mother = sex === 'F' && !child.unaccompanied && happens(chance, 0.025)
  return {
    code: childCode(child.number),
    bornOn,
    sex,
    ethnicity: weighted(chance, child.unaccompanied ? ethnicitiesFromAbroad : ethnicities),
    upn: child.unaccompanied && happens(chance, 0.6) ? 'UN3' : pupilNumber(child.authority, child.number),
    firstChildBornOn: mother ? addDays(birthday(bornOn, 15), whole(chance, 90, 1050)) : null,
    unaccompanied: child.unaccompanied,
  }
}

/** Six digits with a leading zero, as old case systems give: text, not a number. */
function childCode(number: number): string {
  return String(10000 + number).padStart(6, '0')
}

/**
 * A well-formed UPN: check letter, the authority, year, serial. The authority's number is an invented one, so that no
 * real pupil can hold it. Check letter: weights 2 to 13, sum modulo 23, from the alphabet without I, O and S.
 */
function pupilNumber(authority: string, number: number): string {
  const digits = authority.slice(-3).padStart(3, '9') + String(number).padStart(9, '0')
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[i]) * (i + 2)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] ?? 'A'}${digits}`
}

/** UN1 stands for a child not of school age, who gets a number in the year of the fifth birthday. */
export function pupilNumberIn(person: Person, year: number): string {
  return ageOn(person.bornOn, collectionYearEnd(year)) < 5 ? 'UN1' : person.upn
}

/**
 * The day itself, or three days later for 30 March to 1 April. A person who turns 18, or comes into care, on such a day
 * would stand on the very seam where the 12-months cohort is counted, and the published rules do not agree on which
 * side that falls.
 */
export function offTheSeam(day: LocalDate): LocalDate {
  return onTheSeam(day) ? addDays(day, 3) : day
}

/** The same for the end of a stay: four days earlier, so that none outlasts a birthday. */
export function beforeTheSeam(day: LocalDate): LocalDate {
  return onTheSeam(day) ? addDays(day, -4) : day
}

function onTheSeam(day: LocalDate): boolean {
  const { month, day: number } = yearMonthDay(day)
  return (month === 3 && number >= 30) || (month === 4 && number === 1)
}
