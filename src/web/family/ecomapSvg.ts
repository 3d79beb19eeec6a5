/** An ecomap as SVG: the child in the middle, around them who and what is in their life, the line saying how near. */
import { element, escapeXml } from '../timeline/markup.ts'

export interface EcomapTie {
  readonly who: string
  readonly kind: string
  readonly strength: 'strong' | 'good' | 'weak' | 'hard' | 'ended'
}

const size = 640
const centre = size / 2
const ink = '#0b0c0c'

/** How each kind of line is drawn, beside its words in the legend: never by colour alone. */
export const ecomapLines: Readonly<Record<EcomapTie['strength'], { readonly width: number; readonly dash: string | null; readonly zigzag: boolean }>> = {
  strong: { width: 6, dash: null, zigzag: false }, good: { width: 2.5, dash: null, zigzag: false }, weak: { width: 2, dash: '3 7', zigzag: false },
  hard: { width: 2, dash: null, zigzag: true }, ended: { width: 1, dash: '10 8', zigzag: false },
}

/** The drawing; `words` is the sentence read out for it. */
export function drawEcomap(child: string, ties: readonly EcomapTie[], words: string): string {
  const radius = 232
  const drawn = ties.map((tie, n) => {
    const angle = (2 * Math.PI * n) / Math.max(1, ties.length) - Math.PI / 2
    return { tie, x: centre + radius * Math.cos(angle), y: centre + radius * Math.sin(angle) }
  })
  // Many ties: smaller circles, so that neighbours never touch.
  const r = Math.min(58, ties.length < 2 ? 58 : radius * Math.sin(Math.PI / ties.length) - 5)
  return element('svg', {
    xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size} ${size}`, width: size, height: size, role: 'img',
    'aria-labelledby': 'ecomap-title ecomap-words', 'font-family': 'inherit',
  }, element('title', { id: 'ecomap-title' }, 'Ecomap') + element('desc', { id: 'ecomap-words' }, escapeXml(words)) +
    drawn.map(({ tie, x, y }) => tieLine(tie.strength, x, y)).join('') +
    drawn.map(({ tie, x, y }) => element('circle', { cx: x, cy: y, r, fill: '#fff', stroke: ink, 'stroke-width': 1.5 }) + wrapped(tie.who, x, y, r)).join('') +
    element('circle', { cx: centre, cy: centre, r: 70, fill: '#1d2d44' }) +
    wrapped(child, centre, centre, 62, { fill: '#fff', 'font-weight': 700 }))
}

function tieLine(strength: EcomapTie['strength'], x: number, y: number): string {
  const { width, dash, zigzag } = ecomapLines[strength]
  const look = { fill: 'none', stroke: ink, 'stroke-width': width, 'stroke-dasharray': dash }
  if (!zigzag) return element('path', { d: `M ${centre} ${centre} L ${x} ${y}`, ...look })
  const [dx, dy] = [x - centre, y - centre]
  const length = Math.hypot(dx, dy)
  const steps = 16
  const points = Array.from({ length: steps + 1 }, (_, n) => {
    const side = n === 0 || n === steps ? 0 : n % 2 === 0 ? 7 : -7
    return `${centre + (dx * n) / steps - (dy / length) * side} ${centre + (dy * n) / steps + (dx / length) * side}`
  })
  return element('path', { d: `M ${points.join(' L ')}`, ...look })
}

/** Words in up to three lines inside a circle. */
function wrapped(words: string, x: number, y: number, r: number, look: { readonly fill: string; readonly 'font-weight'?: number } = { fill: ink }): string {
  const fontSize = r < 40 ? 11 : 14
  const fits = Math.max(4, Math.floor((2 * r - 10) / (fontSize * 0.55)))
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= fits) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > fits ? `${word.slice(0, fits - 1)}…` : word)
  }
  const shownLines = lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]?.slice(0, fits - 1) ?? ''}…`]
  return shownLines.map((line, n) => element('text', {
    x, y: y + (n - (shownLines.length - 1) / 2) * (fontSize + 2) + fontSize / 3, 'text-anchor': 'middle', 'font-size': fontSize, ...look,
  }, escapeXml(line))).join('')
}
