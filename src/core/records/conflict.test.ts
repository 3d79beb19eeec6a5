import { expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import { clashOf } from './conflict.ts'
import { declareRecord, type Held } from './recordType.ts'

const kite = declareRecord({
  name: 'kite', noun: 'a kite', resource: 'case notes', about: 'child',
  fields: {
    words: { kind: 'text', label: 'Words' }, flownOn: { kind: 'day', label: 'Flown on' },
    who: { kind: 'choices', label: 'Who', choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] },
  },
})
const held = (version: number, values: Held<typeof kite>['values']): Held<typeof kite> => ({
  recordId: 'k', type: 'kite', version, childId: 'c', partOf: null, values, recordedAt: '', firstRecordedAt: '',
  recordedBy: { personId: 'p', name: 'P' }, firstRecordedBy: { personId: 'p', name: 'P' },
})
const fields = ['words', 'flownOn', 'who']
const today = isoDate('2026-06-01')
const march = { 'flownOn-day': '3', 'flownOn-month': '3', 'flownOn-year': '2026' }
const form = (more: object): URLSearchParams => new URLSearchParams({ ...march, words: 'Up', ...more })
const base = held(1, { words: 'Up', flownOn: isoDate('2026-03-03'), who: ['a', 'b'] })

test('what only one of the two changed is no clash; the same change by both is none either', () => {
  const now = held(2, { words: 'Down', flownOn: isoDate('2026-03-03'), who: ['b', 'a'] })
  const mine = form({})
  mine.append('who', 'a')
  mine.append('who', 'b')
  expect(clashOf(kite, base, now, mine, today, fields)).toEqual({ theirs: ['words'], both: [] })
  mine.set('words', 'Down')
  expect(clashOf(kite, base, now, mine, today, fields)).toEqual({ theirs: [], both: [] })
  mine.set('words', 'Away')
  mine.set('flownOn-day', '4')
  expect(clashOf(kite, base, now, mine, today, fields)).toEqual({ theirs: [], both: ['words'] })
})

test('what cannot be read is never taken for unchanged, and without the older version every difference is both’s', () => {
  const now = held(2, { words: 'Up', flownOn: isoDate('2026-03-09'), who: null })
  expect(clashOf(kite, base, now, form({ 'flownOn-day': '41' }), today, ['flownOn'])).toEqual({ theirs: [], both: ['flownOn'] })
  expect(clashOf(kite, undefined, now, form({}), today, ['flownOn', 'words'])).toEqual({ theirs: [], both: ['flownOn'] })
})
