/** Days, moments and lengths of time, as people read them. */
import { formatIso, formatLong, formatShort, parseIsoDate, dateOf, type LocalDate } from '../../core/time/localDate.ts'

const months = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
]

const inEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', hourCycle: 'h12',
})

/** `3 March 2025`, or the words given for a day that is not known. */
export function longDate(date: LocalDate | null, unknown = 'Not known'): string {
  return date === null ? unknown : formatLong(date)
}

/** `3 Mar 2025`, for tables. */
export function shortDate(date: LocalDate | null, unknown = 'Not known'): string {
  return date === null ? unknown : formatShort(date)
}

/** An instant (ISO 8601, UTC) as `3 March 2025 at 2:05pm`, on the clocks of England. */
export function momentWords(instant: string): string {
  const parts = new Map(inEngland.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const half = (parts.get('dayPeriod') ?? '').toLowerCase().replaceAll('.', '').replaceAll(' ', '')
  return `${parts.get('day')} ${parts.get('month')} ${parts.get('year')} at ${parts.get('hour')}:${parts.get('minute')}${half}`
}

/** The day of an instant on the clocks of England: `3 March 2025`. */
export function momentDay(instant: string): string {
  return momentWords(instant).split(' at ', 1)[0] ?? ''
}

/** How long until an instant, minutes begun counted whole: `2 hours 5 minutes left`, `1 minute left`. */
export function timeLeft(until: string, now: Date): string {
  const minutes = Math.max(0, Math.ceil((new Date(until).getTime() - now.getTime()) / 60_000))
  const part = (n: number, words: string): readonly string[] => (n === 0 ? [] : [`${n} ${words}${n === 1 ? '' : 's'}`])
  const parts = [...part(Math.floor(minutes / 60), 'hour'), ...part(minutes % 60, 'minute')]
  return `${parts.length === 0 ? 'no time' : parts.join(' ')} left`
}

/** `1 day`, `1,204 days`. */
export function dayCount(days: number): string {
  return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
}

/** How far a day lies from the day asked about: `today`, `in 12 days`, `3 days ago`. */
export function fromToday(date: LocalDate, asAt: LocalDate): string {
  const days = date - asAt
  if (days === 0) return 'today'
  return days > 0 ? `in ${dayCount(days)}` : `${dayCount(-days)} ago`
}

/** `3 March 2025 to 4 May 2025`, `3 March 2025 to now` for a span whose `to` is the first day no longer inside. */
export function spanWords(from: LocalDate, to: LocalDate | null): string {
  return `${formatShort(from)} to ${to === null ? 'now' : formatShort(to)}`
}

/** `2025 to 2026` for the collection year 2026. */
export function yearWords(collectionYear: number): string {
  return `${collectionYear - 1} to ${collectionYear}`
}

/** Reads a day as people write it in an address or a box: `2025-03-03`, `3/3/2025`, `3 March 2025`, `3 Mar 2025`. */
export function readDay(text: string): LocalDate | undefined {
  const tidy = text.trim()
  const iso = parseIsoDate(tidy)
  if (iso !== undefined) return iso
  const slashes = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(tidy)
  if (slashes !== null) return dateOf(Number(slashes[3]), Number(slashes[2]), Number(slashes[1]))
  const written = /^(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})$/i.exec(tidy)
  if (written === null) return undefined
  const name = (written[2] ?? '').toLowerCase()
  const month = months.findIndex((one) => one === name || one.slice(0, 3) === name)
  return month < 0 ? undefined : dateOf(Number(written[3]), month + 1, Number(written[1]))
}

export { formatIso }
