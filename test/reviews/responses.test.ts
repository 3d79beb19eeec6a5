/** Given what a review decided, when the manager answers or does not, then: days counted by hand on the calendar of 2026. */
import { describe, expect, test } from 'vitest'
import type { Held, RecordType } from '../../src/core/records/recordType.ts'
import { managerObjectsBy } from '../../src/core/reviews/following.ts'
import { answer, answered, responseType, settle, tellManagers, type Response } from '../../src/core/reviews/response.ts'
import { reviewType, type Review } from '../../src/core/reviews/review.ts'
import { formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { loadRules } from '../../src/edge/rules.ts'

const { calendar, policies: { reviews: policy } } = loadRules()
const manager = { personId: 'manager', name: 'Tess Holm' }

function held<T extends RecordType>(type: T, recordId: string, values: object): Held<T> {
  const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  const at = '2026-06-05T09:00:00Z'
  return {
    recordId, type: type.name, version: 1, childId: 'child', partOf: 'review', values: { ...blank, ...values } as never,
    recordedBy: manager, recordedAt: at, firstRecordedBy: manager, firstRecordedAt: at,
  }
}
// Decisions issued on Thursday 4 June 2026: the fifth working day after it is Thursday 11 June.
const review: Review = held(reviewType, 'review', { state: 'held', officer: 'officer', heldOn: isoDate('2026-05-28'), decisionsOn: isoDate('2026-06-04') })
const response = (values: object): Response => held(responseType, 'response', { answeredOn: isoDate('2026-06-05'), ...values })
const standing = (on: string, given?: Response, one = review) => answered(one, given, managerObjectsBy(one, policy, calendar), isoDate(on))
const ids = { recordId: 'response', today: isoDate('2026-06-05') }
const agrees = { answer: 'agreed', why: null } as const
const objects = { answer: 'objects', why: 'Nan lives too far away.' } as const

describe('given decisions that were issued', () => {
  test('until the last day the answer is awaited; after it silence is agreement', () => {
    expect(standing('2026-06-11')).toEqual({ kind: 'awaited', until: isoDate('2026-06-11') })
    expect(standing('2026-06-12')).toEqual({ kind: 'taken as agreed', on: isoDate('2026-06-11') })
  })
  test('beyond the table of bank holidays silence is never agreement', () => {
    const far = held(reviewType, 'review', { ...review.values, heldOn: isoDate('2150-01-03'), decisionsOn: isoDate('2150-01-05') })
    expect(standing('2150-03-01', undefined, far)).toEqual({ kind: 'awaited', until: null })
  })
  test('agreed: written, nobody needs to be told', () => {
    expect(answer(review, standing('2026-06-05'), agrees, ids)).toMatchObject({ kind: 'done', tell: [], changes: [{ kind: 'add', childId: 'child', partOf: 'review', values: { answer: 'agreed', answeredOn: isoDate('2026-06-05') } }] })
    expect(standing('2026-07-01', response(agrees))).toMatchObject({ kind: 'agreed', on: isoDate('2026-06-05'), by: manager })
  })
  test('objected: only with the reason, and the reviewing officer is told', () => {
    expect(answer(review, standing('2026-06-05'), { answer: 'objects', why: null }, ids)).toMatchObject({ kind: 'refused', field: 'why' })
    expect(answer(review, standing('2026-06-05'), { ...agrees, why: 'But not the second.' }, ids)).toMatchObject({ kind: 'refused', field: 'answer' })
    expect(answer(review, standing('2026-06-05'), objects, ids)).toMatchObject({ kind: 'done', tell: [{ personId: 'officer', address: '/children/child/reviews/review' }] })
  })
  test('answered once, and not after the days are over', () => {
    expect(answer(review, standing('2026-06-12'), objects, ids)).toMatchObject({ kind: 'refused', why: expect.stringContaining('ended on 11 June 2026') })
    for (const given of [agrees, objects]) expect(answer(review, standing('2026-06-08', response(given)), agrees, ids)).toMatchObject({ kind: 'refused' })
  })
})

describe('given an objection', () => {
  const objected = standing('2026-06-20', response(objects))
  test('it stands past the days until the officer says what came of it, and whoever objected is told', () => {
    expect(objected).toMatchObject({ kind: 'objected', settled: false })
    const settled = settle(review, objected, { settled: 'changed', settledWords: 'An aunt nearby is asked instead.' }, isoDate('2026-06-20'))
    expect(settled).toMatchObject({ kind: 'done', tell: [{ personId: 'manager' }], changes: [{ kind: 'revise', values: { ...objects, settled: 'changed', settledOn: isoDate('2026-06-20') } }] })
  })
  test('once, in words, and only where there is one', () => {
    expect(settle(review, objected, { settled: 'withdrawn', settledWords: null }, ids.today)).toMatchObject({ kind: 'refused', field: 'settledWords' })
    expect(settle(review, standing('2026-06-20', response({ ...objects, settledOn: isoDate('2026-06-19') })), { settled: 'withdrawn', settledWords: 'Agreed.' }, ids.today)).toMatchObject({ kind: 'refused' })
    expect(settle(review, standing('2026-06-05'), { settled: 'withdrawn', settledWords: 'Agreed.' }, ids.today)).toMatchObject({ kind: 'refused' })
  })
})

test('decisions that were not issued wait for nobody; when they are, each manager hears, but not the officer', () => {
  const fresh = held(reviewType, 'review', { ...review.values, decisionsOn: null })
  expect(standing('2026-07-01', undefined, fresh)).toEqual({ kind: 'not issued' })
  expect(answer(fresh, standing('2026-07-01', undefined, fresh), agrees, ids)).toMatchObject({ kind: 'refused', why: 'The decisions have not been issued yet.' })
  expect(tellManagers(review, ['manager', 'officer']).map(({ personId }) => personId)).toEqual(['manager'])
  expect(formatIso(managerObjectsBy(review, policy, calendar) ?? ids.today)).toBe('2026-06-11')
})
