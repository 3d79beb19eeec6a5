/**
 * What is known of a child when the words around their life are made up, and what comes of it: records with who wrote each.
 * Everything here is pure; the same seed gives the same words and days on every machine. Ids come from outside.
 */
import type { LetterTemplate } from '../../core/reviews/letter.ts'
import type { ChallengePolicy } from '../../core/challenge/protocol.ts'
import type { Change } from '../../core/records/recordType.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { addDays, ageOn, earlier, later, weekday, yearMonthDay, type LocalDate } from '../../core/time/localDate.ts'
import type { WorkingCalendar } from '../../core/time/workingDays.ts'
import { stream, whole, type Chance } from '../random.ts'

export interface Somebody {
  readonly personId: string
  readonly name: string
}

/** The people around one child. */
export interface Hands {
  readonly worker: Somebody
  readonly manager: Somebody
  readonly officer: Somebody
  /** Whether the child has a social worker in a team that somebody manages. */
  readonly allocated: boolean
}

/** Those above everybody who works with a child. */
export interface Above {
  /** Answers concerns that go that far, and is the nominated officer. */
  readonly head: Somebody
  /** Closes the concerns that a reviewing officer raised. */
  readonly reviewingManager: Somebody
}

/** Where and when the words are made up. */
export interface Setting {
  readonly seed: string
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly challenge: ChallengePolicy
  readonly letters: readonly LetterTemplate[]
  readonly newId: () => string
}

/** A record and whoever wrote this version of it. In the order in which they were written. */
export interface Authored {
  readonly by: string
  readonly change: Change
}

/** What one part of a child's life draws its chances from: adding a part changes no other. */
export const chanceOf = ({ seed }: Setting, { code }: Pick<ChildInCare, 'code'>, part: string): Chance => stream(seed, code, 'lives', part)

/** What a child of an age can say and read. */
export type Age = 'baby' | 'small' | 'middle' | 'teen' | 'older'

/** Completed years decide: under 3, 3 to 6, 7 to 11, 12 to 15, from 16. */
export function ageBand(bornOn: LocalDate, on: LocalDate): Age {
  const years = ageOn(bornOn, on)
  return years < 3 ? 'baby' : years < 7 ? 'small' : years < 12 ? 'middle' : years < 16 ? 'teen' : 'older'
}

/** A weekday some days back from a day, never before `since`: people write on working days. */
export function daysBack(chance: Chance, from: LocalDate, least: number, most: number, since: LocalDate): LocalDate {
  return earlier(from, later(since, weekdayBy(addDays(from, -whole(chance, least, most)))))
}

/** The day itself, or the last one before it that is neither of a weekend nor of the days around Christmas and New Year, which hold the substitute bank holidays too. */
export function weekdayBy(day: LocalDate): LocalDate {
  const { month, day: inMonth } = yearMonthDay(day)
  const festive = month === 12 && inMonth >= 25 && inMonth <= 28 || month === 1 && inMonth <= 3
  return weekday(day) > 5 || festive ? weekdayBy(addDays(day, -1)) : day
}
