/** The narrow layout for phones: time runs down, each side of the story a column, the words a diary beside them. */
import { ageOn, birthday } from '../../core/time/localDate.ts'
import { bandSvg, glyphSvg, label, line, mark, voiceSvg, type Drawing, type Label, type Mark } from './drawing.ts'
import { faint, ink, purple, quiet, red, rule } from './looks.ts'
import { dayLabels, diaryOf, spread } from './narrowDiary.ts'
import { wideLegend } from './legend.ts'
import { dayScale, ticksOf, windowOf, type Window } from './timeScale.ts'
import type { Lane, Timeline, TimelineFact } from './timelineTypes.ts'

const width = 300
const patterns = 'hf-tl-n-'
const diaryLeft = 162
const elbow = 150
const headHeight = 96

/** Left edge and width of the columns that hold stretches. */
const columns: Readonly<Partial<Record<Lane, readonly [number, number]>>> = {
  'legal status': [56, 12], home: [70, 18], liberty: [88.5, 3], route: [92, 10], 'legal permanence': [103, 6],
  'physical permanence': [110, 6], missing: [117, 4],
}
const careX = 50
const pointXs = [129, 142] as const

/** Draws a timeline 300 px wide, as high as its diary needs. */
export function drawNarrow(timeline: Timeline): Drawing {
  const window = windowOf(timeline)
  const days = diaryOf(timeline, window.asAt, width - diaryLeft)
  const told = days.reduce((sum, day) => sum + day.height, 0)
  // Room to spare, so that most days can stand where they belong.
  const plot = Math.max(360, Math.round(told * 1.15))
  const top = headHeight + 6
  const bottom = top + plot
  const y = dayScale(window, top, bottom)
  const now = window.asAt === null ? bottom : y(window.asAt)

  const tops = spread(days.map((day) => y(day.at) - 7), days.map((day) => day.height), top - 6, bottom + 10)
  const leaders = days.map((day, index) => {
    const at = y(day.at)
    return line(day.today ? 36 : 122, at, elbow, at, day.today ? ink : rule, day.today ? 1.5 : 1)
      + line(elbow, at, diaryLeft - 3, (tops[index] ?? 0) + 7, day.today ? ink : rule)
  })
  const ticks = tickLabels(timeline, window, y)
  const ground = [...ticks.lines, ...(window.asAt === null ? [] : [line(36, now, elbow, now, ink, 1.5)])]
  const bands = timeline.facts.flatMap((fact) => bandOf(fact, y, now, bottom) ?? [])
  const months = timeline.facts.filter((fact) => fact.look === 'fourteen months')
    .map((fact) => mark(fact, line(36, y(fact.at), elbow, y(fact.at), purple, 1.5, '6 4')))
  const points = pointMarks(timeline.facts.filter((fact) => pointLanes.has(fact.lane) || fact.look === 'doubt'), y)
  const legend = wideLegend(timeline, patterns, Math.max(bottom, (tops.at(-1) ?? 0) + (days.at(-1)?.height ?? 0)) + 14, width)
  return {
    width, height: legend.bottom, ground: [...ground, ...legend.shapes], under: months, leaders,
    marks: [...bands, ...points],
    labels: [...heads(timeline), ...ticks.labels, ...days.flatMap((day, index) => dayLabels(day, diaryLeft, tops[index] ?? 0)), ...legend.labels],
  }
}

const pointLanes: ReadonlySet<Lane> = new Set<Lane>(['reviews', 'decisions', 'due'])

function bandOf(fact: TimelineFact, y: (day: number) => number, now: number, bottom: number): Mark | null {
  const from = y(fact.at)
  const to = fact.to === 'open' ? Math.max(now, from) : fact.to === null ? from : y(fact.to)
  const height = Math.max(3, to - from)
  const start = Math.min(from, bottom - height)
  if (fact.look === 'in care') {
    const before = fact.torn ? line(careX, headHeight, careX, from, ink, 2, '3 4') : line(careX - 4, from + 1, careX + 4, from + 1, ink, 2)
    const end = fact.to === 'open' ? '' : line(careX - 4, to - 1, careX + 4, to - 1, ink, 2)
    return mark(fact, before + line(careX, from, careX, to, ink, 2) + end)
  }
  if (fact.look === 'not in care') {
    return mark(fact, bandSvg(fact.look, { x: 56, y: start, width: 60, height }, patterns) + line(careX, from, careX, to, quiet, 1, '1 3'))
  }
  const column = columns[fact.lane]
  if (column === undefined || fact.look === 'achieved' && fact.lane === 'decisions') return null
  const [x, wide] = column
  // An absence is a notch at the home's edge, so that the home is seen to go on.
  const box = fact.look === 'away' ? { x: x + wide - 8, y: start, width: 8, height } : { x, y: start, width: wide, height }
  return mark(fact, bandSvg(fact.look, box, patterns, fact.torn ? 'top' : null))
}

/** Marks in two columns, a second mark of about the same day beside the first. */
function pointMarks(facts: readonly TimelineFact[], y: (day: number) => number): readonly Mark[] {
  const ends = pointXs.map(() => Number.NEGATIVE_INFINITY)
  return facts.toSorted((a, b) => a.at - b.at).map((fact) => {
    const at = y(fact.at)
    // What is due keeps to the second column, so that a long line of lateness does not run through what happened.
    const order = fact.lane === 'due' ? [1, 0] : [0, 1]
    const column = order.find((one) => at - 7 >= (ends[one] ?? 0)) ?? order[0] ?? 0
    ends[column] = at + 7
    const x = pointXs[column] ?? pointXs[0]
    const tail = fact.lateLine === null ? '' : line(x, at, x, y(fact.lateLine), red, 3)
    return mark(fact, tail + glyphSvg(fact.look, x, at) + voiceSvg(fact.voice, x, at + 11))
  })
}

function heads(timeline: Timeline): readonly Label[] {
  const has = (lane: Lane): boolean => timeline.facts.some((fact) => fact.lane === lane && fact.look !== 'doubt')
  const head = (text: string, x: number): Label =>
    label({ lane: 'heads', text, x: x + 4, y: headHeight - 2, size: 12, upwards: true, fill: quiet })
  return [
    head('Age', 37),
    ...(has('care') ? [head('In care', careX)] : []),
    ...(has('legal status') ? [head('Legal status', 63)] : []),
    ...(has('home') ? [head('Home', 79)] : []),
    ...(has('route') ? [head('Permanence', 97), head('legal, physical', 110)] : []),
    head('What happened', 129),
    head('What is due', 142),
  ]
}

/** Months and years at the left, the child's age beside them. */
function tickLabels(
  timeline: Timeline, window: Window, y: (day: number) => number,
): { readonly labels: readonly Label[]; readonly lines: readonly string[] } {
  const perDay = (y(window.last) - y(window.first)) / (window.last - window.first)
  const { minor, major } = ticksOf(window, perDay, 24)
  const labels: Label[] = []
  const taken: number[] = []
  const place = (text: string, at: number, bold: boolean): void => {
    if (taken.some((other) => Math.abs(other - at) < 14)) return
    taken.push(at)
    labels.push(label({ lane: 'axis', text, x: 0, y: at + 4, bold, fill: bold ? ink : quiet }))
  }
  // Later ones first: a year that only begins to show gives way to the next.
  for (const tick of major.toReversed()) place(tick.label.replace(/^(\p{L}{3})\p{L}* \d{4}$/u, '$1'), y(tick.at), true)
  for (const tick of minor) place(tick.label, y(tick.at), major.length === 0)
  const lines = minor.map((tick) => line(36, y(tick.at), elbow, y(tick.at), faint))
  const born = timeline.bornOn
  if (born !== null && born <= window.last) {
    let before = Number.NEGATIVE_INFINITY
    for (let age = born >= window.first ? 0 : ageOn(born, window.first) + 1; birthday(born, age) <= window.last; age += 1) {
      const at = y(birthday(born, age))
      if (at - before < 14) continue
      before = at
      labels.push(label({ lane: 'age', text: String(age), x: 39, y: at + 4, anchor: 'middle', halo: true }))
    }
  }
  return { labels, lines }
}
