/** The day a page is about: read from the address, offered for changing. */
import { dayTold } from '../app/measures.ts'
import { usualDay } from '../app/usualDay.ts'
import type { Work } from '../app/work.ts'
import { addMonths, isoDate, type LocalDate } from '../core/time/localDate.ts'
import { address } from './localAddress.ts'
import { formatIso, longDate, readDay } from './words/dates.ts'

/** Nothing about a child in care today happened before; earlier days are slips of the pen. */
const earliest = isoDate('1990-01-01')

/** The days a page measures by. */
export interface Days {
  readonly today: LocalDate
  /** The day shown when none is asked for: today, or the last day that the returns held reach to. */
  readonly usual: LocalDate
}

/** The days as they stand for this piece of work. */
export async function daysOf(work: Work): Promise<Days> {
  return { today: work.today, usual: await usualDay(work) }
}

export interface DayAsked {
  readonly day: LocalDate
  /** What to know about the day: that it could not be read, or that not everything up to it is known. */
  readonly problem: string | null
}

/** The day named by a part of the address; the usual one when there is none. A day to come is allowed, up to two years. */
export function dayAsked(query: URLSearchParams, { today, usual }: Days, name = 'as-at'): DayAsked {
  const text = query.get(name)
  if (text === null || text.trim() === '') return { day: usual, problem: null }
  const day = readDay(text)
  const instead = `so this shows ${usual === today ? 'today' : longDate(usual)}`
  if (day === undefined) return { day: usual, problem: `“${text.slice(0, 30)}” is not a day that we can read, ${instead}. Write it like 3 March 2025.` }
  const latest = addMonths(today, 24)
  if (day < earliest || day > latest) {
    return { day: usual, problem: `${longDate(day)} is outside what can be shown (1 January 1990 to ${longDate(latest)}), ${instead}.` }
  }
  if (day > today) return { day, problem: 'This day has not come yet: it shows how things would stand if nothing more were recorded.' }
  if (day > usual) return { day, problem: `The returns held reach to ${longDate(usual)}. What happened later is not known yet, so a clock may look overdue and not be.` }
  return { day, problem: null }
}

/** The same for a page of figures: those from whom small numbers are withheld are told of the ends of quarters alone. */
export function figuresDayAsked(work: Work, query: URLSearchParams, days: Days): DayAsked {
  const asked = dayAsked(query, days)
  const day = dayTold(work, asked.day)
  return day === asked.day ? asked : { day, problem: `For your role, figures are shown as at the end of a quarter: this is ${longDate(day)}.` }
}

/** Model of the form that changes the day. */
export interface AsAt {
  readonly label: string
  readonly action: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  /** The day as the form shows it and the heading says it. */
  readonly words: string
  readonly iso: string
  readonly isUsual: boolean
  readonly usualHref: string
  readonly usualWords: string
  readonly problem: string | null
}

/** The form for a page at `path`, keeping the other parts of its address. */
export function asAtForm(path: string, keep: Readonly<Record<string, string | null>>, asked: DayAsked, { today, usual }: Days): AsAt {
  return {
    label: 'Day shown',
    action: path,
    hidden: Object.entries(keep).flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }])),
    iso: formatIso(asked.day),
    words: longDate(asked.day),
    isUsual: asked.day === usual,
    usualHref: address(path, keep),
    usualWords: usual === today ? 'today' : longDate(usual),
    problem: asked.problem,
  }
}
