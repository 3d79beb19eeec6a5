/**
 * Where everybody stands in a genogram: a row for each generation, oldest on top, families near to one another. Positions
 * only; drawing is the web's. Nobody's box ever lies over another's.
 */
import { generations, type Family, type FamilyLink, type FamilyMember } from './familyTree.ts'

export interface PlacedMember {
  readonly member: FamilyMember
  readonly generation: number
  /** Top left corner and the row's order from the left, in drawing units. */
  readonly x: number
  readonly y: number
}

export interface Genogram {
  readonly width: number
  readonly height: number
  readonly members: readonly PlacedMember[]
  readonly links: readonly FamilyLink[]
}

export const box = { width: 150, height: 84, gap: 28, row: 150, margin: 16 }

/** Rows are put in order this often, down and up, each by where its relatives stand. */
const SWEEPS = 4

/** Places everybody to whom a link leads from the child. */
export function genogramOf(family: Family): Genogram {
  const at = generations(family)
  const members = family.members.filter(({ id }) => at.has(id))
  const levels = [...new Set(members.map(({ id }) => at.get(id) ?? 0))].toSorted((a, b) => b - a)
  let rows = levels.map((level) => members.filter(({ id }) => at.get(id) === level))
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const order = new Map(rows.flatMap((row) => row.map(({ id }, place) => [id, place - (row.length - 1) / 2] as const)))
    rows = rows.map((row) => ordered(row, family.links, order))
  }
  const widest = Math.max(1, ...rows.map((row) => row.length))
  const width = 2 * box.margin + widest * box.width + (widest - 1) * box.gap
  return {
    width,
    height: 2 * box.margin + Math.max(0, rows.length - 1) * box.row + box.height,
    links: family.links.filter(({ a, b }) => members.some(({ id }) => id === a) && members.some(({ id }) => id === b)),
    members: rows.flatMap((row, index) => {
      const taken = row.length * box.width + (row.length - 1) * box.gap
      const left = (width - taken) / 2
      return row.map((member, place) => ({
        member, generation: levels[index] ?? 0,
        x: left + place * (box.width + box.gap), y: box.margin + index * box.row,
      }))
    }),
  }
}

/** A row by the middle of where each one's relatives stand; partners and others of equal standing keep their order. */
function ordered(row: readonly FamilyMember[], links: readonly FamilyLink[], order: ReadonlyMap<string, number>): FamilyMember[] {
  const middle = new Map(row.map((member, place) => {
    const relatives = links.flatMap(({ a, b }) => (a === member.id ? [b] : b === member.id ? [a] : []))
    const places = relatives.flatMap((id) => order.get(id) ?? [])
    const own = order.get(member.id) ?? place
    return [member.id, places.length === 0 ? own : (own + places.reduce((sum, one) => sum + one, 0)) / (places.length + 1)] as const
  }))
  return row.toSorted((a, b) => (middle.get(a.id) ?? 0) - (middle.get(b.id) ?? 0))
}
