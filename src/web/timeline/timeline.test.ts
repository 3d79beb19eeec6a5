/** The child's timeline, by example: the facts it tells, the same in drawing and table, and nothing unsafe in the markup. */
import { expect, test } from 'vitest'
import { childFacts } from '../../../test/support/facts.ts'
import type { ChildPage } from '../../app/childPage.ts'
import { addDays, formatIso, isoDate } from '../../core/time/localDate.ts'
import { drawNarrow } from './narrow.ts'
import { readTimeline } from './readTimeline.ts'
import { outside, overlaps, readXml } from './testing/checks.ts'
import { clockOf, pageOf } from './testing/pages.ts'
import { timelineCaption, timelineLegend, timelineSvg, timelineTable } from './timeline.ts'
import type { TimelineWords } from './timelineTypes.ts'
import { drawWide } from './wide.ts'

const words: TimelineWords = (set, code) => `${set} ${code}`
const day = isoDate

/** A baby on the way to adoption: late third review, match 21 October 2024, moved in 18 November 2024. */
const baby = pageOf(childFacts({
  code: '77001', bornOn: '2023-10-03',
  episodes: [
    'S L2 R2@ward 2023-10-06 2023-10-16 X1', 'B C1 U6@oak 2023-10-16 2024-06-24 X1',
    'L E1 U6@oak 2024-06-24 2024-11-18 X1 CARPL', 'P E1 A6@fir 2024-11-18',
  ],
  reviews: [
    { heldOn: '2023-10-30', participation: 'PN0' }, { heldOn: '2024-01-29', participation: 'PN0' },
    { heldOn: '2024-08-05', participation: 'PN0' }, { heldOn: '2025-01-20', participation: 'PN0' },
  ],
  adoptionDecisions: ['2024-05-13'], adoption: { matchedOn: '2024-10-21' },
}), '2025-03-03', () => [
  clockOf('adoption-match-6m', 1, day('2024-05-13'), day('2024-11-13'), { kind: 'open' }, 'overdue'),
  clockOf('health-first', 1, day('2023-10-06'), day('2023-11-03'), { kind: 'cannot tell', because: 'no day of assessment is held', by: null }, 'cannot tell yet'),
  clockOf('a1-426', 1, day('2023-10-06'), day('2024-12-05'), { kind: 'met', by: { on: day('2024-11-18'), factId: null, what: 'moved' } }, 'met'),
  clockOf('care-proceedings-26', 1, day('2023-10-12'), day('2024-04-11'), { kind: 'met', by: { on: day('2024-06-24'), factId: null, what: 'final order' } }, 'late'),
])

const brief = (page: ChildPage, kind: string): readonly string[] =>
  timelineTable(page, words).filter((row) => row.kind === kind)
    .map((row) => [row.dateWords, row.endWords, row.what, row.detail].filter((part) => part !== '').join(' | '))

test('tells the periods, legal status and homes of a child with their days and lengths', () => {
  expect(brief(baby, 'In care')).toEqual([
    '6 October 2023 | now | In care | 1 year 4 months',
    '6 December 2024 | 14 months in care | since coming into care',
  ])
  expect(brief(baby, 'Legal status')).toEqual([
    '6 October 2023 | 16 October 2023 | LS L2 | 10 days',
    '16 October 2023 | 24 June 2024 | LS C1 | 8 months',
    '24 June 2024 | now | LS E1 | 8 months',
  ])
  expect(brief(baby, 'Home')).toEqual([
    '6 October 2023 | 16 October 2023 | Home 1: PLACE R2 | 10 days',
    '16 October 2023 | 18 November 2024 | Home 2: PLACE U6 | 13 months; ended: REASON_PLACE_CHANGE CARPL',
    '18 November 2024 | now | Home 3: PLACE A6 | 3 months',
  ])
})

test('a review says whether it was in time and how the child took part', () => {
  // Due 6 months after 29 January 2024, that is 29 July; held 5 August: 7 days late.
  expect(brief(baby, 'Reviews')).toEqual([
    '30 October 2023 | 1st review | in time; REVIEW_CODE PN0',
    '29 January 2024 | 2nd review | in time; REVIEW_CODE PN0',
    '5 August 2024 | 3rd review | 7 days late; REVIEW_CODE PN0',
    '20 January 2025 | 4th review | in time; REVIEW_CODE PN0',
  ])
})

test('the decision is not the move: decision, order, match and move stand on their own days', () => {
  expect(brief(baby, 'Decisions and court')).toEqual([
    '13 May 2024 | Decision that the child should be placed for adoption | agency decision maker',
    '24 June 2024 | Placement order',
    '21 October 2024 | Matched with adopters',
    '18 November 2024 | Placed for adoption | moved in with adopters',
  ])
})

test('shows what is due, overdue, was late and cannot be told, and not what was met', () => {
  // 13 November 2024 to 3 March 2025 is 17 + 31 + 31 + 28 + 3 = 110 days; 11 April to 24 June 2024 is 19 + 31 + 24 = 74.
  expect(brief(baby, 'Due')).toEqual([
    '3 November 2023 | First health assessment | cannot tell: no day of assessment is held',
    '11 April 2024 | Care proceedings, 26 weeks | done 74 days late, on 24 June 2024',
    '13 November 2024 | Match within 6 months | 110 days overdue',
    '20 July 2025 | Next review | due in 139 days',
  ])
})

test('a late review is told once, by its own mark', () => {
  const rows = timelineTable(baby, words).filter((row) => row.detail.includes('7 days late'))
  expect(rows.map((row) => row.kind)).toEqual(['Reviews'])
})

test('two periods of care have the time between them said as not in care', () => {
  const page = pageOf(childFacts({ episodes: ['S V2 U6@ash 2019-02-04 2019-10-21 E4A', 'S C1 U6@elm 2022-09-12'] }), '2022-10-03')
  expect(brief(page, 'In care')).toEqual([
    '4 February 2019 | 21 October 2019 | In care | 8 months; left: REC E4A',
    '21 October 2019 | 12 September 2022 | Not in care | 2 years',
    '12 September 2022 | now | In care | 3 weeks',
    '12 November 2023 | 14 months in care | in 405 days',
  ])
})

test('a start that is not held is torn, "before" and "at least", and numbers no review', () => {
  const page = pageOf(childFacts({ episodes: ['L C2 U6@ash 2022-04-01'], reviews: ['2022-06-14'] }), '2023-04-01')
  expect(brief(page, 'In care')).toEqual(['before 1 April 2022 | now | In care | at least 1 year; came into care earlier, on a day not held'])
  expect(brief(page, 'Reviews')).toEqual(['14 June 2022 | Review | cannot tell whether in time; REVIEW_CODE PN1'])
  expect(readTimeline(page, words).facts.filter((fact) => fact.torn).map((fact) => fact.lane)).toEqual([
    'care', 'legal status', 'home', 'route', 'legal permanence', 'physical permanence',
  ])
})

test('asked about an earlier day, it tells nothing that came later', () => {
  const then = pageOf(childFacts({
    episodes: ['S C1 U6@ash 2023-01-09 2023-06-05 X1', 'U C2 U4@ash 2023-06-05 2024-02-01 E4A'],
    reviews: ['2023-02-01', '2023-04-20'], missing: ['M 2023-03-01 2023-03-09', 'M 2023-08-01 2023-08-02'],
  }), '2023-03-05')
  expect(brief(then, 'Legal status')).toEqual(['9 January 2023 | now | LS C1 | 7 weeks'])
  expect(brief(then, 'Home')).toEqual(['9 January 2023 | now | Home 1: PLACE U6 | 7 weeks'])
  expect(brief(then, 'Reviews')).toEqual(['1 February 2023 | 1st review | in time; REVIEW_CODE PN1'])
  expect(brief(then, 'Missing')).toEqual(['1 March 2023 | now | MISSING M | 4 days, no return recorded'])
  expect(timelineSvg(then, words, { today: day('2025-03-03') })).toContain('As at 5 March 2023')
})

test('asked about a day before anything happened, it draws without error and tells nothing', () => {
  const page = pageOf(childFacts({ episodes: ['S C1 U6@ash 2023-01-09'] }), '2022-03-05')
  expect(timelineTable(page, words)).toEqual([])
  for (const layout of ['wide', 'narrow'] as const) expect(readXml(timelineSvg(page, words, { layout })).keys).toEqual([])
  expect(timelineCaption(page, words).description).toMatch(/^No time in care is held\./)
})

test('of clocks that cannot be told, only the latest of a kind keeps its words; every one keeps mark and row', () => {
  const untold = { kind: 'cannot tell', because: 'visits are not held', by: null } as const
  const page = pageOf(childFacts({ episodes: ['S C1 U6@ash 2023-01-09'] }), '2023-09-05', () => [
    clockOf('visit-first', 1, day('2023-01-09'), day('2023-01-16'), untold, 'cannot tell yet'),
    clockOf('visit-first', 2, day('2023-05-01'), day('2023-05-08'), untold, 'cannot tell yet'),
  ])
  const facts = readTimeline(page, words).facts.filter((fact) => fact.look === 'cannot tell')
  expect(facts.map((fact) => fact.labels.length > 0)).toEqual([false, true])
  expect(brief(page, 'Due').filter((row) => row.includes('First visit'))).toHaveLength(2)
})

test('an earlier permanence arrangement keeps the part of its date that is known', () => {
  const page = pageOf(childFacts({
    episodes: ['S C1 U6@ash 2023-01-09'], previousPermanence: { arrangement: 'P2', orderedOn: 'zz/03/2017' },
  }), '2023-03-05')
  expect(brief(page, 'Decisions and court')).toEqual(['March 2017 | Earlier permanence: PREV_PERM P2'])
})

test('a decision reversed and a period ended by an order are told', () => {
  const page = pageOf(childFacts({
    episodes: ['S C1 U6@ash 2022-01-10 2024-02-01 E46'], adoptionDecisions: ['2022-07-10 to 2023-08-10 RD3'],
  }), '2024-03-01')
  expect(brief(page, 'Decisions and court')).toContain('10 August 2023 | Adoption decision reversed | REASON_PLACED_CEASED RD3')
  expect(brief(page, 'Decisions and court')).toContain('1 February 2024 | Left care by special guardianship order | REC E46')
})

const hostile: TimelineWords = (set, code) => `${set}${code}</text><script>alert("1")</script>&' \u0000\ud800`
const nasty = pageOf(childFacts({
  code: '<b>"&\'', episodes: ['S C1 U6@ash 2023-01-09 2023-06-05 X1 CREQB', 'P C2 K2@elm 2023-06-05'], reviews: ['2023-02-01'],
}), '2024-01-05')

test.each(['wide', 'narrow'] as const)('%s: one mark a row and one row a mark', (layout) => {
  for (const page of [baby, nasty]) {
    const marks = readXml(timelineSvg(page, words, { layout })).keys
    const rows = timelineTable(page, words).map((row) => row.key)
    expect(marks.toSorted()).toEqual(rows.toSorted())
    expect(new Set(rows).size).toBe(rows.length)
  }
})

test.each(['wide', 'narrow'] as const)('%s: hostile words stay words', (layout) => {
  const svg = timelineSvg(nasty, hostile, { layout })
  const { elements, attributes, texts } = readXml(svg)
  expect([...elements].filter((name) => ['script', 'style', 'foreignObject', 'a', 'image'].includes(name))).toEqual([])
  expect([...attributes].filter((name) => name === 'style' || name === 'href' || name.startsWith('on'))).toEqual([])
  expect(texts).toContain('Timeline of child <b>"&\' on 5 January 2024')
  expect(texts.some((text) => text.includes('LSC1</text><script>alert("1")</script>&\' \ufffd\ufffd'))).toBe(true)
})

test.each(['wide', 'narrow'] as const)('%s: an image with a title and a description of its own', (layout) => {
  const svg = timelineSvg(baby, words, { layout })
  const id = layout === 'wide' ? 'hf-tl-w-' : 'hf-tl-n-'
  expect(svg).toContain(`role="img" aria-labelledby="${id}title ${id}desc"`)
  expect(readXml(svg).ids).toEqual([`${id}title`, `${id}desc`, `${id}light`, `${id}dark`, `${id}dots`])
})

test('an ordinary child is under 25 KB in either layout', () => {
  expect(new TextEncoder().encode(timelineSvg(baby, words)).length).toBeLessThan(25_000)
  expect(new TextEncoder().encode(timelineSvg(baby, words, { layout: 'narrow' })).length).toBeLessThan(25_000)
})

test('says itself in a few sentences', () => {
  expect(timelineCaption(baby, words)).toEqual({
    title: 'Timeline of child 77001 on 3 March 2025',
    description: 'Aged 1. In care since 6 October 2023, with 3 homes so far. Now: LS E1; home 3: PLACE A6. '
      + 'The facts point to adoption, not achieved yet. 4 reviews held, 1 late; 1 thing overdue, 1 due, 1 that cannot be told.',
  })
})

test('permanence that was reached and lost is not called achieved', () => {
  const page = pageOf(childFacts({ episodes: ['S C2 U4@ash 2020-01-06 2021-01-11 X1 CREQB', 'P C2 K2@elm 2021-01-11'] }), '2021-03-01')
  const { description } = timelineCaption(page, words)
  expect(description).toContain('Permanence was reached (long-term fostering on 6 January 2020) but no longer holds')
})

test('the legend holds only what this drawing uses', () => {
  expect(timelineLegend(baby, words)).toEqual([
    'none, or unsettled', 'interim, or settled but not matched', 'matched, or may no longer be needed', 'review in time',
    'review late', 'decision', 'court order', 'matched', 'moved in with adopters', 'due', 'overdue, and for how long',
    'done late, and how late', 'cannot tell',
  ])
})

test('hundreds of events still leave every label readable', () => {
  const start = day('2020-06-01')
  const on = (days: number): string => formatIso(addDays(start, days))
  const page = pageOf(childFacts({
    bornOn: '2008-03-09',
    episodes: Array.from({ length: 60 }, (_, n) =>
      `${n === 0 ? 'S' : 'P'} ${n < 10 ? 'V2' : 'C2'} ${['U6', 'K2', 'U3'][n % 3]}@h${n} ${on(n * 28)}${n === 59 ? '' : ` ${on(n * 28 + 28)} X1 CREQB`}`),
    missing: Array.from({ length: 220 }, (_, n) => `${n % 5 === 0 ? 'A' : 'M'} ${on(240 + n * 6)} ${on(240 + n * 6 + (n % 4))}`),
    reviews: Array.from({ length: 40 }, (_, n) => on(25 + n * 40)),
  }), '2025-03-03')
  const timeline = readTimeline(page, words)
  expect(timeline.facts.length).toBeGreaterThan(320)
  for (const drawing of [drawWide(timeline), drawNarrow(timeline)]) {
    expect(overlaps(drawing)).toEqual([])
    expect(outside(drawing)).toEqual([])
  }
})
