/** The words beside the narrow drawing: a diary by day, each day pulled as little as possible from where it belongs. */
import { formatShort, type LocalDate } from '../../core/time/localDate.ts'
import { label, type Label } from './drawing.ts'
import { ink, purple, quiet, red } from './looks.ts'
import { wrapText } from './textWidth.ts'
import type { Timeline, TimelineFact } from './timelineTypes.ts'

export interface Day {
  readonly at: LocalDate
  readonly head: string
  readonly today: boolean
  readonly lines: readonly { readonly text: string; readonly late: boolean; readonly fill: string }[]
  readonly height: number
}

/** More days than this would make the drawing longer than anyone scrolls; the least pressing stand in the table only. */
const most = 90
const lineHeight = 14

/** What the narrow drawing says of a fact; null where the band or the mark is left to speak. */
function entryWords(fact: TimelineFact): string | null {
  const last = fact.labels.at(-1) ?? fact.what
  switch (fact.lane) {
    case 'care':
      if (fact.look === 'in care') return fact.torn ? 'In care since before this day' : fact.what === 'In care' ? 'Came into care' : fact.what
      return fact.look === 'doubt' ? fact.detail : fact.look === 'fourteen months' ? fact.what : capital(fact.labels[0] ?? fact.what)
    case 'legal status':
      return fact.labels[1] ?? fact.what
    case 'home':
      return fact.look === 'away' ? `Away from home, ${fact.detail}` : `Home ${(fact.labels[1] ?? '').replace('  ', ': ')}`
    case 'route':
      return fact.look === 'no route' ? null : fact.what
    case 'legal permanence':
      return fact.look === 'strength 0' ? null : `Legally ${fact.labels[0] ?? ''}`
    case 'physical permanence':
      return fact.look === 'strength 0' ? null : `Physically ${fact.labels[0] ?? ''}`
    case 'reviews':
      return fact.look === 'review late' ? `${fact.what}, ${fact.detail.split(';')[0] ?? ''}` : fact.what
    case 'decisions':
      return fact.look === 'achieved' ? fact.what : capital(last)
    case 'missing':
      return fact.to === 'open' ? `Still ${fact.look === 'missing' ? 'missing' : 'away'}` : `${fact.look === 'missing' ? 'Missing' : 'Away'}: ${fact.detail}`
    case 'liberty':
      return fact.what
    case 'due':
      return fact.look === 'due' ? `${fact.what} due` : (fact.labels[0] ?? null)
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const isRed = (fact: TimelineFact): boolean =>
  fact.look === 'overdue' || fact.look === 'late' || fact.look === 'review late' || (fact.lane === 'missing' && fact.to === 'open')

const weight = (fact: TimelineFact): number =>
  isRed(fact) || fact.lane === 'due' || fact.lane === 'decisions' || fact.lane === 'care' ? 0
    : fact.lane === 'home' || fact.lane === 'legal status' || fact.lane === 'route' || fact.lane === 'liberty' ? 1
      : fact.lane === 'reviews' ? 2 : 3

/** The days that the diary tells, oldest first, as wide as `room`. */
export function diaryOf(timeline: Timeline, today: LocalDate | null, room: number): readonly Day[] {
  const told = timeline.facts.filter((fact) => entryWords(fact) !== null)
  const days = new Map<LocalDate, TimelineFact[]>()
  if (today !== null) days.set(today, [])
  for (const fact of told.toSorted((a, b) => weight(a) - weight(b))) {
    const day = days.get(fact.at)
    if (day !== undefined) day.push(fact)
    else if (days.size < most) days.set(fact.at, [fact])
  }
  return [...days].toSorted(([a], [b]) => a - b).map(([at, facts]): Day => {
    const head = at === today ? `${timeline.asAtWords} ${formatShort(at)}` : formatShort(at)
    // A placement order is a legal status and a decision: said once.
    const once = facts.filter((fact, index) => facts.findIndex((other) => entryWords(other) === entryWords(fact)) === index)
    const lines = once.flatMap((fact) => {
      const late = isRed(fact)
      const fill = late ? red : fact.look === 'fourteen months' ? purple : fact.look === 'cannot tell' ? quiet : ink
      return wrapText(entryWords(fact) ?? '', room, 12, 2, late ? 'bold' : 'regular').map((text) => ({ text, late, fill }))
    })
    return { at, head, today: at === today, lines, height: (1 + lines.length) * lineHeight + 7 }
  })
}

/**
 * Tops for blocks of given heights, each as near its wanted top as keeps their order without overlap (least squares, by
 * pooling neighbours that would overlap), all between `min` and `max`. The heights must fit.
 */
export function spread(wanted: readonly number[], heights: readonly number[], min: number, max: number): readonly number[] {
  const offsets: number[] = []
  let total = 0
  for (const height of heights) {
    offsets.push(total)
    total += height
  }
  const pools: { sum: number; count: number }[] = []
  wanted.forEach((top, index) => {
    pools.push({ sum: top - (offsets[index] ?? 0), count: 1 })
    for (;;) {
      const last = pools.at(-1)
      const before = pools.at(-2)
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  })
  const shifts = pools.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count))
  const highest = max - total
  return shifts.map((shift, index) => Math.max(min, Math.min(highest, shift)) + (offsets[index] ?? 0))
}

/** The labels of a day whose block begins at `top`. */
export function dayLabels(day: Day, x: number, top: number): readonly Label[] {
  return [
    label({ lane: 'diary', text: day.head, x, y: top + 11, bold: day.today, fill: day.today ? ink : quiet }),
    ...day.lines.map((one, index) => label({
      lane: 'diary', text: one.text, x, y: top + 11 + (index + 1) * lineHeight, bold: one.late, fill: one.fill,
    })),
  ]
}
