/** The day a page is about: read from the address, offered for changing. */
import { addMonths, isoDate, type LocalDate } from '../core/time/localDate.ts'
import { address } from './localAddress.ts'
import { formatIso, longDate, readDay } from './words/dates.ts'

/** Nothing about a child in care today happened before; earlier days are slips of the pen. */
const earliest = isoDate('1990-01-01')

export interface DayAsked {
  readonly day: LocalDate
  /** What was wrong with the day in the address; today is then shown instead. */
  readonly problem: string | null
}

/** The day named by `as-at` in an address; today when there is none. A day to come is allowed, up to two years. */
export function dayAsked(query: URLSearchParams, today: LocalDate, name = 'as-at'): DayAsked {
  const text = query.get(name)
  if (text === null || text.trim() === '') return { day: today, problem: null }
  const day = readDay(text)
  if (day === undefined) return { day: today, problem: `“${text.slice(0, 30)}” is not a day that we can read, so this shows today. Write it like 3 March 2025.` }
  if (day < earliest || day > addMonths(today, 24)) {
    return { day: today, problem: `${longDate(day)} is outside what can be shown (1 January 1990 to ${longDate(addMonths(today, 24))}), so this shows today.` }
  }
  return { day, problem: day > today ? 'This day has not come yet: it shows how things would stand if nothing more were recorded.' : null }
}

/** Model of the form that changes the day. */
export interface AsAt {
  readonly label: string
  readonly action: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  /** The day as the form shows it and the heading says it. */
  readonly words: string
  readonly iso: string
  readonly isToday: boolean
  readonly todayHref: string
  readonly problem: string | null
}

/** The form for a page at `path`, keeping the other parts of its address. */
export function asAtForm(path: string, keep: Readonly<Record<string, string | null>>, asked: DayAsked, today: LocalDate): AsAt {
  return {
    label: 'Day shown',
    action: path,
    hidden: Object.entries(keep).flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }])),
    iso: formatIso(asked.day),
    words: longDate(asked.day),
    isToday: asked.day === today,
    todayHref: address(path, keep),
    problem: asked.problem,
  }
}
