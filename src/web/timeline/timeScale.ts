/** Which days the drawing spans, and the ticks of its axis. */
import { addDays, addMonths, dateOf, weekday, yearMonthDay, type LocalDate } from '../../core/time/localDate.ts'
import type { Timeline } from './timelineTypes.ts'

export interface Window {
  readonly first: LocalDate
  readonly last: LocalDate
  /** Null when the child left care so long ago that drawing up to the day asked about would squeeze their time in care. */
  readonly asAt: LocalDate | null
}

/** The days to draw: from entry (a little before) to the last thing due, but no further ahead than is useful. */
export function windowOf(timeline: Timeline): Window {
  const { asAt, facts } = timeline
  const happened = facts.filter((fact) => fact.look !== 'not in care')
  const first = happened.reduce((least, fact) => (fact.at < least ? fact.at : least), asAt)
  const lastKnown = happened.reduce((most, fact) => {
    const end = fact.to === 'open' ? asAt : (fact.to ?? fact.at)
    return end <= asAt && end > most ? end : most
  }, first)
  const near = timeline.inCare || asAt - lastKnown <= 90 + 0.3 * (lastKnown - first)
  const now = near ? asAt : lastKnown
  const ahead = Math.max(120, 0.35 * (now - first))
  // A limit in months far ahead does not stretch the drawing: it stands at the edge, with an arrow.
  const furthest = happened.reduce((most, fact) => (fact.at > most && fact.look !== 'fourteen months' ? fact.at : most), now)
  const last = near ? Math.min(furthest, now + ahead) : now
  const pad = Math.max(4, 0.03 * (last - first))
  return { first: addDays(first, -Math.round(pad)), last: addDays(last as LocalDate, Math.round(pad * 1.3)), asAt: near ? asAt : null }
}

/** Days to pixels, clamped: what lies beyond the window stands at its edge. */
export function dayScale(window: Window, from: number, to: number): (day: number) => number {
  return (day) => {
    const part = Math.min(1, Math.max(0, (day - window.first) / (window.last - window.first)))
    return from * (1 - part) + to * part
  }
}

export interface Tick {
  readonly at: LocalDate
  readonly label: string
}

export interface Ticks {
  /** Weeks, months, quarters or years, each with a short label. */
  readonly minor: readonly Tick[]
  /** Months or years above them; empty when the minor ticks are years. The first may stand at the window's edge. */
  readonly major: readonly Tick[]
}

const monthShort = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const monthLong = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const

/** Ticks at least `room` pixels apart (`perDay` pixels a day): weeks for three weeks, years for fifteen years. */
export function ticksOf(window: Window, perDay: number, room: number): Ticks {
  if (perDay * 7 >= room) return { minor: weeks(window), major: months(window, 1, true) }
  const step = [1, 3, 6].find((months) => months * 30 * perDay >= room)
  if (step !== undefined) return { minor: months(window, step, false), major: years(window, 1) }
  const years1 = [1, 2, 5, 10].find((count) => count * 365 * perDay >= room) ?? 20
  return { minor: years(window, years1), major: [] }
}

function weeks(window: Window): readonly Tick[] {
  const out: Tick[] = []
  const monday = addDays(window.first, (8 - weekday(window.first)) % 7)
  for (let day = monday; day <= window.last; day = addDays(day, 7)) {
    out.push({ at: day, label: String(yearMonthDay(day).day) })
  }
  return out
}

function months(window: Window, step: number, long: boolean): readonly Tick[] {
  const { year, month } = yearMonthDay(window.first)
  const start = dateOf(year, month - ((month - 1) % step), 1)
  const out: Tick[] = []
  for (let index = 0; start !== undefined; index += step) {
    const at = addMonths(start, index)
    if (at > window.last) break
    const on = yearMonthDay(at)
    const label = long ? `${monthLong[on.month - 1]} ${on.year}` : (monthShort[on.month - 1] ?? '')
    if (at >= window.first) out.push({ at, label })
    else if (long) out.push({ at: window.first, label })
  }
  return out
}

function years(window: Window, step: number): readonly Tick[] {
  const out: Tick[] = []
  const from = yearMonthDay(window.first).year
  for (let year = from; year <= yearMonthDay(window.last).year; year += 1) {
    const at = dateOf(year, 1, 1)
    if (at === undefined || year % step !== 0) continue
    if (at >= window.first) out.push({ at, label: String(year) })
    else if (step === 1) out.push({ at: window.first, label: String(year) })
  }
  return out
}
