import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generations, relationWords, siblingsOf, type Family, type FamilyLink, type FamilyMember, type LinkKind } from './familyTree.ts'
import { box, genogramOf } from './genogram.ts'

const member = (id: string, name = id): FamilyMember => ({ id, kind: 'person', name, sex: null, bornOn: null, diedOn: null })
let links = 0
const link = (kind: LinkKind, a: string, b: string, words: string | null = null): FamilyLink =>
  ({ linkId: String(links += 1), kind, a, b, words, parentalResponsibility: false, from: null, to: null })
const family = (ids: readonly string[], ...all: readonly FamilyLink[]): Family => ({ childId: 'child', members: ids.map((id) => member(id)), links: all })

describe('a family of three generations', () => {
  const whole = family(
    ['child', 'mum', 'dad', 'nan', 'half', 'stepdad', 'aunt', 'stranger'],
    link('parent', 'mum', 'child'), link('parent', 'dad', 'child'), link('parent', 'nan', 'mum'), link('parent', 'mum', 'half'),
    link('partner', 'stepdad', 'mum'), link('relative', 'aunt', 'child', 'maternal aunt'),
  )

  test('stands in rows, and somebody nothing leads to stands nowhere', () => {
    expect(Object.fromEntries(generations(whole))).toEqual({ child: 0, mum: 1, dad: 1, nan: 2, half: 0, stepdad: 1, aunt: 1 })
  })

  test('a shared parent makes a brother or sister', () => {
    expect(siblingsOf(whole)).toEqual(['half'])
  })

  test.each([
    ['mum', 'Parent'], ['nan', 'Grandparent'], ['half', 'Brother or sister'], ['stepdad', 'Partner of a parent'], ['aunt', 'maternal aunt'],
  ])('%s is %s', (id, words) => {
    expect(relationWords(whole, id)).toBe(words)
  })
})

test('a genogram of any family: everybody reached is placed once, in the row of their generation, and no box lies over another', () => {
  const kinds = ['parent', 'sibling', 'partner', 'household', 'relative'] as const
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 14 }),
    fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(14), fc.nat(14), fc.constantFrom(null, 'maternal grandmother', 'cousin')), { maxLength: 30 }),
    (others, drawn) => {
      const ids = ['child', ...Array.from({ length: others }, (_, i) => `p${i}`)]
      const made = family(ids, ...drawn.flatMap(([kind, a, b, words]) => {
        const [one, other] = [ids[a % ids.length] ?? '', ids[b % ids.length] ?? '']
        return one === other ? [] : [link(kind, one, other, words)]
      }))
      const at = generations(made)
      const { members, width, height } = genogramOf(made)
      expect(members.map(({ member: { id } }) => id).toSorted()).toEqual([...at.keys()].toSorted())
      for (const [n, one] of members.entries()) {
        expect(one.generation).toBe(at.get(one.member.id))
        expect(one.x >= 0 && one.y >= 0 && one.x + box.width <= width && one.y + box.height <= height).toBe(true)
        for (const other of members.slice(n + 1)) {
          expect(Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height).toBe(true)
          // Higher up is older.
          if (one.y < other.y) expect(one.generation > other.generation).toBe(true)
        }
      }
    },
  ), { numRuns: 500 })
})
