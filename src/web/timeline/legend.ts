/** What the marks mean: only those that this child's drawing uses. */
import { bandSvg, glyphSvg, label, labelBox, line, voiceSvg, type Label } from './drawing.ts'
import { bandPaint, legendWords, quiet, red } from './looks.ts'
import type { Look, Timeline, Voice } from './timelineTypes.ts'

interface Entry {
  readonly words: string
  readonly draw: (x: number, y: number, patterns: string) => string
}

const voiceWords: readonly (readonly [Voice, string])[] = [
  ['spoke', 'the child spoke or showed their views'],
  ['views brought', "the child's views were brought"],
  ['not heard', "the child's views were not heard"],
]

const bandLooks: ReadonlySet<Look> = new Set<Look>(['away', 'strength 0', 'strength 1', 'strength 2', 'strength 3', 'missing', 'away without leave'])

function entries(timeline: Timeline): readonly Entry[] {
  const looks = new Set(timeline.facts.map((fact) => fact.look))
  const voices = new Set(timeline.facts.map((fact) => fact.voice))
  return [
    ...legendWords.filter(([look]) => looks.has(look)).map(([look, words]): Entry => ({
      words,
      draw: (x, y, patterns) => bandLooks.has(look) && bandPaint(look) !== undefined
        ? bandSvg(look, { x: x - 7, y: y - 5, width: 14, height: 10 }, patterns)
        : (look === 'overdue' || look === 'late' || look === 'review late' ? line(x - 9, y, x + 9, y, red, 3) : '') + glyphSvg(look, x, y),
    })),
    ...voiceWords.filter(([voice]) => voices.has(voice)).map(([voice, words]): Entry => ({
      words, draw: (x, y) => voiceSvg(voice, x, y),
    })),
  ]
}

/** The meanings of the marks in a drawing of this timeline, in words, for a page that lists them in HTML. */
export function legendLines(timeline: Timeline): readonly string[] {
  return entries(timeline).map((entry) => entry.words)
}

/** The legend, flowing in rows of `width` under the drawing. */
export function wideLegend(
  timeline: Timeline, patterns: string, top: number, width: number,
): { readonly shapes: readonly string[]; readonly labels: readonly Label[]; readonly bottom: number } {
  const shapes: string[] = []
  const labels: Label[] = []
  let x = 0
  let y = top + 8
  for (const entry of entries(timeline)) {
    const one = label({ lane: 'legend', text: entry.words, x: x + 24, y: y + 4, fill: quiet })
    const box = labelBox(one)
    if (box.x + box.width > width && x > 0) {
      x = 0
      y += 20
    }
    shapes.push(entry.draw(x + 10, y, patterns))
    labels.push({ ...one, x: x + 24, y: y + 4 })
    x += 24 + box.width + 20
  }
  return { shapes, labels, bottom: Math.ceil(labels.length === 0 ? top : y + 12) }
}
