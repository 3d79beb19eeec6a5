/** The child's timeline: one list of facts, drawn (wide for a screen, narrow for a phone), tabled and said. */
import type { ChildPage } from '../../app/childPage.ts'
import { captionOf, type Caption } from './caption.ts'
import { labelSvg, patternDefs, type Drawing } from './drawing.ts'
import { legendLines } from './legend.ts'
import { ink } from './looks.ts'
import { element, escapeXml } from './markup.ts'
import { drawNarrow } from './narrow.ts'
import { readTimeline } from './readTimeline.ts'
import { rowsOf } from './table.ts'
import type { TimelineOptions, TimelineRow, TimelineWords } from './timelineTypes.ts'
import { drawWide } from './wide.ts'

export type { Caption } from './caption.ts'
export type { TimelineOptions, TimelineRow, TimelineWords } from './timelineTypes.ts'

/**
 * The drawing as one `<svg>` element: no script, no style element or attribute, every text escaped. A page embeds both
 * layouts; `timeline.css` shows the one that fits and removes the other from the reading order.
 */
export function timelineSvg(page: ChildPage, words: TimelineWords, options: TimelineOptions = {}): string {
  const timeline = readTimeline(page, words, options)
  const layout = options.layout ?? 'wide'
  const drawing = layout === 'wide' ? drawWide(timeline) : drawNarrow(timeline)
  return drawingSvg(drawing, captionOf(timeline), layout)
}

/** The same facts as rows, oldest first: one row for each mark, with the same key. */
export function timelineTable(page: ChildPage, words: TimelineWords, options: TimelineOptions = {}): readonly TimelineRow[] {
  return rowsOf(readTimeline(page, words, options))
}

/** The drawing in words: the same title and description that its `<title>` and `<desc>` hold. */
export function timelineCaption(page: ChildPage, words: TimelineWords, options: TimelineOptions = {}): Caption {
  return captionOf(readTimeline(page, words, options))
}

/** What the marks mean, those used by this child's drawing only, for a list in HTML. */
export function timelineLegend(page: ChildPage, words: TimelineWords, options: TimelineOptions = {}): readonly string[] {
  return legendLines(readTimeline(page, words, options))
}

function drawingSvg(drawing: Drawing, caption: Caption, layout: 'wide' | 'narrow'): string {
  const id = layout === 'wide' ? 'hf-tl-w-' : 'hf-tl-n-'
  return element('svg', {
    xmlns: 'http://www.w3.org/2000/svg', class: `hf-tl-svg hf-tl-svg--${layout}`, viewBox: `0 0 ${drawing.width} ${drawing.height}`,
    width: drawing.width, height: drawing.height, role: 'img', 'aria-labelledby': `${id}title ${id}desc`,
    'font-family': 'Arial, Helvetica, sans-serif', 'font-size': 12, fill: ink,
  }, [
    element('title', { id: `${id}title` }, escapeXml(caption.title)),
    element('desc', { id: `${id}desc` }, escapeXml(caption.description)),
    patternDefs(id),
    element('rect', { width: drawing.width, height: drawing.height, fill: '#fff' }),
    ...drawing.ground, ...drawing.under.map((one) => one.svg), ...drawing.leaders, ...drawing.marks.map((one) => one.svg), ...drawing.labels.map(labelSvg),
  ].join('\n'))
}
