/** Finding room for labels above a row of marks, so that no two of them touch and no leader runs through another's words. */
import { textWidth } from './textWidth.ts'

export interface Wanted {
  readonly key: string
  /** Where the mark stands. */
  readonly x: number
  /** Longest first; the last may be dropped. */
  readonly texts: readonly string[]
  /** 0 is placed first; 2 only just above its mark, never on a leader. */
  readonly priority: number
  readonly bold: boolean
}

export interface Placed {
  readonly key: string
  readonly text: string
  /** 0 is just above the marks. */
  readonly level: number
  /** Left edge. */
  readonly left: number
  readonly width: number
  /** A line from the mark up to the label, when it stands above the first level. */
  readonly leader: boolean
}

const gap = 7

type Align = 'centre' | 'start' | 'end'

interface Plan {
  /** 1 from the left, -1 from the right. */
  readonly direction: 1 | -1
  readonly aligns: readonly Align[]
}

/**
 * Words that all run to the right of their leader never cross a leader further right when placed from the right, and the
 * other way round; words centred on their marks look best when there is room for all. The plan that shows most wins.
 */
const plans: readonly Plan[] = [
  { direction: 1, aligns: ['centre', 'start', 'end'] },
  { direction: -1, aligns: ['start', 'end'] },
  { direction: 1, aligns: ['end', 'start'] },
]

/**
 * Places what fits, the most pressing first, on at most `levels` levels between `min` and `max`, away from the vertical
 * `lines` where it can. Labels that find no room are left out of the drawing (mark and row of the table remain).
 */
export function placeAbove(
  wanted: readonly Wanted[], size: number, min: number, max: number, levels: number, lines: readonly number[],
): readonly Placed[] {
  const sized = wanted.filter((one) => one.texts.length > 0).map((one) => ({
    ...one, widths: one.texts.map((text) => textWidth(text, size, one.bold ? 'bold' : 'regular')),
  }))
  let best: readonly Placed[] = []
  let bestWorth = -1
  for (const plan of plans) {
    const placed = placeBy(plan, sized, min, max, levels, lines)
    const worth = placed.reduce((sum, one) => sum + 100 - one.level + one.text.length / 100, 0)
    if (worth > bestWorth) [best, bestWorth] = [placed, worth]
    if (placed.length === sized.length && placed.every((one) => one.level === 0)) break
  }
  return best
}

interface Sized extends Wanted {
  readonly widths: readonly number[]
}

function placeBy(
  plan: Plan, wanted: readonly Sized[], min: number, max: number, levels: number, lines: readonly number[],
): readonly Placed[] {
  const spans: (readonly [number, number])[][] = Array.from({ length: levels }, () => [])
  // A leader passes through every level under its label.
  const leaders: number[][] = Array.from({ length: levels }, () => [])
  const free = (level: number, left: number, right: number): boolean =>
    left >= min && right <= max
    && (spans[level] ?? []).every(([a, b]) => right + gap <= a || b + gap <= left)
    && (leaders[level] ?? []).every((x) => x < left - 2 || x > right + 2)
  const clear = (level: number, x: number): boolean =>
    spans.slice(0, level).every((row) => row.every(([a, b]) => x < a - 2 || x > b + 2))
  const lefts = (x: number, width: number): readonly number[] => plan.aligns.map((align) =>
    align === 'centre' ? x - width / 2 : align === 'start' ? x - 5 : x - width + 5)

  const search = (one: Sized): Placed | null => {
    const most = one.priority === 2 ? 1 : levels
    for (const [index, text] of one.texts.entries()) {
      const width = one.widths[index] ?? 0
      const all = lefts(one.x, width)
      const calm = all.filter((left) => lines.every((at) => at < left - 2 || at > left + width + 2))
      for (const tried of [calm, all]) {
        for (let level = 0; level < most; level += 1) {
          if (level > 0 && !clear(level, one.x)) break
          const left = tried.find((candidate) => free(level, candidate, candidate + width))
          if (left !== undefined) return { key: one.key, text, level, left, width, leader: level > 0 }
        }
      }
    }
    return null
  }

  const out: Placed[] = []
  for (const one of wanted.toSorted((a, b) => a.priority - b.priority || (a.x - b.x) * plan.direction)) {
    const found = search(one)
    if (found === null) continue
    spans[found.level]?.push([found.left, found.left + found.width])
    for (let level = 0; level < found.level; level += 1) leaders[level]?.push(one.x)
    out.push(found)
  }
  return out
}
