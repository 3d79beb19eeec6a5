import { expect, test } from 'vitest'
import type { Signal, SignalPolicy } from '../signals/signal.ts'
import { isoDate } from '../time/localDate.ts'
import { countWords, fosteringSignal, writeCount, type FosteringFacts } from './count.ts'

const d = isoDate
const policy = { privateFosteringPer100000: 14, privateFosteringBelowPercent: 75, privateFosteringMonths: 12 } as SignalPolicy
const ask = (facts: Partial<FosteringFacts>): Signal => fosteringSignal({ today: d('2026-03-03'), count: null, population: 100_000, ...facts }, policy)
const count = (open: number, countedOn = '2025-12-31', children: number | null = null) => ({ countedOn: d(countedOn), open, children })

test.each([
  // 14 for 100,000, and three quarters of it is 10.5.
  ['ten of fourteen', { count: count(10) }, 'shown'],
  ['eleven of fourteen', { count: count(11) }, 'quiet'],
  ['as many as known here of twice as many children', { count: count(11, '2025-12-31', 200_000) }, 'shown'],
  ['never counted', {}, 'cannot tell'],
  ['counted a year ago', { count: count(2, '2025-03-03') }, 'shown'],
  ['counted a year and a day ago', { count: count(2, '2025-03-02') }, 'cannot tell'],
  ['how many children is not known', { count: count(2), population: null }, 'cannot tell'],
] as const)('%s', (_says, facts, wanted) => {
  expect(ask(facts).kind).toBe(wanted)
})

test('a small number is told to nobody as a signal', () => {
  expect(ask({ count: count(2) })).toEqual({
    kind: 'shown', since: d('2025-12-31'), who: 'head of service', next: 'Ask schools, surgeries and housing what they know, and see that the notification pathway is known to them.',
    evidence: 'On 31 December 2025 fewer than 6 private fostering arrangements were open. A population of about 100,000 children suggests about 14.',
  })
  expect([0, 5, 6].map(countWords)).toEqual(['fewer than 6', 'fewer than 6', '6'])
})

test('a day has one count', () => {
  const values = { ...count(3), notified: 2, note: null }
  const writer = { personId: 'p', name: 'P' }
  const held = { recordId: 'r', type: 'private fostering count', version: 1, childId: null, partOf: null, values, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '' } as const
  expect(writeCount('n', [], values)).toMatchObject({ kind: 'done', changes: [{ kind: 'add', childId: null }] })
  expect(writeCount('n', [held], values)).toMatchObject({ kind: 'refused', field: 'countedOn' })
})
