/** The wide layout: time runs to the right, a lane for each side of the child's story, what is due at the foot. */
import { addMonths, ageOn, birthday, formatLong, formatShort } from '../../core/time/localDate.ts'
import { bandLane, careLane, doubtMarks, monthsMark, notches, type Across, type Lines } from './wideBands.ts'
import { dueLane, missingLane, pointLane, type PointLane } from './widePoints.ts'
import { backsOf, label, labelBox, line, type Drawing, type Label, type Mark } from './drawing.ts'
import { faint, ink, purple, quiet, rule } from './looks.ts'
import { wideLegend } from './legend.ts'
import { element } from './markup.ts'
import { textWidth } from './textWidth.ts'
import { dayScale, ticksOf, windowOf, type Window } from './timeScale.ts'
import { laneWords, type Lane, type Timeline, type TimelineFact } from './timelineTypes.ts'

const width = 1180
const left = 166
const right = 1168
const patterns = 'hf-tl-w-'

/** Draws a timeline 1180 px wide, as high as it needs. */
export function drawWide(timeline: Timeline): Drawing {
  const window = windowOf(timeline)
  const x = dayScale(window, left, right)
  const of = (lane: Lane): readonly TimelineFact[] => timeline.facts.filter((fact) => fact.lane === lane)
  const care = of('care')
  const monthsFacts = care.filter((fact) => fact.look === 'fourteen months')
  const now = window.asAt === null ? right : x(window.asAt)
  const across: Across = {
    x, now, left, right, patterns,
    lines: [...(window.asAt === null ? [] : [now]), ...monthsFacts.map((fact) => x(fact.at))],
  }
  const marks: Mark[] = []
  const labels: Label[] = []
  const leaders: string[] = []
  const take = (lines: Lines): void => {
    marks.push(...lines.marks)
    labels.push(...lines.labels)
  }
  const name = (lane: Lane, y: number, detail: string | null = null): void => {
    const under = lane === 'legal permanence' || lane === 'physical permanence'
    labels.push(label({ lane: 'names', text: under ? lane.replace(' permanence', '') : laneWords[lane], x: under ? 12 : 0, y, bold: !under, size: under ? 12 : 13, fill: under ? quiet : ink }))
    if (detail !== null) labels.push(label({ lane: 'names', text: detail, x: 0, y: y + 14, fill: quiet }))
  }

  const axis = axisLabels(window, x, 2)
  labels.push(...axis.labels)
  const flags = flagRow(timeline, window, monthsFacts, across, axis.bottom + 4)
  labels.push(...flags.labels)
  const linesTop = flags.bottom
  let y = flags.bottom + 2

  const ages = ageLabels(timeline, window, x, y + 14)
  if (ages.labels.length > 0) {
    labels.push(label({ lane: 'names', text: 'Age', x: 0, y: y + 14, bold: true, size: 13 }), ...ages.labels)
    y += 26
  }

  const doubts = care.filter((fact) => fact.look === 'doubt')
  const careY = y + 9
  name('care', careY + 4)
  y = careY + 16
  if (doubts.length > 0) {
    marks.push(...doubtMarks(doubts, across, y + 6))
    y += 18
  }
  const bandsTop = y + 2
  y += 4

  const bands = (lane: Lane, height: number, size: number, after: number, detail: string | null = null): void => {
    const facts = of(lane)
    if (facts.length === 0) return
    const away = facts.filter((fact) => fact.look === 'away')
    const own = facts.filter((fact) => fact.look !== 'away')
    name(lane, y + (detail === null ? height / 2 + 5 : height / 2 - 2), detail)
    take(bandLane(own, across, lane, y, height, size, size > 12))
    marks.push(...notches(away, across, y + height - 11, 11))
    y += height + after
  }
  const homes = of('home').filter((fact) => fact.look !== 'away').length
  bands('legal status', 24, 13, 10)
  bands('home', 36, 13, 16, homes > 1 ? `${homes} homes` : null)
  bands('route', 22, 13, 3)
  bands('legal permanence', 17, 12, 2)
  bands('physical permanence', 17, 12, 14)
  take(careLane(care, across, careY, { x: 0, y: bandsTop, width: 0, height: y - 10 - bandsTop }))

  const points = (lane: Lane, below: number, after: number, detail: string | null = null): void => {
    const facts = thinned(of(lane), across)
    if (facts.length === 0 && (lane !== 'reviews' || !timeline.inCare)) return
    const lines: PointLane = pointLane(facts, across, lane, y, below)
    name(lane, lines.markY + 4, detail)
    take(lines)
    leaders.push(...lines.leaders)
    y += lines.height + after
  }
  points('reviews', 12, 14, reviewsWords(of('reviews')))
  points('decisions', 0, 14)
  const missing = of('missing').length
  if (missing > 0) {
    const lines = missingLane(of('missing'), across, y)
    name('missing', lines.markY + (missing > 1 ? -2 : 4), missing > 1 ? `${missing} times` : null)
    take(lines)
    leaders.push(...lines.leaders)
    y += lines.height + 14
  }
  bands('liberty', 18, 12, 14)
  const due = of('due')
  if (due.length > 0) {
    const lines = dueLane(due, across, y)
    name('due', y + 15, dueWords(due))
    take(lines)
    y += Math.max(lines.height, 34)
  }
  const bottom = y + 4

  const ground: string[] = [
    ...axis.lines(bottom), ...ages.lines,
    ...(window.asAt === null ? [] : [line(across.now, linesTop, across.now, bottom, ink, 1.5)]),
    element('path', { d: `M0 ${bottom}H${width}`, stroke: rule }),
  ]
  const lines = monthsFacts.map((fact) => monthsMark(fact, across, linesTop, fact.at > window.last ? linesTop + 14 : bottom))
  const legend = wideLegend(timeline, patterns, bottom + 10, width)
  return {
    width, height: legend.bottom, ground: [...ground, ...legend.shapes], under: lines,
    leaders: [...backsOf(labels.filter((one) => one.lane !== 'flags'), across.lines), ...leaders],
    marks, labels: [...labels, ...legend.labels],
  }
}

/** When numbers would crowd one another, every fifth review keeps its own; a late one always keeps its words. */
function thinned(facts: readonly TimelineFact[], across: Across): readonly TimelineFact[] {
  const reviews = facts.filter((fact) => fact.lane === 'reviews')
  const first = reviews[0]
  const last = reviews.at(-1)
  if (first === undefined || last === undefined || (across.x(last.at) - across.x(first.at)) / reviews.length > 34) return facts
  return facts.map((fact, index) =>
    fact.priority < 2 || index === 0 || index === facts.length - 1 || (index + 1) % 5 === 0 ? fact : { ...fact, labels: [] })
}

function dueWords(facts: readonly TimelineFact[]): string | null {
  const count = (look: TimelineFact['look'], words: string): readonly string[] => {
    const found = facts.filter((fact) => fact.look === look).length
    return found === 0 ? [] : [`${found} ${words}`]
  }
  const said = [...count('overdue', 'overdue'), ...count('cannot tell', 'cannot tell')]
  return said.length === 0 ? null : said.join(', ')
}

function reviewsWords(facts: readonly TimelineFact[]): string | null {
  const late = facts.filter((fact) => fact.look === 'review late').length
  if (facts.length === 0) return 'none held'
  return `${facts.length} held${late === 0 ? '' : `, ${late} late`}`
}

/** The words at the head of the lines that cross the whole drawing, on as many rows as keep them apart. */
function flagRow(
  timeline: Timeline, window: Window, months: readonly TimelineFact[], across: Across, top: number,
): { readonly labels: readonly Label[]; readonly bottom: number } {
  const wanted = [
    ...(window.asAt === null ? [] : [{ x: across.now, text: `${timeline.asAtWords} ${formatLong(window.asAt)}`, bold: true, fill: ink }]),
    // Said, though too far away to draw.
    ...(window.asAt !== null ? [] : [{ x: right, text: `${timeline.asAtWords} ${formatLong(timeline.asAt)} →`, bold: true, fill: ink }]),
    ...months.map((fact) => ({ x: across.x(fact.at), text: `${fact.labels[0] ?? ''}${fact.at > window.last ? ' →' : ''}`, bold: false, fill: purple })),
  ]
  const placed: { readonly row: number; readonly from: number; readonly to: number; readonly label: Label }[] = []
  for (const one of wanted) {
    const long = textWidth(one.text, 12, one.bold ? 'bold' : 'regular')
    for (let row = 0, found = false; !found; row += 1) {
      for (const from of [one.x - long / 2, one.x - long + 2, one.x - 2].map((at) => Math.min(Math.max(at, left), right - long))) {
        if (placed.some((other) => other.row === row && from < other.to + 12 && other.from < from + long + 12)) continue
        placed.push({ row, from, to: from + long, label: label({ lane: 'flags', text: one.text, x: from, y: 0, bold: one.bold, fill: one.fill, halo: true }) })
        found = true
        break
      }
    }
  }
  const rows = placed.reduce((most, one) => Math.max(most, one.row + 1), 0)
  // The lines begin under the last row, so that none runs through another's words.
  return { labels: placed.map((one) => ({ ...one.label, y: top + 12 + one.row * 16 })), bottom: top + rows * 16 + 2 }
}

/** Two tiers: years (or months) above, months (or weeks) below; years alone for a long history. */
function axisLabels(
  window: Window, x: (day: number) => number, top: number,
): { readonly labels: readonly Label[]; readonly bottom: number; readonly lines: (bottom: number) => readonly string[] } {
  const perDay = (right - left) / (window.last - window.first)
  const { minor, major } = ticksOf(window, perDay, 34)
  const labels: Label[] = []
  const place = (ticks: typeof minor, y: number, bold: boolean): void => {
    // From the right, so that a short first year gives way to the year that follows.
    let before = right + 4
    for (const tick of ticks.toReversed()) {
      const one = label({ lane: 'axis', text: tick.label, x: x(tick.at) + 4, y, bold, fill: bold ? ink : quiet })
      const box = labelBox(one)
      if (box.x + box.width + 4 > before) continue
      labels.push(one)
      before = box.x
    }
  }
  if (major.length > 0) place(major, top + 12, true)
  const minorY = major.length > 0 ? top + 27 : top + 13
  place(minor, minorY, major.length === 0)
  const bottom = minorY + 5
  return {
    labels,
    bottom,
    lines: (end) => [
      `<g stroke="${faint}">${minor.map((tick) => line(x(tick.at), minorY - 10, x(tick.at), end, faint)).join('').replaceAll(` stroke="${faint}"`, '')}</g>`,
      `<g stroke="${rule}">${major.filter((tick) => tick.at > window.first).map((tick) => line(x(tick.at), top + 2, x(tick.at), end, rule)).join('').replaceAll(` stroke="${rule}"`, '')}</g>`,
      line(left, bottom, right, bottom, rule),
    ],
  }
}

/** Age: what it was at the left, then every birthday. */
function ageLabels(
  timeline: Timeline, window: Window, x: (day: number) => number, y: number,
): { readonly labels: readonly Label[]; readonly lines: readonly string[] } {
  const born = timeline.bornOn
  if (born === null || born > window.last) return { labels: [], lines: [] }
  const labels: Label[] = []
  const lines: string[] = []
  const perYear = x(addMonths(window.first, 12)) - x(window.first)
  const many = perYear < 64
  const first = born >= window.first ? 0 : ageOn(born, window.first) + 1
  let cursor = left
  for (let age = first; birthday(born, age) <= window.last; age += 1) {
    const at = x(birthday(born, age))
    const text = age === 0 ? `born ${formatShort(born)}` : many ? String(age) : `turns ${age}`
    const long = textWidth(text, 12)
    lines.push(line(at, y - 11, at, y + 3, quiet, 1.5))
    if (at + 5 < cursor || at + 5 + long > right + 10) continue
    labels.push(label({ lane: 'age', text, x: at + 5, y, fill: ink, halo: true }))
    cursor = at + 5 + long + 6
  }
  const earliest = labels[0]
  const now = first === 0 ? null : ageOn(born, window.first)
  if (now !== null && now >= 0) {
    const room = earliest === undefined ? right - left : earliest.x - 10 - left
    const words = now === 0 ? monthsOld(born, window) : `aged ${now}`
    const text = many ? String(now) : words
    if (textWidth(text, 12) <= room) labels.unshift(label({ lane: 'age', text, x: left + 2, y, fill: quiet, halo: true }))
  }
  return { labels, lines }
}

function monthsOld(born: NonNullable<Timeline['bornOn']>, window: Window): string {
  let months = 0
  while (addMonths(born, months + 1) <= window.first) months += 1
  return months === 0 ? 'newborn' : `${months} ${months === 1 ? 'month' : 'months'} old`
}
