/**
 * A genogram as SVG: the field's own signs (square man or boy, circle woman or girl, diamond not written down; a cross
 * through who has died; a double stroke where a link has ended), the child with a double edge. The same facts stand in a
 * table beside it, so the drawing is one image with a title and a sentence.
 */
import { box, type Genogram, type PlacedMember } from '../../core/family/genogram.ts'
import type { FamilyLink } from '../../core/family/familyTree.ts'
import { ageOn, type LocalDate } from '../../core/time/localDate.ts'
import { element, escapeXml } from '../timeline/markup.ts'

const ink = '#0b0c0c'
const quiet = '#505a5f'
const sign = 30

export interface GenogramAsked {
  readonly childId: string
  readonly asAt: LocalDate
  /** The sentence read out for the drawing. */
  readonly words: string
}

/** The drawing, as wide as it needs. */
export function drawGenogram(genogram: Genogram, asked: GenogramAsked): string {
  const place = new Map(genogram.members.map((one) => [one.member.id, one]))
  const lines = genogram.links.map((link) => {
    const [a, b] = [place.get(link.a), place.get(link.b)]
    return a === undefined || b === undefined ? '' : linkLine(link, a, b)
  })
  return element('svg', {
    xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${genogram.width} ${genogram.height}`, width: genogram.width, height: genogram.height,
    role: 'img', 'aria-labelledby': 'genogram-title genogram-words', 'font-family': 'inherit',
  }, element('title', { id: 'genogram-title' }, 'Genogram') + element('desc', { id: 'genogram-words' }, escapeXml(asked.words)) +
    lines.join('') + genogram.members.map((one) => drawMember(one, asked)).join(''))
}

const middle = ({ x }: PlacedMember): number => x + box.width / 2

function drawMember(one: PlacedMember, { childId, asAt }: GenogramAsked): string {
  const { member } = one
  const cx = middle(one)
  const cy = one.y + sign / 2
  const own = member.id === childId
  const look = { fill: '#fff', stroke: ink, 'stroke-width': own ? 4 : 2 }
  const half = sign / 2
  const shape = member.sex === 'male' ? element('rect', { x: cx - half, y: cy - half, width: sign, height: sign, ...look })
    : member.sex === 'female' ? element('circle', { cx, cy, r: half, ...look })
      : element('path', { d: `M ${cx} ${cy - half - 3} L ${cx + half + 3} ${cy} L ${cx} ${cy + half + 3} L ${cx - half - 3} ${cy} Z`, ...look })
  const inner = own ? element('circle', { cx, cy, r: 5, fill: ink }) : ''
  const cross = member.diedOn === null ? '' : element('path', { d: `M ${cx - half} ${cy - half} L ${cx + half} ${cy + half} M ${cx + half} ${cy - half} L ${cx - half} ${cy + half}`, stroke: ink, 'stroke-width': 2 })
  const age = member.bornOn === null ? null : `${ageOn(member.bornOn, member.diedOn ?? asAt)}${member.diedOn === null ? '' : ' when they died'}`
  return shape + inner + cross + text(cx, one.y + sign + 20, short(member.name, 19), 15, ink, own) +
    (age === null ? '' : text(cx, one.y + sign + 38, `Age ${age}`, 13, quiet, false))
}

function text(x: number, y: number, words: string, size: number, fill: string, bold: boolean): string {
  return element('text', { x, y, 'text-anchor': 'middle', 'font-size': size, fill, stroke: '#fff', 'stroke-width': 4, 'paint-order': 'stroke', ...(bold ? { 'font-weight': 700 } : {}) }, escapeXml(words))
}

const short = (words: string, most: number): string => (words.length <= most ? words : `${words.slice(0, most - 1)}…`)

function linkLine(link: FamilyLink, a: PlacedMember, b: PlacedMember): string {
  const look = { fill: 'none', stroke: link.kind === 'relative' || link.kind === 'household' ? quiet : ink, 'stroke-width': 1.5, 'stroke-dasharray': link.kind === 'relative' || link.kind === 'household' ? '5 4' : null }
  const [ax, bx] = [middle(a), middle(b)]
  if (a.generation === b.generation) {
    // Beside one another: a bow over the signs, low for neighbours and higher for those further apart.
    const rise = 8 + Math.min(24, Math.abs(ax - bx) / 20)
    const y = a.y
    return element('path', { d: `M ${ax} ${y} C ${ax} ${y - rise}, ${bx} ${y - rise}, ${bx} ${y}`, ...look }) + (link.to === null ? '' : ended((ax + bx) / 2, y - rise * 0.75))
  }
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a]
  // Below the words under the sign.
  const top = upper.y + sign + (upper.member.bornOn === null ? 28 : 46)
  const bottom = lower.y
  const turn = (top + bottom) / 2
  return element('path', { d: `M ${middle(upper)} ${top} V ${turn} H ${middle(lower)} V ${bottom - 2}`, ...look }) + (link.to === null ? '' : ended((middle(upper) + middle(lower)) / 2, turn))
}

const ended = (x: number, y: number): string => element('path', { d: `M ${x - 6} ${y + 6} L ${x} ${y - 6} M ${x} ${y + 6} L ${x + 6} ${y - 6}`, stroke: ink, 'stroke-width': 2 })
