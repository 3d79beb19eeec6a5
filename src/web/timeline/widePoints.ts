/** The moments of the wide drawing: reviews, decisions, and what is due, with labels that never touch. */
import { glyphSvg, label, line, mark, voiceSvg, type Label, type Mark } from './drawing.ts'
import { ink, quiet, red, rule } from './looks.ts'
import { placeAbove, type Placed, type Wanted } from './placing.ts'
import { fitText, textWidth } from './textWidth.ts'
import type { TimelineFact } from './timelineTypes.ts'
import type { Across, Lines } from './wideBands.ts'

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
  const wanted: readonly Wanted[] = facts.map((fact) => ({
    key: fact.key, x: across.x(fact.at), texts: fact.labels, priority: fact.priority, bold: isLate(fact),
  }))
  const placed = placeAbove(wanted, 12, across.left, across.right, 4, across.lines)
  const levels = placed.reduce((most, one) => Math.max(most, one.level + 1), 0)
  const y = top + levels * labelHeight + 9
  const rows = below > 0 ? new Map<string, number>() : markRows(facts, across)
  const deepest = Math.max(0, ...rows.values())
  const byKey = new Map<string, Placed>(placed.map((one) => [one.key, one]))
  const marks: Mark[] = []
  const labels: Label[] = []
  const leaders: string[] = []
  for (const fact of facts) {
    const x = across.x(fact.at)
    const tail = fact.lateLine === null ? '' : line(across.x(fact.lateLine), y, x, y, red, 3)
    marks.push(mark(fact, tail + glyphSvg(fact.look, x, y + (rows.get(fact.key) ?? 0) * markHeight) + voiceSvg(fact.voice, x, y + 14)))
    const one = byKey.get(fact.key)
    if (one === undefined) continue
    const baseline = y - 12 - one.level * labelHeight
    if (one.leader) leaders.push(line(x, baseline + 2, x, y - 6, rule))
    labels.push(label({ lane, text: one.text, x: one.left, y: baseline, bold: isLate(fact), fill: isLate(fact) ? red : ink, halo: true }))
  }
  return { marks, labels, leaders, height: y + 9 + deepest * markHeight + below - top, markY: y }
}

/** Rows with words, and one more for marks that found no room for theirs. */
const dueRows = 8
const rowHeight = 18

interface Row {
  readonly taken: [number, number][]
}

const urgency: Readonly<Partial<Record<TimelineFact['look'], number>>> = { overdue: 0, due: 1, late: 2, 'cannot tell': 3 }

/** Rings for what is due, each on the first row where ring, lateness and words find room. */
export function dueLane(facts: readonly TimelineFact[], across: Across, top: number): PointLane {
  const rows: Row[] = Array.from({ length: dueRows }, () => ({ taken: [] }))
  const marks: Mark[] = []
  const labels: Label[] = []
  let used = 0
  const order = facts.toSorted((a, b) => (urgency[a.look] ?? 4) - (urgency[b.look] ?? 4) || a.at - b.at)
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
      fill: late ? red : fact.look === 'cannot tell' ? quiet : ink,
    }))
  }
  return { marks, labels, leaders: [], height: used * rowHeight + 4, markY: top + 10 }
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
