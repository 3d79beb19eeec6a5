import { expect, test } from 'vitest'
import { calendar, heldOnly, occurrencesFor } from '../../../test/support/clockExamples.ts'
import type { GivenChild } from '../../../test/support/facts.ts'
import { formatIso, isoDate } from '../time/localDate.ts'
import type { ClockContext, RuleId } from './clock.ts'
import { explain, type Explanation } from './explain.ts'
import { ruleOf } from './rules.ts'

/** The explanation of the last occurrence of a rule for an invented child. */
function explained(id: RuleId, child: GivenChild, asAt: string, around?: ClockContext): Explanation {
  const occurrence = occurrencesFor(ruleOf(id), child, around).at(-1)
  if (occurrence === undefined) throw new Error(`${id} gives no occurrence`)
  return explain(ruleOf(id), occurrence, isoDate(asAt), calendar)
}

const CPPCR33 = 'This is the law: Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation'
const words1 = ruleOf('review-1').words

test('working days, with bank holidays, met in time', () => {
  const told = explained('review-1', { episodes: ['S V2 U6 2025-04-07'], reviews: ['2025-05-06'] }, '2025-06-01')
  expect(told.sentences).toEqual([
    'It is counted from 7 April 2025, when the child came into care.',
    '20 working days after 7 April 2025 is 8 May 2025.',
    'Saturdays and Sundays are not counted (8 days), nor are the 3 bank holidays: Good Friday on 18 April 2025, Easter Monday on 21 April 2025 and Early May bank holiday on 5 May 2025.',
    'It was met on 6 May 2025, when the child had the first review: in time, 2 days before it was due.',
    words1,
    `${CPPCR33} 33(1), as in force from 1 April 2011.`,
  ])
  expect(told.metOn).toBe(isoDate('2025-05-06'))
  expect(told.planBy).toBeNull()
  expect(told.outcome).toBe('met')
})

test('working days without a bank holiday, overdue', () => {
  expect(explained('review-1', { episodes: ['S V2 U6 2025-03-03'] }, '2025-04-01').sentences.slice(1, 5)).toEqual([
    '20 working days after 3 March 2025 is 31 March 2025.',
    'Saturdays and Sundays are not counted (8 days), and no bank holiday fell in between.',
    'Nothing recorded up to 1 April 2025 meets it. It was 1 day past its date on that day.',
    'It is met by a review held with the independent reviewing officer.',
  ])
})

test('due later, and due that day', () => {
  const child = { episodes: ['S V2 U6 2025-03-03'] }
  expect(explained('review-1', child, '2025-03-21').sentences[3]).toBe('Nothing recorded up to 21 March 2025 meets it. It is due 10 days later.')
  expect(explained('review-1', child, '2025-03-31').sentences[3]).toBe('Nothing recorded up to 31 March 2025 meets it. It is due that day.')
})

test('a month limit on a Sunday does not move, and gives the day to plan by', () => {
  const told = explained('review-2', { episodes: ['S V2 U6 2025-03-03'], reviews: ['2025-03-22', '2025-06-23'] }, '2025-07-01')
  expect(told.sentences.slice(0, 4)).toEqual([
    'It is counted from 22 March 2025, when the child had the first review.',
    '3 months after 22 March 2025 is 22 June 2025.',
    '22 June 2025 is a Sunday. The limit does not move, so plan by Friday 20 June 2025.',
    'It was met on 23 June 2025, when the child had the second review: late, 1 day after it was due.',
  ])
  expect(told.planBy).toBe(isoDate('2025-06-20'))
})

test('a month limit on a bank holiday', () => {
  const told = explained('review-2', { episodes: ['S V2 U6 2024-09-02'], reviews: ['2024-09-26'] }, '2024-10-01')
  expect(told.sentences[2]).toBe('26 December 2024 is a bank holiday (Boxing Day). The limit does not move, so plan by Tuesday 24 December 2024.')
})

test('a shorter month ends sooner', () => {
  const told = explained('review-2', { episodes: ['S V2 U6 2025-01-06'], reviews: ['2025-01-31'] }, '2025-02-01')
  expect(told.sentences.slice(1, 3)).toEqual([
    '3 months after 31 January 2025 is 30 April 2025.',
    'That month has no day 31, so its last day is the limit.',
  ])
})

test('stopped after its date: closed, and says that it was past it', () => {
  const told = explained('review-1', { episodes: ['S V2 U6 2025-03-03 2025-04-10 E4A'] }, '2025-06-01')
  expect(told.outcome).toBe('not required')
  expect(told.sentences.slice(3, 5)).toEqual([
    'On 10 April 2025 the child returned home, so it is no longer required.',
    'It was already 10 days past its date and not met when it stopped. A clock that stops is closed, and is not counted as late.',
  ])
})

test('stopped in time', () => {
  const told = explained('review-1', { episodes: ['S V2 U6 2025-03-03 2025-03-20 E45'] }, '2025-06-01')
  expect(told.sentences.slice(3, 5)).toEqual([
    'On 20 March 2025 the child left care under a special guardianship order, so it is no longer required.', words1,
  ])
})

test('a completion that no return holds', () => {
  const told = explained('health-first', { episodes: ['S V2 U6 2025-03-03'] }, '2025-06-01')
  expect(told.outcome).toBe('cannot tell yet')
  expect(told.sentences.slice(3)).toEqual([
    'Whether it was met cannot be told. The return does not hold the date of the first health assessment.',
    `It is met by ${ruleOf('health-first').completedBy}.`,
    ruleOf('health-first').words,
    'This is statutory guidance: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7(1); Promoting the health and well-being of looked-after children (statutory guidance, 2015).',
    'It is taken from known practice and was not checked against its text: confirm locally before relying on it.',
  ])
})

test('a trigger that is not held', () => {
  const told = explained('health-first', { episodes: ['P C2 U6 2025-03-03'] }, '2025-06-01')
  expect(told.dueOn).toBeNull()
  expect(told.sentences.slice(0, 3)).toEqual([
    'The day it is counted from is not in the facts held, so there is no due date.',
    'Whether it was met cannot be told. The child was in care before the first episode held, so the day of coming into care is not known.',
    'On 3 March 2025 the child was already in care.',
  ])
})

test('a second review without a plan in the return', () => {
  const told = explained('permanence-plan-by-review-2', { episodes: ['S C1 U6 2024-01-08'], reviews: ['2024-01-30', '2024-04-29'] }, '2024-06-01')
  expect(told.sentences.slice(2, 4)).toEqual([
    'Whether it was met cannot be told. The return does not hold plans, and nothing in it shows that there was one by the second review.',
    'On 29 April 2024 the child had the second review.',
  ])
})

test('a year whose return is not held', () => {
  const told = explained('review-2', { episodes: ['S C2 U6 2023-03-01'], reviews: ['2023-03-27', '2024-05-20'] }, '2024-06-01', heldOnly(2023, 2025))
  expect(told.sentences).toContain('Whether it was met cannot be told. A return covering these days is not held, and a review is only in the return of the year in which it was held.')
})

test('weeks, a stand-in and a note', () => {
  const told = explained('care-proceedings-26', { episodes: ['S C1 U6 2024-01-08 2024-07-08 X1', 'L C2 U6 2024-07-08'] }, '2024-08-01')
  expect(told.sentences.slice(0, 4)).toEqual([
    'It is counted from 8 January 2024, when the child was made subject of an interim care order.',
    '26 weeks (182 days) after 8 January 2024 is 8 July 2024.',
    'It was met on 8 July 2024, when the child was made subject of a care order: in time, on the day it was due.',
    'The return does not hold the day on which proceedings were issued. The first interim care order stands in: proceedings were issued on or before it, so the true due date is this one or an earlier one.',
  ])
})

test('past the end of the table it refuses', () => {
  const told = explained('review-1', { bornOn: '2020-06-15', episodes: ['S V2 U6 2028-12-11'] }, '2028-12-20')
  expect(told.outcome).toBe('cannot tell yet')
  expect(told.sentences[1]).toBe('20 working days after 11 December 2028 cannot be worked out: bank holidays are known from 1 January 1990 to 31 December 2028 only.')
})

test('the older law, known but not read', () => {
  const told = explained('review-1', { bornOn: '2005-06-15', episodes: ['S V2 U6 2011-03-31'], reviews: ['2011-04-28'] }, '2011-06-01')
  expect(told.mark).toBe('K')
  expect(told.version).toBe(1)
  expect(told.sentences.slice(-2)).toEqual([
    "This is the law: Review of Children's Cases Regulations 1991 (SI 1991/895), regulation 3.",
    'It is taken from known practice and was not checked against its text: confirm locally before relying on it.',
  ])
})

test('local policy is not shown as law, and its uncertain trigger is said', () => {
  const told = explained('stable-home-14m', { episodes: ['S C1 U6 2024-01-08'] }, '2024-06-01')
  expect(told.dueOn === null ? null : formatIso(told.dueOn)).toBe('2025-03-08')
  expect(told.sentences.slice(-2)).toEqual([
    "This is local policy, not law: Local policy, after the London Borough of Havering's permanency statement.",
    'It is uncertain how this rule is meant: confirm locally before relying on it.',
  ])
})

test('not started on the day asked about', () => {
  const told = explained('review-1', { episodes: ['S V2 U6 2025-03-03'] }, '2025-03-02')
  expect(told.sentences[3]).toBe('The clock had not started on 2 March 2025.')
  expect(told.outcome).toBe('cannot tell yet')
})
