/** The child's timeline over random histories: labels never touch, every fact is drawn, the markup is well formed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childFacts, type GivenChild } from '../../../test/support/facts.ts'
import type { ChildPage } from '../../app/childPage.ts'
import type { Outcome, RuleId } from '../../core/clocks/clock.ts'
import { addDays, formatIso, isoDate, type LocalDate } from '../../core/time/localDate.ts'
import { drawNarrow } from './narrow.ts'
import { readTimeline } from './readTimeline.ts'
import { outside, overlaps, readXml } from './testing/checks.ts'
import { clockOf, pageOf } from './testing/pages.ts'
import { timelineSvg, timelineTable } from './timeline.ts'
import { drawWide } from './wide.ts'

const asAt = isoDate('2025-03-03')
const ago = (days: number): string => formatIso(addDays(asAt, -days))
const words = (set: string, code: string): string => `${set} ${code} with a label as long as the return likes them to be`

const placements = ['U6', 'U4', 'U1', 'U3', 'K2', 'K1', 'P1', 'A6', 'R2', 'H5', 'ZZ']
const legal = ['V2', 'C1', 'C2', 'E1', 'L1', 'J1', '??']

/** Episodes that chain, with gaps, unknown starts and returns now and then, over a random length of time. */
const episodes = fc.tuple(
  fc.integer({ min: 10, max: 6000 }),
  fc.array(fc.record({
    place: fc.constantFrom(...placements), home: fc.integer({ min: 1, max: 6 }), status: fc.constantFrom(...legal),
    length: fc.integer({ min: 1, max: 100 }), leaves: fc.integer({ min: 0, max: 9 }),
  }), { minLength: 1, maxLength: 14 }),
  fc.boolean(),
).map(([span, parts, known]) => {
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  const rows: string[] = []
  let at = span
  let fresh = true
  parts.forEach((part, index) => {
    const long = Math.max(1, Math.floor((part.length * span) / total))
    const last = index === parts.length - 1
    const end = Math.max(0, at - long)
    const rne = fresh ? (index === 0 && !known ? 'P' : 'S') : 'P'
    const leaves = part.leaves === 0
    rows.push(`${rne} ${part.status} ${part.place}@h${part.home} ${ago(at)}${last && !leaves ? '' : ` ${ago(end)} ${leaves ? 'E4A' : 'X1'}${leaves ? '' : ' CREQB'}`}`)
    fresh = leaves
    at = leaves ? Math.max(0, end - 40) : end
  })
  return rows
})

const ids: readonly RuleId[] = ['health-first', 'visit-first', 'adoption-match-6m', 'permanence-plan-by-review-2', 'pathway-assessment']
const clocks = fc.array(fc.record({
  id: fc.constantFrom(...ids), due: fc.option(fc.integer({ min: -900, max: 5000 })),
  outcome: fc.constantFrom<Outcome>('due', 'overdue', 'late', 'cannot tell yet', 'met'),
}), { maxLength: 14 })

const children = fc.record({
  episodes, clocks,
  bornOn: fc.option(fc.integer({ min: 10, max: 6500 })),
  reviews: fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 40 }),
  missing: fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { maxLength: 30 }),
  decisions: fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 3 }),
  matched: fc.option(fc.integer({ min: 0, max: 1000 })),
})

function pageFrom(child: typeof children extends fc.Arbitrary<infer C> ? C : never): ChildPage {
  const given: GivenChild = {
    bornOn: child.bornOn === null ? null : ago(child.bornOn),
    episodes: child.episodes,
    reviews: child.reviews.map(ago),
    missing: child.missing.map((days) => (days < 3 ? `M ${ago(days)}` : `${days % 2 === 0 ? 'M' : 'A'} ${ago(days)} ${ago(days - (days % 3))}`)),
    adoptionDecisions: child.decisions.map(ago),
    ...(child.matched === null ? {} : { adoption: { matchedOn: ago(child.matched) } }),
  }
  return pageOf(childFacts(given), formatIso(asAt), () => child.clocks.map((clock, index) => {
    const past: LocalDate | null = clock.due === null ? null : addDays(asAt, -clock.due)
    // An overdue or late clock has a day behind it; one that is due has it ahead.
    const dueOn = past === null ? null : clock.outcome === 'due' ? addDays(asAt, Math.abs(past - asAt)) : addDays(asAt, -Math.abs(past - asAt))
    const outcome: Outcome = dueOn === null ? 'cannot tell yet' : clock.outcome
    const ending = outcome === 'late' && dueOn !== null
      ? { kind: 'met' as const, by: { on: addDays(dueOn, Math.min(30, asAt - dueOn)), factId: null, what: 'done' } } : { kind: 'open' as const }
    return clockOf(clock.id, index + 1, null, dueOn, ending, outcome)
  }))
}

test('no two labels touch and none leaves the drawing, wide or narrow', () => {
  fc.assert(fc.property(children, (child) => {
    const timeline = readTimeline(pageFrom(child), words)
    for (const drawing of [drawWide(timeline), drawNarrow(timeline)]) {
      expect(overlaps(drawing)).toEqual([])
      expect(outside(drawing)).toEqual([])
    }
  }), { numRuns: 200 })
}, 60_000)

test('drawing and table hold the same facts, and the drawing is well-formed XML without number errors', () => {
  fc.assert(fc.property(children, (child) => {
    const page = pageFrom(child)
    const rows = timelineTable(page, words).map((row) => row.key).toSorted()
    for (const layout of ['wide', 'narrow'] as const) {
      const svg = timelineSvg(page, words, { layout })
      expect(readXml(svg).keys.toSorted()).toEqual(rows)
      expect(svg).not.toMatch(/NaN|Infinity|undefined|="null"|(?:width|height)="-/)
    }
  }), { numRuns: 60 })
}, 60_000)
