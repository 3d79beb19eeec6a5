/**
 * Every measure worked out a second time, by somebody who has only the returns and the definitions: CSV rows in, one day
 * after another, figures out. Nothing of Holdfast is used, not even its dates, so that what both say is right by two ways.
 * Slow and plain on purpose.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Row = Readonly<Record<string, string>>
/** Days since 1 January 1970. */
type Day = number

export interface PlainAnswer {
  /** `code` for each case that counts, with its days where it has some: `123 45`. Sorted. */
  readonly counts: readonly string[]
  readonly not: readonly string[]
  /** How many could not be told. */
  readonly leftOut: number
}

const utc = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / 86_400_000
const parts = (day: Day): readonly [number, number, number] => {
  const date = new Date(day * 86_400_000)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** `2024-03-31` or `31/03/2024`. */
function read(text: string): Day {
  const [a = 0, b = 0, c = 0] = text.split(/[-/]/).map(Number)
  return text.includes('-') ? utc(a, b, c) : utc(c, b, a)
}

function months(day: Day, n: number): Day {
  const [y, m, d] = parts(day)
  const last = new Date(Date.UTC(y, m - 1 + n + 1, 0))
  return utc(last.getUTCFullYear(), last.getUTCMonth() + 1, Math.min(d, last.getUTCDate()))
}

/** Whole birthdays had by a day: somebody born on 29 February has theirs on 1 March in a common year. */
function age(born: Day, on: Day): number {
  const [by, bm, bd] = parts(born)
  const [y, m, d] = parts(on)
  return y - by - (m * 100 + d < bm * 100 + bd ? 1 : 0)
}

const bankHolidays: ReadonlySet<Day> = new Set(
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../rules/bank-holidays.json'), 'utf8')) as { holidays: { on: string }[] })
    .holidays.map(({ on }) => read(on)),
)

function workingDaysOn(from: Day, n: number): Day {
  let day = from
  for (let left = n; left > 0;) {
    day += 1
    const weekday = new Date(day * 86_400_000).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !bankHolidays.has(day)) left -= 1
  }
  return day
}

function csv(folder: string, file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
  const columns = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])))
}

interface Episode {
  readonly from: Day
  readonly to: Day | null
  readonly row: Row
}

interface Home {
  readonly from: Day
  readonly first: string
  /** The episode in the home itself that was last entered. */
  last: Row
  readonly before: Home | null
}

interface Period {
  readonly from: Day
  readonly known: boolean
  to: Day | null
}

/** One day in care. */
interface Today {
  readonly period: Period
  readonly home: Home
  readonly place: string
}

interface Child {
  readonly code: string
  readonly born: Day
  readonly episodes: readonly Episode[]
  readonly reviews: readonly Day[]
  readonly unaccompanied: boolean
  readonly statusCeased: Day | null
  readonly adoption: Row | null
  readonly days: ReadonlyMap<Day, Today>
  readonly periods: readonly Period[]
  /** Every review that fell due, and whether it was held by then. */
  readonly due: readonly Due[]
}

interface Due {
  readonly due: Day
  readonly verdict: boolean | 'left out'
}

const temporary = (place: string): boolean => /^T[0-4]$/.test(place)
const forAdoption = (place: string): boolean => /^A[3-6]$/.test(place)
const shortBreaks = (row: Row): boolean => row['LS'] === 'V3' || row['LS'] === 'V4'
const leaves = (row: Row): boolean => row['REC'] !== '' && row['REC'] !== 'X1'

/** Walks a child's life a day at a time. */
function live(episodes: readonly Episode[], until: Day): ReadonlyMap<Day, Today> {
  const days = new Map<Day, Today>()
  const first = episodes[0]
  if (first === undefined) return days
  let before: Episode | null = null
  let today: Today | null = null
  for (let day = first.from; day <= until; day += 1) {
    const now: Episode | null = episodes.findLast(({ from, to }) => from <= day && (to === null || day < to)) ?? null
    if (now === null || shortBreaks(now.row)) {
      if (today !== null) today.period.to = day
      today = null
    } else if (today === null || before === null || (now !== before && leaves(before.row))) {
      if (today !== null) today.period.to = day
      const period: Period = { from: day, known: now.row['RNE'] === 'S' || (before !== null && shortBreaks(before.row)), to: null }
      const place = now.row['PLACE'] ?? ''
      today = { period, home: { from: day, first: place, last: now.row, before: null }, place }
    } else if (now !== before) {
      today = { period: today.period, home: homeAfter(today.home, before.row, now.row, day), place: now.row['PLACE'] ?? '' }
    }
    if (today !== null) days.set(day, today)
    before = now
  }
  return days
}

/** The home after a change inside care: another only when the carer is. */
function homeAfter(home: Home, before: Row, now: Row, day: Day): Home {
  const place = now['PLACE'] ?? ''
  if (temporary(place) && !temporary(home.first)) return home
  const back = temporary(before['PLACE'] ?? '') && !temporary(home.first)
  const same = back
    ? home.last['PLACE'] === place && home.last['PL_POST'] === now['PL_POST']
    : !temporary(home.first) && ['L', 'T', 'U'].includes(now['RNE'] ?? '')
  if (!same) return { from: day, first: place, last: now, before: home }
  home.last = now
  return home
}

/** The returns of consecutive years, read together: of two rows on one episode the later year's is the newer word. */
export class PlainReturns {
  readonly #children: readonly Child[]

  constructor(folders: readonly { readonly year: number; readonly folder: string }[]) {
    const byYear = [...folders].sort((a, b) => a.year - b.year)
    const until = utc(byYear.at(-1)?.year ?? 0, 3, 31)
    const heldFrom = utc((byYear[0]?.year ?? 0) - 1, 4, 1)
    const table = (file: string): ReadonlyMap<string, readonly Row[]> => {
      const rows = new Map<string, Row[]>()
      for (const { folder } of byYear) {
        for (const row of csv(folder, file)) rows.set(row['CHILD'] ?? '', [...(rows.get(row['CHILD'] ?? '') ?? []), row])
      }
      return rows
    }
    const [episodes, reviews, status, adoptions] = [table('episodes.csv'), table('reviews.csv'), table('uasc.csv'), table('ad1.csv')]
    this.#children = [...table('header.csv')].map(([code, headers]): Child => {
      const newest = new Map((episodes.get(code) ?? []).map((row) => [row['DECOM'] ?? '', row]))
      const chain = [...newest.values()].map((row): Episode => ({
        from: read(row['DECOM'] ?? ''), to: row['DEC'] === '' ? null : read(row['DEC'] ?? ''), row,
      })).sort((a, b) => a.from - b.from)
      const ceased = (status.get(code) ?? []).find((row) => row['DUC'] !== '')?.['DUC']
      const days = live(chain, until)
      const child = {
        code,
        born: read(headers[0]?.['DOB'] ?? ''),
        episodes: chain,
        reviews: [...new Set((reviews.get(code) ?? []).map((row) => read(row['REVIEW'] ?? '')))].sort((a, b) => a - b),
        unaccompanied: status.has(code),
        statusCeased: ceased === undefined ? null : read(ceased),
        adoption: adoptions.get(code)?.at(-1) ?? null,
        days,
        periods: [...new Set([...days.values()].map(({ period }) => period))],
      }
      return { ...child, due: child.periods.flatMap((period) => reviewsDue(child, period, heldFrom)) }
    })
  }

  /** What a measure should say, by its id. */
  answer(id: string, asAt: string): PlainAnswer {
    const on = read(asAt)
    const [year, month] = parts(on)
    const since1April = utc(month >= 4 ? year : year - 1, 4, 1)
    const yearAgo = months(on + 1, -12)
    switch (id) {
      case 'children-in-care':
        return this.#each((child) => (child.days.has(on) ? true : null))
      case 'started':
        return this.#each((child) => {
          const starts = child.periods.filter(({ from }) => since1April <= from && from <= on)
          return starts.length === 0 ? null : starts.some(({ known }) => known) ? true : 'left out'
        })
      case 'ceased':
        return this.#each((child) =>
          child.episodes.some(({ from, to, row }) =>
            leaves(row) && !shortBreaks(row) && to !== null && from < to && since1April <= to && to <= on) ? true : null)
      case 'under-4':
        return this.#each((child) => (child.days.has(on) && age(child.born, on) < 4 ? true : null))
      case 'unaccompanied':
        return this.#each((child) =>
          child.days.has(on) && child.unaccompanied && (child.statusCeased === null || child.statusCeased > on) ? true : null)
      case 'three-or-more-placements':
        return this.#each((child) => threeOrMore(child, yearAgo, on))
      case 'long-term-stability':
        return this.#each((child) => longTerm(child, on))
      case 'reviews-on-time':
        return this.#reviews(yearAgo, on)
      default:
        return this.#adoption(id.replace('adoption-', '').split('-to-'), yearAgo, on)
    }
  }

  #each(judge: (child: Child) => boolean | 'left out' | null): PlainAnswer {
    return gather(this.#children.flatMap((child) => {
      const verdict = judge(child)
      return verdict === null ? [] : [{ what: child.code, verdict }]
    }))
  }

  #reviews(from: Day, to: Day): PlainAnswer {
    return gather(this.#children.flatMap((child) =>
      child.due.filter(({ due }) => from <= due && due <= to).map(({ verdict }) => ({ what: child.code, verdict }))))
  }

  #adoption(stage: readonly string[], from: Day, to: Day): PlainAnswer {
    return gather(this.#children.flatMap((child): readonly Judged[] => {
      const last = child.episodes.find(({ to: ended, row }) => /^E1[12]$/.test(row['REC'] ?? '') && ended !== null && from <= ended && ended <= to)
      const today = last?.to === undefined || last.to === null ? undefined : child.days.get(last.to - 1)
      if (last === undefined || today === undefined) return []
      const cell = (name: string): Day | null => {
        const text = child.adoption?.[name] ?? ''
        return text === '' ? null : read(text)
      }
      const placed = [...child.days].find(([, day]) => day.home === today.home && forAdoption(day.place))?.[0] ?? null
      const marks: Readonly<Record<string, Day | null>> = {
        entry: today.period.known ? today.period.from : null, decision: cell('DATE_INT'), match: cell('DATE_MATCH'), placement: placed, order: last.to,
      }
      const [start, end] = stage.map((name) => marks[name] ?? null)
      if (start === null || start === undefined || end === null || end === undefined || end < start) return [{ what: child.code, verdict: 'left out' }]
      return [{ what: `${child.code} ${end - start}`, verdict: true }]
    }))
  }
}

function threeOrMore(child: Child, from: Day, on: Day): boolean | 'left out' | null {
  const now = child.days.get(on)
  if (now === undefined) return null
  const homes = new Set<Home>()
  for (let day = from; day <= on; day += 1) {
    const home = child.days.get(day)?.home
    if (home !== undefined && !temporary(home.first)) homes.add(home)
  }
  return homes.size >= 3 ? true : !now.period.known && now.period.from > from ? 'left out' : false
}

function longTerm(child: Child, on: Day): boolean | 'left out' | null {
  const now = child.days.get(on)
  if (now === undefined || age(child.born, on) >= 16) return null
  if (now.period.from > months(on, -30)) return now.period.known ? null : 'left out'
  const movedToAdopters = forAdoption(now.place) && forAdoption(now.home.first)
  const since = movedToAdopters ? (now.home.before ?? now.home).from : now.home.from
  return since <= months(on, -24)
}

function reviewsDue(child: Omit<Child, 'due'>, period: Period, heldFrom: Day): readonly Due[] {
  let eighteen = child.born + 18 * 365
  while (age(child.born, eighteen) < 18) eighteen += 1
  const stop = Math.min(period.to ?? Infinity, eighteen)
  const goesOn = child.days.has(stop)
  const held = child.reviews.filter((on) => period.from <= on && (on < stop || (on === stop && !goesOn) || (on === stop && stop === eighteen)))
  const counted = period.known && period.from >= heldFrom
  const found: Due[] = []
  const judge = (due: Day, next: Day | undefined): void => {
    if (next !== undefined && next <= due) found.push({ due, verdict: true })
    else if (stop > due) found.push({ due, verdict: false })
  }
  if (period.known) {
    const due = workingDaysOn(period.from, 20)
    if (counted) judge(due, held[0])
    else found.push({ due, verdict: 'left out' })
  }
  held.forEach((on, i) => {
    if (on < stop) judge(months(on, i === 0 && counted ? 3 : 6), held[i + 1])
  })
  return found
}

interface Judged {
  readonly what: string
  readonly verdict: boolean | 'left out'
}

function gather(cases: readonly Judged[]): PlainAnswer {
  const of = (wanted: boolean): readonly string[] => cases.filter(({ verdict }) => verdict === wanted).map(({ what }) => what).sort()
  return { counts: of(true), not: of(false), leftOut: cases.filter(({ verdict }) => verdict === 'left out').length }
}
