/** The moments of the wide drawing: reviews, decisions, and what is due, with labels that never touch. */
import { bandSvg, glyphSvg, label, line, mark, voiceSvg, type Label, type Mark } from './drawing.ts'
import { ink, quiet, red, rule } from './looks.ts'
import { placeAbove, type Placed, type Wanted } from './placing.ts'
import { fitText, textWidth } from './textWidth.ts'
import type { TimelineFact } from './timelineTypes.ts'
import { spanOf, type Across, type Lines } from './wideBands.ts'

export interface PointLane extends Lines {
  readonly leaders: readonly string[]
  readonly height: number
  /** The line that the first row of marks stands on. */
  readonly markY: number
}

const labelHeight = 15
const markHeight = 17

/** Things of the same days stand under one another, so that none hides another. */
function markRows(facts: readonly TimelineFact[], across: Across): ReadonlyMap<string, number> {
  const ends: number[] = []
  const rows = new Map<string, number>()
  for (const fact of facts) {
    const x = across.x(fact.at)
    const free = ends.findIndex((end) => x - 8 >= end)
    const row = free === -1 && ends.length < 5 ? ends.length : Math.max(0, free)
    ends[row] = x + 8
    rows.set(fact.key, row)
  }
  return rows
}

const isLate = (fact: TimelineFact): boolean =>
  fact.look === 'overdue' || fact.look === 'late' || fact.look === 'review late'

/** Marks in a row with their labels above, most pressing first. `below` keeps room under the marks (the child's voice). */
export function pointLane(facts: readonly TimelineFact[], across: Across, lane: string, top: number, below: number): PointLane {
  const rows = below > 0 ? new Map<string, number>() : markRows(facts, across)
  const rowOf = (fact: TimelineFact): number => rows.get(fact.key) ?? 0
  const placed = placeAbove(facts.filter((fact) => rowOf(fact) === 0).map((fact) => wantedOf(fact, across)), 12, across.left, across.right, 4, across.lines)
  const levels = placed.reduce((most, one) => Math.max(most, one.level + 1), 0)
  const y = top + levels * labelHeight + 9
  const byKey = new Map<string, Placed>(placed.map((one) => [one.key, one]))
  const marks: Mark[] = []
  const labels: Label[] = [...besideLabels(facts, rows, across, lane, y)]
  const leaders: string[] = []
  for (const fact of facts) {
    const x = across.x(fact.at)
    const tail = fact.lateLine === null ? '' : line(across.x(fact.lateLine), y, x, y, red, 3)
    marks.push(mark(fact, tail + glyphSvg(fact.look, x, y + rowOf(fact) * markHeight) + voiceSvg(fact.voice, x, y + 14)))
    const one = byKey.get(fact.key)
    if (one === undefined) continue
    const baseline = y - 12 - one.level * labelHeight
    if (one.leader) leaders.push(line(x, baseline + 2, x, y - 6, rule))
    labels.push(label({ lane, text: one.text, x: one.left, y: baseline, bold: isLate(fact), fill: isLate(fact) ? red : ink, halo: true }))
  }
  const deepest = Math.max(0, ...rows.values())
  return { marks, labels, leaders, height: y + 9 + deepest * markHeight + below - top, markY: y }
}

const wantedOf = (fact: TimelineFact, across: Across): Wanted => ({
  key: fact.key, x: across.x(fact.at), texts: fact.labels, priority: fact.priority, bold: isLate(fact),
})

/** Marks that stand under others carry their words at their side, where the row has room. */
function besideLabels(
  facts: readonly TimelineFact[], rows: ReadonlyMap<string, number>, across: Across, lane: string, y: number,
): readonly Label[] {
  const labels: Label[] = []
  const taken = facts.map((fact) => ({ row: rows.get(fact.key) ?? 0, from: across.x(fact.at) - 9, to: across.x(fact.at) + 9 }))
  for (const fact of facts) {
    const row = rows.get(fact.key) ?? 0
    if (row === 0) continue
    const x = across.x(fact.at)
    const found = fact.labels.flatMap((text) => {
      const width = textWidth(text, 12)
      return [x + 12, x - 14 - width]
        .filter((from) => from >= across.left && from + width <= across.right)
        .filter((from) => taken.every((other) => other.row !== row || from + width + 4 <= other.from || other.to + 2 <= from))
        .map((from) => ({ text, from, to: from + width }))
    })[0]
    if (found === undefined) continue
    taken.push({ row, from: found.from, to: found.to })
    labels.push(label({ lane, text: found.text, x: found.from, y: y + row * markHeight + 4, halo: true }))
  }
  return labels
}

/** Bars too short for words; only a child who is missing now is said, above the bar. */
export function missingLane(facts: readonly TimelineFact[], across: Across, top: number): PointLane {
  const placed = placeAbove(facts.filter((fact) => fact.to === 'open').map((fact) => ({ ...wantedOf(fact, across), bold: true })), 12, across.left, across.right, 3, [])
  const y = top + placed.reduce((most, one) => Math.max(most, one.level + 1), 0) * labelHeight
  return {
    marks: facts.map((fact) => {
      const [from, to] = spanOf(fact, across, 3)
      return mark(fact, bandSvg(fact.look, { x: from, y, width: to - from, height: 16 }, across.patterns))
    }),
    labels: placed.map((one) => label({ lane: 'missing', text: one.text, x: one.left, y: y - 4 - one.level * labelHeight, bold: true, fill: red, halo: true })),
    leaders: placed.filter((one) => one.leader).map((one) => {
      const x = across.x(facts.find((fact) => fact.key === one.key)?.at ?? 0)
      return line(x, y - 2 - one.level * labelHeight, x, y, rule)
    }),
    height: y + 16 - top,
    markY: y + 8,
  }
}

/** Rows with words, and one more for marks that found no room for theirs. */
const dueRows = 8
const rowHeight = 18

interface Row {
  readonly taken: [number, number][]
}

const urgency: Readonly<Partial<Record<TimelineFact['look'], number>>> = { overdue: 0, due: 1, late: 2 }

/** Rings for what is due, each on the first row where ring, lateness and words find room. */
export function dueLane(facts: readonly TimelineFact[], across: Across, top: number): PointLane {
  const rows: Row[] = Array.from({ length: dueRows }, () => ({ taken: [] }))
  const marks: Mark[] = []
  const labels: Label[] = []
  let used = 0
  const order = facts.filter((fact) => fact.look !== 'cannot tell').toSorted((a, b) => (urgency[a.look] ?? 4) - (urgency[b.look] ?? 4) || a.at - b.at)
  for (const fact of order) {
    const x = across.x(fact.at)
    const end = fact.lateLine === null ? x : across.x(fact.lateLine)
    const spot = findSpot(rows, fact, x, end, across)
    used = Math.max(used, spot.row + 1)
    const y = top + 10 + spot.row * rowHeight
    const words = spot.text === null ? null : { text: spot.text, from: spot.textLeft, to: spot.textLeft + spot.width }
    // Words that stand on their own line of lateness begin it: the line runs on from them.
    const lineFrom = words !== null && words.from > x && words.to < end ? words.to + 5 : x
    marks.push(mark(fact, (end - lineFrom < 1 ? '' : line(lineFrom, y, end, y, red, 3)) + glyphSvg(fact.look, x, y)))
    if (words === null) continue
    const late = isLate(fact)
    labels.push(label({
      lane: 'due', text: words.text, x: words.from, y: y + 4, bold: late, halo: true,
      fill: late ? red : ink,
    }))
  }
  const untold = untoldRows(facts.filter((fact) => fact.look === 'cannot tell'), across, top + used * rowHeight)
  return {
    marks: [...marks, ...untold.marks], labels: [...labels, ...untold.labels], leaders: [],
    height: used * rowHeight + untold.height + 4, markY: top + 10,
  }
}

/** What cannot be told keeps quietly to rows of its own: every mark finds its place first, words only where room is left. */
function untoldRows(facts: readonly TimelineFact[], across: Across, top: number): Lines & { readonly height: number } {
  const rows: (readonly [number, number])[][] = []
  const placed = facts.map((fact) => {
    const x = across.x(fact.at)
    const found = rows.findIndex((row) => row.every(([a, b]) => x + 9 <= a || b <= x - 9))
    const row = found !== -1 ? found : rows.length < 3 ? rows.push([]) - 1 : 2
    rows[row]?.push([x - 8, x + 8])
    return { fact, x, y: top + 10 + row * rowHeight, row }
  })
  const labels = placed.toReversed().flatMap(({ fact, x, y, row }): readonly Label[] => {
    for (const text of fact.labels) {
      const width = textWidth(text, 12)
      const from = [x + 11, x - 11 - width].find((left) => left >= across.left && left + width <= across.right
        && (rows[row] ?? []).every(([a, b]) => left + width + 5 <= a || b + 2 <= left))
      if (from === undefined) continue
      rows[row]?.push([from, from + width])
      return [label({ lane: 'due', text, x: from, y: y + 4, halo: true, fill: quiet })]
    }
    return []
  })
  return { marks: placed.map(({ fact, x, y }) => mark(fact, glyphSvg(fact.look, x, y))), labels, height: rows.length * rowHeight }
}

interface Spot {
  readonly row: number
  readonly text: string | null
  readonly textLeft: number
  readonly width: number
}

/** The first row with room for the mark and the longest of its words: on its line of lateness, after it, or before it. */
function findSpot(rows: readonly Row[], fact: TimelineFact, x: number, end: number, across: Across): Spot {
  const free = (row: Row, left: number, right: number): boolean =>
    left >= across.left - 8 && right <= across.right + 8 && row.taken.every(([a, b]) => right + 6 <= a || b + 6 <= left)
  const weight = isLate(fact) ? 'bold' : 'regular'
  const texts = fact.labels.flatMap((text) => fitText(text, 330, 12, weight) ?? [])
  for (const text of texts) {
    const width = textWidth(text, 12, weight)
    const sides: readonly (readonly [number, number, number])[] = [
      ...(end - x >= width + 24 ? [[x - 8, end + 2, x + 11] as const] : []),
      [x - 8, end + 10 + width, end + 10],
      [x - 11 - width, end + 8, x - 11 - width],
    ]
    const calm = sides.filter(([, , from]) => across.lines.every((at) => at < from - 2 || at > from + width + 2))
    for (const tried of calm.length === sides.length ? [sides] : [calm, sides]) {
      for (const [row, taken] of rows.slice(0, -1).entries()) {
        const side = tried.find(([left, right]) => free(taken, left, right))
        if (side === undefined) continue
        taken.taken.push([side[0], side[1]])
        return { row, text, textLeft: side[2], width }
      }
    }
  }
  const found = rows.findIndex((row) => free(row, x - 8, end + 8))
  const row = found === -1 ? dueRows - 1 : found
  rows[row]?.taken.push([x - 8, end + 8])
  return { row, text: null, textLeft: 0, width: 0 }
}
