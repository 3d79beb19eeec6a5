import { describe, expect, test } from 'vitest'
import { isoDate } from '../../core/time/localDate.ts'
import type { Labels } from '../port.ts'
import { dueWords } from './clocks.ts'
import { codeInFull, codeWords, homeShortWords, legalStatusShort } from './codes.ts'
import { ageWords, figureWords, ordinal, sizeWords } from './counts.ts'
import { dayCount, fromToday, momentWords, readDay, timeLeft, yearWords } from './dates.ts'
import { placeWords, valueWords } from './facts.ts'
import { storyLine, storySentences } from './lifeStory.ts'
import { becauseWords } from './panels.ts'
import { evidenceLine, routeLabel } from './permanence.ts'

const labels: Labels = { labelOf: (set, code) => (set === 'LS' && code === 'C2' ? 'Full care order' : undefined) }

describe('days', () => {
  test('are read as people write them', () => {
    const third = isoDate('2025-03-03')
    expect(['2025-03-03', '3/3/2025', '03/03/2025', '3 March 2025', ' 3 mar 2025 ', '3.3.2025'].map(readDay)).toEqual(Array(6).fill(third))
  })
  test('that do not exist are not read', () => {
    expect(['31/02/2025', '2025-02-30', '3 Marchember 2025', '', 'today', '3 M 2025', '1/1/25'].map(readDay)).toEqual(Array(7).fill(undefined))
  })
  test('are told from the day asked about', () => {
    const on = isoDate('2025-03-03')
    expect([-3, -1, 0, 1, 1204].map((days) => fromToday((on + days) as typeof on, on)))
      .toEqual(['3 days ago', '1 day ago', 'today', 'in 1 day', 'in 1,204 days'])
  })
  test('due today is not overdue, due yesterday is', () => {
    const on = isoDate('2025-03-03')
    expect(dueWords(on, on)).toEqual({ words: 'today', overdue: false })
    expect(dueWords(on, isoDate('2025-03-04'))).toEqual({ words: 'overdue by 1 day', overdue: true })
  })
  test('moments are told on the clocks of England, summer and winter', () => {
    expect(momentWords('2025-07-01T23:30:00.000Z')).toBe('2 July 2025 at 12:30am')
    expect(momentWords('2025-01-01T14:05:00.000Z')).toBe('1 January 2025 at 2:05pm')
  })
  test('a year is told by both its ends', () => expect(yearWords(2026)).toBe('2025 to 2026'))
  test('one day is one day', () => expect([dayCount(1), dayCount(0), dayCount(1000)]).toEqual(['1 day', '0 days', '1,000 days']))
})

test('why a child is heard is told in sentences, none with two stops', () => {
  expect(becauseWords('Asked for: When is the match?\nThe carers have asked.\nIn proceedings with one line only\n')).toBe('Asked for: When is the match? The carers have asked. In proceedings with one line only.')
  expect(becauseWords('')).toBe('')
})

describe('life story work', () => {
  const on = isoDate('2026-06-01')
  const none = { items: 0, begunOn: null, addedOn: null, work: null }
  const goingOn = { state: 'going on', since: isoDate('2026-01-05'), askAgainOn: null, bookBegunOn: null, bookGivenOn: null } as const
  const not = { ...goingOn, state: 'not wanted', askAgainOn: isoDate('2026-06-01') } as const
  test.each([
    [none, 'Nothing is kept for the child yet. Nobody has written down how the work stands.'],
    [{ ...none, items: 1, begunOn: on, addedOn: isoDate('2026-03-03') }, '1 thing kept for the child, last added to on 3 March 2026. Nobody has written down how the work stands.'],
    [{ ...none, items: 2, begunOn: on, addedOn: on, work: goingOn }, '2 things kept for the child, last added to on 1 June 2026. It has gone on since 5 January 2026.'],
    [{ ...none, work: { ...goingOn, bookBegunOn: isoDate('2026-02-02') } }, 'Nothing is kept for the child yet. It has gone on since 5 January 2026; the book was begun on 2 February 2026.'],
    [{ ...none, work: { ...goingOn, bookBegunOn: isoDate('2026-02-02'), bookGivenOn: on } }, 'Nothing is kept for the child yet. It has gone on since 5 January 2026; the book was given on 1 June 2026.'],
    [{ ...none, work: not }, 'Nothing is kept for the child yet. The child does not want it for now; they are asked again on 1 June 2026.'],
    [{ ...none, work: { ...not, state: 'waits', askAgainOn: isoDate('2026-05-31') } as const }, 'Nothing is kept for the child yet. It has waited since 5 January 2026; they were to be asked again on 31 May 2026.'],
  ])('%o', (summary, words) => expect(storySentences(storyLine(summary, on))).toBe(words))
})

describe('codes', () => {
  test('have their label, and stay themselves without one', () => {
    expect(codeWords(labels, 'LS', 'C2')).toBe('Full care order')
    expect(codeWords(labels, 'LS', 'Q9')).toBe('Q9')
    expect(codeWords(labels, 'LS', null)).toBe('Not recorded')
    expect(codeInFull(labels, 'LS', 'C2')).toBe('Full care order (C2)')
    expect(codeInFull(labels, 'LS', 'Q9')).toBe('Q9')
  })
  test('short words stand in for long labels', () => {
    expect(legalStatusShort(labels, 'V2')).toBe('Section 20, accommodated')
    expect(homeShortWords(labels, 'U6')).toBe('Foster carer')
    expect(homeShortWords(labels, 'XX')).toBe('XX')
    expect([homeShortWords(labels, 'Z11'), codeWords(labels, 'PLACE', 'Z14')]).toEqual(['Another home (Z11)', 'Another home (Z14, one of the kinds that Z1 was split into)'])
  })
  test('a blank field says so, a date is written out, an unknown code is kept', () => {
    const field = { column: 'LS', label: 'Legal status', required: false, codeSet: 'LS' }
    expect(valueWords(labels, { ...field, kind: 'code' }, null)).toBe('Blank')
    expect(valueWords(labels, { ...field, kind: 'code' }, 'C2')).toBe('Full care order (C2)')
    expect(valueWords(labels, { ...field, kind: 'date' }, isoDate('2025-03-03'))).toBe('3 March 2025')
    expect(valueWords(labels, { ...field, kind: 'year' }, 2026)).toBe('2025 to 2026')
  })
})

test('how long is left: minutes begun count whole', () => {
  const now = new Date('2026-03-03T14:00:00Z')
  expect(['2026-03-03T16:05:00Z', '2026-03-03T15:00:00Z', '2026-03-03T14:00:01Z', '2026-03-03T13:00:00Z'].map((until) => timeLeft(until, now)))
    .toEqual(['2 hours 5 minutes left', '1 hour left', '1 minute left', 'no time left'])
})

describe('counts', () => {
  test('ordinals', () => expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal))
    .toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd', '111th']))
  test('figures carry their unit, and none is not nought', () => {
    expect(figureWords(84.2, 'percent')).toBe('84.2%')
    expect(figureWords(0, 'percent')).toBe('0.0%')
    expect(figureWords(1204, 'days')).toBe('1,204.0 days')
    expect(figureWords(1204, 'children')).toBe('1,204')
    expect(figureWords(null, 'percent')).toBe('No figure')
  })
  test('ages', () => expect([null, 0, 1, 17].map(ageWords)).toEqual(['Not known', 'Under 1', '1', '17']))
  test('sizes', () => expect([1, 999, 1500, 4_200_000].map(sizeWords)).toEqual(['1 byte', '999 bytes', '2 KB', '4.2 MB']))
})

describe('permanence', () => {
  test('no route is evidence not seen, never a plan', () => expect(routeLabel(null)).toBe('None seen yet'))
  test('evidence in one line', () => {
    expect(evidenceLine('interim', 'settled, not matched', false)).toBe('Interim legal status, settled, not matched')
    expect(evidenceLine('secured', 'permanent', true)).toBe('Permanence achieved')
  })
})

test('a fact says where it stands', () => {
  const source = { recordedAt: '', recordedBy: null, importId: null, collectionYear: 2026, file: 'episodes.csv', row: 14, supersededAt: null }
  expect(placeWords(source)).toBe('Return 2025 to 2026, episodes.csv, row 14')
  expect(placeWords({ ...source, collectionYear: null, file: null, row: null, recordedBy: 'Robin' })).toBe('Recorded by Robin')
})
