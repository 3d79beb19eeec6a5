/**
 * Half-open spans of days: `from` is the first day inside, `to` the first day no longer inside, null while open.
 *
 * Half-open because the SSDA903 chains episodes on the same day (DEC of one = DECOM of the next) and because "looked
 * after at 31 March" means at the close of that day: a child who left on 31 March is not counted.
 *
 * A span whose `to` is not after its `from` holds no day; the functions on lists drop such spans. The lists they give
 * are in order, and hold no two spans that overlap or touch.
 */
import { earlier, later, type LocalDate } from './localDate.ts'

export interface Interval {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** Whether a day lies inside. */
export function contains(span: Interval, on: LocalDate): boolean {
  return span.from <= on && (span.to === null || on < span.to)
}

/** Whether the two share at least one day. Touching (one begins the day the other ends) is not sharing. */
export function overlaps(a: Interval, b: Interval): boolean {
  return intersect(a, b) !== undefined
}

/** The days inside both; undefined when there are none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = later(a.from, b.from)
  const to = firstEnd(a.to, b.to)
  return to !== null && to <= from ? undefined : { from, to }
}

/** The days inside any of the spans: nested, overlapping and touching spans become one, whatever their order. */
export function union(spans: readonly Interval[]): readonly Interval[] {
  const ordered = spans.filter(holdsDays).sort((a, b) => a.from - b.from)
  const merged: { from: LocalDate; to: LocalDate | null }[] = []
  for (const span of ordered) {
    const last = merged.at(-1)
    if (last === undefined || (last.to !== null && last.to < span.from)) merged.push({ from: span.from, to: span.to })
    // The longer end wins: a nested span must not shorten the one around it.
    else last.to = last.to === null || span.to === null ? null : later(last.to, span.to)
  }
  return merged
}

/** The days inside any of `spans` and none of `without`. */
export function subtract(spans: readonly Interval[], without: readonly Interval[]): readonly Interval[] {
  const holes = union(without)
  return union(spans).flatMap((span) => {
    const left: Interval[] = []
    let from: LocalDate | null = span.from
    for (const hole of holes) {
      if (!overlaps({ from, to: span.to }, hole)) continue
      if (from < hole.from) left.push({ from, to: hole.from })
      from = hole.to
      if (from === null) break
    }
    if (from !== null && holdsDays({ from, to: span.to })) left.push({ from, to: span.to })
    return left
  })
}

/** The days of `within` that no span covers. */
export function gaps(spans: readonly Interval[], within: Interval): readonly Interval[] {
  return subtract([within], spans)
}

/** The days inside any of the spans that are also in `window`. */
export function clip(spans: readonly Interval[], window: Interval): readonly Interval[] {
  return union(spans).flatMap((span) => intersect(span, window) ?? [])
}

/**
 * How many days before `until` are inside any of the spans, a day under two spans counted once. An open span runs to
 * the day before `until`; nothing from `until` on is counted, so the figure is true of that day for ended spans too.
 */
export function totalDays(spans: readonly Interval[], until: LocalDate): number {
  return union(spans).reduce((sum, span) => sum + Math.max(0, earlier(span.to ?? until, until) - span.from), 0)
}

/** The earlier of two ends, null being never. */
function firstEnd(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b
  return b === null ? a : earlier(a, b)
}

function holdsDays(span: Interval): boolean {
  return span.to === null || span.from < span.to
}
