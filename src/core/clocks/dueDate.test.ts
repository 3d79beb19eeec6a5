import { expect, test } from 'vitest'
import { calendar } from '../../../test/support/clockExamples.ts'
import { formatIso, isoDate } from '../time/localDate.ts'
import type { Span } from './clock.ts'
import { dueDate } from './dueDate.ts'

const cases: readonly (readonly [trigger: string, span: Span, due: string | null])[] = [
  // The Ofsted action plan of domain 1.0, rule 2.
  ['2023-04-04', { unit: 'working days', count: 70 }, '2023-07-18'],
  ['2025-03-03', { unit: 'working days', count: 20 }, '2025-03-31'],
  ['2025-01-31', { unit: 'months', count: 3 }, '2025-04-30'],
  ['2025-03-22', { unit: 'months', count: 3 }, '2025-06-22'],
  ['2024-01-08', { unit: 'weeks', count: 26 }, '2024-07-08'],
  ['2025-04-17', { unit: 'weeks', count: 1 }, '2025-04-24'],
  ['2023-05-01', { unit: 'days', count: 426 }, '2024-06-30'],
  ['2028-12-29', { unit: 'working days', count: 1 }, null],
  ['1989-12-01', { unit: 'working days', count: 20 }, null],
  ['2028-12-29', { unit: 'months', count: 3 }, '2029-03-29'],
]

for (const [trigger, span, due] of cases) {
  test(`${span.count} ${span.unit} after ${trigger}`, () => {
    const answer = dueDate(isoDate(trigger), span, calendar)
    expect(answer === null ? null : formatIso(answer)).toBe(due)
  })
}
