/** What rules read out of a return about care leavers: their information in OC3, and what care they have left. */
import { addDays, birthday, later, type LocalDate } from '../../../core/time/localDate.ts'
import { birthOf } from './birth.ts'
import { isShortBreak } from './care.ts'
import { touchesYear } from './chain.ts'
import type { CheckContext } from './context.ts'
import { isBlank, isUnreadable, type ChildRows, type RowOf } from './rows.ts'

/** The three things told of a care leaver, which OC3 gives together or not at all. */
export const careLeaverColumns = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const

/** Thirteen weeks (Children Act 1989 Schedule 2 paragraph 19B; Care Planning Regulations 2010 regulation 40). */
const THIRTEEN_WEEKS = 91

/**
 * When a care leaver was born: by the Header, where the DfE's list says so (1001, 3001), and by the row itself where the
 * Header does not tell. Undefined when neither can be read. Reads DOB of both.
 */
export function bornByHeader(child: ChildRows, { DOB }: RowOf<'OC3'>): LocalDate | undefined {
  return birthOf(child)?.DOB ?? DOB ?? undefined
}

/**
 * Whether none of the child's episodes in this return ran on a day of the year. False where its dates do not tell. Reads
 * DECOM and DEC.
 */
export function notLookedAfterInYear(child: ChildRows, context: CheckContext): boolean {
  return child.Episodes.every((episode) => touchesYear(episode, child, context) === false)
}

/**
 * Whether the child was looked after on a day and still was when it closed: care that ended that day had been left.
 * Short breaks are no care to leave. False where the dates do not tell. Reads DECOM, DEC and LS.
 */
export function lookedAfterBeyond(child: ChildRows, day: LocalDate): boolean {
  return child.Episodes.some(
    (episode) =>
      episode.DECOM !== null && episode.DECOM <= day && !isShortBreak(episode) &&
      // An earlier episode left open (rule 142) ended some day that nobody knows.
      (episode.DEC === null ? isBlank(episode, 'DEC') && child.Episodes.at(-1) === episode : episode.DEC > day),
  )
}

/** The 17th and the 18th birthday, where they fall in the year. */
export function birthdaysInYear(born: LocalDate, { start, end }: CheckContext): readonly LocalDate[] {
  return [birthday(born, 17), birthday(born, 18)].filter((day) => day >= start && day <= end)
}

/**
 * Whether this year's and last year's episodes make a relevant or former relevant child: looked after for thirteen weeks
 * or more in all since the 14th birthday, some of it at 16 or later (Children Act 1989 sections 23A and 23C; Schedule 2
 * paragraph 19B; Care Planning Regulations 2010 regulation 40). Short breaks do not count (same regulation). A day in care
 * counts however short. Undefined where a date that decides it is not there or cannot be read. Reads DECOM, DEC and LS of
 * both years.
 */
export function wasEligible(child: ChildRows, born: LocalDate, { start, end }: CheckContext): boolean | undefined {
  const stays: { readonly from: LocalDate; readonly to: LocalDate }[] = []
  for (const episode of [...(child.last?.Episodes ?? []), ...child.Episodes]) {
    if (isShortBreak(episode)) continue
    const { DECOM: from, DEC } = episode
    // An episode that ends before it begins (rule 356) has one day wrong, and nobody can tell which.
    if (from === null || isUnreadable(episode, 'DEC') || (DEC !== null && DEC < from)) return undefined
    // Last year's file knows of an open episode only that it lasted to the end of that year.
    stays.push({ from, to: DEC ?? (episode.last ? addDays(start, -1) : end) })
  }
  stays.sort((a, b) => a.from - b.from)
  const sixteen = birthday(born, 16)
  let counted = addDays(birthday(born, 14), -1)
  let days = 0
  let atSixteen = false
  for (const { from, to } of stays) {
    const first = later(from, addDays(counted, 1))
    if (to >= first) {
      days += to - first + 1
      counted = to
    }
    // An open episode that begins after the year (rule 354) is no care in it.
    atSixteen ||= to >= from && to >= sixteen
  }
  return days >= THIRTEEN_WEEKS && atSixteen
}
