/** Red, amber or green from the clocks (domain notes 3.5): given clocks as they stand, the colour and why. */
import { expect, test } from 'vitest'
import type { Outcome, RuleId, Strength } from '../clocks/clock.ts'
import { addDays, isoDate } from '../time/localDate.ts'
import { colourWords, computedColour, type ColourClock } from './colour.ts'
import { quorumOf } from './quorum.ts'
import type { Attendance } from './records.ts'

const today = isoDate('2026-06-01')
const clock = (id: RuleId, strength: Strength, outcome: Outcome, inDays: number | null = null): ColourClock => ({
  rule: { id, title: id, strength }, outcome, dueOn: inDays === null ? null : addDays(today, inDays),
})
const colour = (...clocks: readonly ColourClock[]) => computedColour(clocks, today).colour

test('red: a statutory clock late, no plan after the second review, the last two weeks of 26', () => {
  expect(colour(clock('review-n', 'statute', 'overdue', -1))).toBe('red')
  expect(colour(clock('permanence-plan-by-review-2', 'guidance', 'overdue', -1))).toBe('red')
  expect(colour(clock('care-proceedings-26', 'statute', 'due', 14))).toBe('red')
  expect(colour(clock('care-proceedings-26', 'statute', 'due', 15))).toBe('green')
})

test('amber: due within 14 days, or guidance or local policy late', () => {
  expect(colour(clock('review-n', 'statute', 'due', 14))).toBe('amber')
  expect(colour(clock('review-n', 'statute', 'due', 15))).toBe('green')
  expect(colour(clock('stable-home-14m', 'local policy', 'overdue', -1))).toBe('amber')
  expect(colour(clock('adoption-match-6m', 'guidance', 'overdue', -1))).toBe('amber')
})

test('clocks that have ended and the scorecard say nothing', () => {
  expect(colour(clock('review-1', 'statute', 'late', -30), clock('a1-426', 'scorecard', 'overdue', -5))).toBe('green')
})

test('what cannot be told is never green, and does not hide what is red', () => {
  const unknown = clock('visit-first', 'statute', 'cannot tell yet', -200)
  expect(colourWords(computedColour([unknown], today))).toBe('Cannot be worked out. Cannot tell: visit-first.')
  expect(colour(unknown, clock('review-n', 'statute', 'overdue', -1))).toBe('red')
})

test('the quorum: people, each once, a chair among them, the administrator beside them', () => {
  const definition = { quorum: { people: 2, withChair: true, source: 'a test', mark: 'UNCERTAIN' } } as const
  const took = (who: string, as: string, how: string) => ({ values: { who, as, how } }) as unknown as Attendance
  expect(quorumOf(definition, [took('a', 'lawyer', 'in the room'), took('b', 'reviewing manager', 'online')])).toEqual({ met: false, words: '2 of the 2 people it needs, without a chair' })
  expect(quorumOf(definition, [took('a', 'panel chair', 'online'), took('a', 'lawyer', 'online')]).met).toBe(false)
  expect(quorumOf(definition, [took('a', 'director', 'in the room'), took('b', 'lawyer', 'apologies'), took('c', 'panel administrator', 'in the room')]).met).toBe(false)
  expect(quorumOf(definition, [took('a', 'director', 'in the room'), took('b', 'lawyer', 'online')]).met).toBe(true)
})
