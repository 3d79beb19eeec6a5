/** A child's family as Holdfast holds it: people, how they are related, who has parental responsibility. */
import type { LocalDate } from '../time/localDate.ts'

export type LinkKind = 'parent' | 'sibling' | 'partner' | 'household' | 'relative'

export interface FamilyMember {
  readonly id: string
  /** `child`: another child the authority knows, by code; the child the page is about is one too. */
  readonly kind: 'person' | 'child'
  /** A person's name, or `Child 1043`. */
  readonly name: string
  /** A genogram draws a diamond where it is not written down. */
  readonly sex: 'female' | 'male' | null
  readonly bornOn: LocalDate | null
  readonly diedOn: LocalDate | null
}

export interface FamilyLink {
  readonly linkId: string
  readonly kind: LinkKind
  /** For `parent`, `a` is a parent of `b`; the others hold both ways. */
  readonly a: string
  readonly b: string
  /** "maternal aunt": for a relative, what a person would call them. */
  readonly words: string | null
  readonly parentalResponsibility: boolean
  readonly from: LocalDate | null
  /** First day it no longer held; null while it does. */
  readonly to: LocalDate | null
}

export interface Family {
  readonly childId: string
  readonly members: readonly FamilyMember[]
  readonly links: readonly FamilyLink[]
}

/** Words that place a relative in a generation; anybody else stands beside the parents, where most relatives belong. */
const generationWords: readonly (readonly [RegExp, number])[] = [
  [/great[- ]?grand/i, 3], [/grand(mother|father|parent|ma|pa|dad|mum)|nan\b|nanny|granny|gran\b|grandad/i, 2], [/cousin|brother|sister|sibling/i, 0],
  [/nephew|niece/i, -1],
]

/** How many generations above the child somebody of these words stands: 1 when the words do not say. */
export function generationOf(words: string | null): number {
  return generationWords.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? 1
}

/**
 * Which generation each member stands in, the child's own being 0 and their parents' 1. Members to whom no link leads from
 * the child are left out: nobody can say where they stand.
 */
export function generations({ childId, links }: Family): ReadonlyMap<string, number> {
  const at = new Map([[childId, 0]])
  const waiting = [childId]
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    const here = at.get(one) ?? 0
    for (const { kind, a, b, words } of links) {
      if (a !== one && b !== one) continue
      const other = a === one ? b : a
      if (at.has(other)) continue
      at.set(other, here + step(kind, a === one, words))
      waiting.push(other)
    }
  }
  return at
}

function step(kind: LinkKind, isFirst: boolean, words: string | null): number {
  switch (kind) {
    case 'parent': return isFirst ? -1 : 1
    case 'sibling':
    case 'partner':
    case 'household': return 0
    // A relative is written down from the child's side, with the relative first.
    case 'relative': return isFirst ? -generationOf(words) : generationOf(words)
  }
}

/** The child's brothers and sisters, half ones too: they share a parent, or a link says so. */
export function siblingsOf({ childId, links }: Family): readonly string[] {
  const parents = links.filter(({ kind, b }) => kind === 'parent' && b === childId).map(({ a }) => a)
  const shared = links.filter(({ kind, a, b }) => kind === 'parent' && parents.includes(a) && b !== childId).map(({ b }) => b)
  const said = links.flatMap(({ kind, a, b }) => (kind !== 'sibling' ? [] : a === childId ? [b] : b === childId ? [a] : []))
  return [...new Set([...shared, ...said])]
}

/** What somebody is to the child, in words: the nearest link says. */
export function relationWords(family: Family, id: string): string {
  const { childId, links } = family
  const direct = links.find(({ a, b }) => (a === id && b === childId) || (a === childId && b === id))
  if (direct !== undefined) {
    if (direct.words !== null) return direct.words
    switch (direct.kind) {
      case 'parent': return direct.a === id ? 'Parent' : 'Their own child'
      case 'sibling': return 'Brother or sister'
      case 'partner': return 'Partner'
      case 'household': return 'Lives in the same home'
      case 'relative': return 'Relative'
    }
  }
  if (siblingsOf(family).includes(id)) return 'Brother or sister'
  const parents = links.filter(({ kind, b }) => kind === 'parent' && b === childId).map(({ a }) => a)
  if (links.some(({ kind, a, b }) => kind === 'parent' && a === id && parents.includes(b))) return 'Grandparent'
  if (links.some(({ kind, a, b }) => kind === 'partner' && ((a === id && parents.includes(b)) || (b === id && parents.includes(a))))) return 'Partner of a parent'
  const near = links.find(({ a, b, words }) => (a === id || b === id) && words !== null)
  return near?.words ?? 'Relative'
}
