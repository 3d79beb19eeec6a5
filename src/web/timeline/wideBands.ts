/** The stretches of the wide drawing: the line of care, and bands with their words inside. */
import { bandPaint, ink, purple, quiet } from './looks.ts'
import { bandSvg, glyphSvg, label, line, mark, type Box, type Label, type Mark } from './drawing.ts'
import { fitText, textWidth } from './textWidth.ts'
import type { TimelineFact } from './timelineTypes.ts'

export interface Lines {
  readonly marks: readonly Mark[]
  readonly labels: readonly Label[]
}

export interface Across {
  readonly x: (day: number) => number
  /** Where something that still goes on ends: the line of the day asked about. */
  readonly now: number
  readonly left: number
  readonly right: number
  readonly patterns: string
  /** Strong vertical lines (today, months in care) that words had better not stand on. */
  readonly lines: readonly number[]
}

/** Left and right of a stretch in pixels, at least `least` wide and inside the plot. */
export function spanOf(fact: TimelineFact, across: Across, least: number): readonly [number, number] {
  const from = across.x(fact.at)
  const to = fact.to === 'open' ? Math.max(across.now, from) : fact.to === null ? from : across.x(fact.to)
  const width = Math.max(least, to - from)
  const left = Math.min(from, across.right - width)
  return [left, left + width]
}

/** One lane of bands, each with the longest of its labels that fits inside and no label over another. */
export function bandLane(facts: readonly TimelineFact[], across: Across, lane: string, y: number, height: number, size: number, cut: boolean): Lines {
  const marks: Mark[] = []
  const labels: Label[] = []
  let cursor = across.left
  for (const [index, fact] of facts.entries()) {
    const [from, to] = spanOf(fact, across, 2)
    // A stretch that overlaps the next one (a doubt in the facts) gives way to it: words under a band cannot be read.
    const next = facts[index + 1]
    const end = next === undefined ? to : Math.min(to, across.x(next.at))
    const box: Box = { x: from, y, width: to - from, height }
    marks.push(mark(fact, bandSvg(fact.look, box, across.patterns, fact.torn ? 'left' : null)))
    const start = Math.max(from, cursor) + (fact.torn ? 10 : 6)
    const text = longest(fact.labels, end - 5 - start, size, false, cut)
    if (text === null) continue
    labels.push(label({ lane, text, x: start, y: y + height / 2 + size * 0.36, size, fill: bandPaint(fact.look).ink }))
    cursor = start + textWidth(text, size)
  }
  return { marks, labels }
}

/** The longest that fits whole; else, when it may be cut, the shortest with an ellipsis, if enough of it can be read. */
export function longest(texts: readonly string[], room: number, size: number, bold = false, cut = false): string | null {
  const weight = bold ? 'bold' : 'regular'
  const whole = texts.find((text) => textWidth(text, size, weight) <= room)
  if (whole !== undefined) return whole
  if (!cut) return null
  return texts.map((text) => fitText(text, room, size, weight)).findLast((text) => text !== null && text.length >= 9) ?? null
}

/** Notches laid over the homes: a stretch away does not end the home, so its band stays visible above and below. */
export function notches(facts: readonly TimelineFact[], across: Across, y: number, height: number): readonly Mark[] {
  return facts.map((fact) => {
    const [from, to] = spanOf(fact, across, 3)
    return mark(fact, bandSvg('away', { x: from, y, width: to - from, height }, across.patterns))
  })
}

/** Periods of care as measured lines with their length, the time between them dotted and said. */
export function careLane(facts: readonly TimelineFact[], across: Across, y: number, ground: Box): Lines {
  const marks: Mark[] = []
  const labels: Label[] = []
  for (const fact of facts) {
    if (fact.look === 'doubt' || fact.look === 'fourteen months') continue
    const [from, to] = spanOf(fact, across, 2)
    const room = to - from - 28
    const text = longest(fact.labels, room, 12, true)
    const width = text === null ? 0 : textWidth(text, 12, 'bold')
    const middle = (from + to) / 2
    const inCare = fact.look === 'in care'
    const stroke = inCare ? ink : quiet
    const weight = inCare ? 2 : 1
    const dash = inCare ? null : '1 3'
    const rule = text === null
      ? line(from, y, to, y, stroke, weight, dash)
      : line(from, y, middle - width / 2 - 6, y, stroke, weight, dash) + line(middle + width / 2 + 6, y, to, y, stroke, weight, dash)
    const before = inCare && fact.torn ? line(across.left, y, from, y, ink, 2, '3 4') : ''
    const caps = !inCare ? ''
      : (fact.torn ? '' : line(from + 1, y - 6, from + 1, y + 6, ink, 2))
        + (fact.to === 'open' ? '' : line(to - 1, y - 6, to - 1, y + 6, ink, 2))
    const shade = inCare ? '' : bandSvg('not in care', { ...ground, x: from + 3, width: Math.max(1, to - from - 6) }, across.patterns)
    marks.push(mark(fact, `${shade}${before}${rule}${caps}`))
    if (text !== null) {
      labels.push(label({ lane: 'care', text, x: middle, y: y + 4, anchor: 'middle', bold: inCare, fill: stroke, halo: true }))
    }
  }
  return { marks, labels }
}

/** Doubts stand under the line of care, where they arise. */
export function doubtMarks(facts: readonly TimelineFact[], across: Across, y: number): readonly Mark[] {
  return facts.map((fact) => mark(fact, glyphSvg('doubt', across.x(fact.at), y)))
}

/** A dashed line down the whole drawing for a limit in months. */
export function monthsMark(fact: TimelineFact, across: Across, top: number, bottom: number): Mark {
  const x = across.x(fact.at)
  return mark(fact, line(x, top, x, bottom, purple, 1.5, '6 4'))
}
