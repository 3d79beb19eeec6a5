/** What both layouts are made of: labels with their boxes, marks with the facts they stand for, and how these become SVG. */
import { formatLong } from '../../core/time/localDate.ts'
import { bandPaint, ink, markPaint, type Hatch } from './looks.ts'
import { element, escapeXml, tenth } from './markup.ts'
import { textWidth } from './textWidth.ts'
import type { Look, TimelineFact } from './timelineTypes.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A text in the drawing, with the room it takes up. */
export interface Label {
  /** Lane or piece of furniture it belongs to. */
  readonly lane: string
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly fill: string
  readonly anchor: 'start' | 'middle' | 'end'
  /** On the open ground a white edge keeps lines from running through the letters; inside a band it would show. */
  readonly halo: boolean
  /** Turned to be read upwards from its point, for the heads of narrow columns. */
  readonly upwards: boolean
}

export interface Mark {
  /** The facts that this mark stands for. */
  readonly key: string
  readonly svg: string
}

export interface Drawing {
  readonly width: number
  readonly height: number
  /** Under everything: grid, today's line, the legend's signs. */
  readonly ground: readonly string[]
  /** Marks that cross the whole drawing: the lines of months in care. */
  readonly under: readonly Mark[]
  readonly marks: readonly Mark[]
  readonly labels: readonly Label[]
  /** Leader lines and the white behind labels that a line would cross; drawn between those and the other marks. */
  readonly leaders: readonly string[]
}

/** The room a label takes up: ascent 0.8 and descent 0.22 of its size, a little more than Arial's letters. */
export function labelBox(label: Label): Box {
  const width = textWidth(label.text, label.size, label.bold ? 'bold' : 'regular')
  if (label.upwards) return { x: label.x - label.size * 0.8, y: label.y - width, width: label.size * 1.02, height: width }
  const x = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2
  return { x, y: label.y - label.size * 0.8, width, height: label.size * 1.02 }
}

/** Whether two boxes share any ground; touching edges do not count. */
export function intersects(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** A label with the usual values filled in. */
export function label(given: Pick<Label, 'lane' | 'text' | 'x' | 'y'> & Partial<Label>): Label {
  return { size: 12, bold: false, fill: ink, anchor: 'start', halo: false, upwards: false, ...given }
}

/** White behind the labels that one of these vertical lines would run through. */
export function backsOf(labels: readonly Label[], lines: readonly number[]): readonly string[] {
  return labels.filter((one) => one.halo).flatMap((one) => {
    const { x, y, width, height } = labelBox(one)
    return lines.some((at) => at > x - 4 && at < x + width + 4)
      ? [element('rect', { x: x - 3, y: y - 1, width: width + 6, height: height + 2, fill: '#fff' })]
      : []
  })
}

/** Markup of a label. */
export function labelSvg(one: Label): string {
  return element('text', {
    x: one.x, y: one.y, transform: one.upwards ? `rotate(-90 ${tenth(one.x)} ${tenth(one.y)})` : null, 'font-size': one.size === 12 ? null : one.size, fill: one.fill === ink ? null : one.fill,
    'font-weight': one.bold ? 'bold' : null, 'text-anchor': one.anchor === 'start' ? null : one.anchor,
    stroke: one.halo ? '#fff' : null, 'stroke-width': one.halo ? 3 : null, 'paint-order': one.halo ? 'stroke' : null,
    'xml:space': one.text.includes('  ') ? 'preserve' : null,
  }, escapeXml(one.text))
}

/** What a pointer resting on the mark is told: the same as its row in the table. */
export function tooltip(fact: TimelineFact): string {
  const from = fact.from === null ? (fact.dateWords ?? 'date not known') : formatLong(fact.from)
  const dates = fact.to === null ? from
    : `${fact.torn ? 'before ' : ''}${from} to ${fact.to === 'open' ? 'now' : formatLong(fact.to)}`
  return `${fact.what}: ${dates}${fact.detail === '' ? '' : ` (${fact.detail})`}`
}

/** A mark: its shapes, the fact's key and its words. */
export function mark(fact: TimelineFact, svg: string): Mark {
  return { key: fact.key, svg: element('g', { 'data-key': fact.key }, `<title>${escapeXml(tooltip(fact))}</title>${svg}`) }
}

/** A band's rectangle, in pixels. `torn` gives the side on which it began before the drawing knows. */
export function bandSvg(look: Look, box: Box, patterns: string, torn: 'left' | 'top' | null = null): string {
  const paint = bandPaint(look)
  const attributes = { fill: paint.fill, stroke: paint.border, 'stroke-dasharray': paint.dashed ? '4 3' : null }
  // Half a pixel inside, so that a one-pixel border falls on the pixel and neighbours keep a gap of white.
  const x = box.x + 0.5
  const y = box.y + 0.5
  const width = Math.max(1, box.width - 2)
  const height = Math.max(1, box.height - 1)
  const shape = (extra: Readonly<Record<string, string | number | null>>): string =>
    torn === null
      ? element('rect', { x, y, width, height, ...extra })
      : element('path', { d: tornPath(x, y, width, height, torn), ...extra })
  return shape(attributes) + (paint.hatch === null ? '' : shape({ fill: `url(#${patterns}${paint.hatch})` }))
}

function tornPath(x: number, y: number, width: number, height: number, side: 'left' | 'top'): string {
  const teeth = 4
  const along = (side === 'left' ? height : width) / teeth
  const depth = Math.min(5, side === 'left' ? width : height)
  const step = Array.from({ length: teeth }, (_, index) => {
    const out = index % 2 === 0 ? -depth : depth
    return side === 'left' ? `l${tenth(out)} ${tenth(-along)}` : `l${tenth(along)} ${tenth(out)}`
  }).join('')
  return side === 'left'
    ? `M${tenth(x + depth)} ${tenth(y)}H${tenth(x + width)}V${tenth(y + height)}H${tenth(x + depth)}${step}z`
    : `M${tenth(x)} ${tenth(y + depth)}${step}V${tenth(y + height)}H${tenth(x)}z`
}

/** The shape of a mark, centred on a point. */
export function glyphSvg(look: Look, x: number, y: number): string {
  const { glyph, colour } = markPaint(look)
  const at = `M${tenth(x)} ${tenth(y)}`
  switch (glyph) {
    case 'disc':
      return element('circle', { cx: x, cy: y, r: 5, fill: colour })
    case 'diamond':
      return element('path', { d: `${at}m0-7l7 7-7 7-7-7z`, fill: colour })
    case 'ring':
      return element('circle', { cx: x, cy: y, r: 5, fill: '#fff', stroke: colour, 'stroke-width': 2.5 })
    case 'full-ring':
      return element('circle', { cx: x, cy: y, r: 7, fill: colour })
        + element('path', { d: `${at}m-1-4.5h2v5.5h-2zm0 7h2v2h-2z`, fill: '#fff' })
    case 'asked':
      return element('circle', { cx: x, cy: y, r: 6.5, fill: '#fff', stroke: colour, 'stroke-dasharray': '2.5 1.6' })
        + element('path', { d: `${at}m-2-1.8c0-2.8 4.2-2.8 4.2 0 0 1.6-2.1 1.5-2.1 3.2m-.1 1.7v1.2`, fill: 'none', stroke: colour, 'stroke-width': 1.3 })
    case 'square':
      return element('rect', { x: x - 5, y: y - 5, width: 10, height: 10, fill: colour })
    case 'crossed-square':
      return element('path', { d: `${at}m-5-5h10v10h-10zl10 10m0-10l-10 10`, fill: '#fff', stroke: colour, 'stroke-width': 1.5 })
    case 'triangle':
      return element('path', { d: `${at}m0-6.5l6.5 12h-13z`, fill: colour })
    case 'link':
      return element('path', { d: `${at}m-7 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0m5.6 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0`, fill: 'none', stroke: colour, 'stroke-width': 2 })
    case 'house':
      return element('path', { d: `${at}m0-7l7 6h-2v6.5h-10v-6.5h-2z`, fill: colour })
    case 'door':
      return element('path', { d: `${at}m-4-6v12m0-6h9m-3.5-3.5l3.5 3.5-3.5 3.5`, fill: 'none', stroke: colour, 'stroke-width': 2 })
    case 'flag':
      return element('path', { d: `${at}m-4 7v-14h10l-3 4 3 4h-8.5v6z`, fill: colour })
    case 'chevron':
      return element('path', { d: `${at}m4-5l-5 5 5 5m-4-10l-5 5 5 5`, fill: 'none', stroke: colour, 'stroke-width': 2 })
  }
}

/** How the child's voice was heard, as a small sign centred on a point: full, half, crossed; nothing under 4. */
export function voiceSvg(voice: TimelineFact['voice'], x: number, y: number): string {
  const at = `M${tenth(x)} ${tenth(y)}`
  switch (voice) {
    case 'spoke':
      return element('path', { d: `${at}m-4-3h8v5h-4l-2.5 2.5v-2.5h-1.5z`, fill: ink })
    case 'views brought':
      return element('path', { d: `${at}m-4-3h8v5h-4l-2.5 2.5v-2.5h-1.5z`, fill: '#fff', stroke: ink })
    case 'not heard':
      return element('path', { d: `${at}m-3-3l6 6m0-6l-6 6`, stroke: ink, 'stroke-width': 1.5 })
    case 'under 4':
    case null:
      return ''
  }
}

const hatches: Readonly<Record<Exclude<Hatch, null>, string>> = {
  light: '<path d="M0 6L6 0" stroke="#0b0c0c" stroke-opacity=".28"/>',
  dark: '<path d="M0 6L6 0" stroke="#0b0c0c" stroke-width="1.4"/>',
  dots: '<path d="M2 2h1v1h-1z" fill="#8d9497"/>',
}

/** The patterns a drawing uses; `prefix` keeps the ids of two drawings on one page apart. */
export function patternDefs(prefix: string): string {
  const defs = Object.entries(hatches).map(([name, inner]) =>
    element('pattern', { id: `${prefix}${name}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, inner))
  return `<defs>${defs.join('')}</defs>`
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash: string | null = null): string {
  return element('path', {
    d: `M${tenth(x1)} ${tenth(y1)}${x1 === x2 ? `V${tenth(y2)}` : y1 === y2 ? `H${tenth(x2)}` : `L${tenth(x2)} ${tenth(y2)}`}`,
    stroke, 'stroke-width': width === 1 ? null : width, 'stroke-dasharray': dash,
  })
}
