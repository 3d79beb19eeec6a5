import { describe, expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import { declareRecord } from './recordType.ts'
import { readForm } from './readForm.ts'

const type = declareRecord({
  name: 'kite', noun: 'a kite', resource: 'case notes', about: 'child',
  fields: {
    flownOn: { kind: 'day', label: 'Flown on', required: true, when: 'not in the future' },
    next: { kind: 'day', label: 'When next?', when: 'not in the past' },
    name: { kind: 'text', label: 'Name', required: true, max: 5 },
    mood: { kind: 'choice', label: 'Mood', required: true, choices: [{ value: 'glad', label: 'Glad' }] },
    who: { kind: 'choices', label: 'Who', choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] },
    indoors: { kind: 'yes or no', label: 'Indoors' },
    metres: { kind: 'number', label: 'Metres', from: 1, to: 99 },
    owner: { kind: 'person', label: 'Owner' },
    of: { kind: 'record', label: 'Of' },
  },
})
const today = isoDate('2026-03-03')
const day = (field: string, d: string, m: string, y: string): Record<string, string> => ({ [`${field}-day`]: d, [`${field}-month`]: m, [`${field}-year`]: y })
const good = { ...day('flownOn', '3', '3', '2026'), name: ' Red ', mood: 'glad' }
const read = (typed: Record<string, string>, only?: readonly ('flownOn' | 'name')[]) => readForm(type, new URLSearchParams(typed), today, only)
const wrongs = (typed: Record<string, string>): readonly string[] => {
  const reading = read({ ...good, ...typed })
  return reading.kind === 'wrong' ? reading.errors.map(({ text }) => text) : []
}

describe('a form', () => {
  test('is read into values, blanks as null', () => {
    expect(read(good)).toEqual({
      kind: 'read',
      values: { flownOn: today, next: null, name: 'Red', mood: 'glad', who: null, indoors: null, metres: null, owner: null },
    })
  })

  test('several of one name, yes and no, a number', () => {
    const typed = new URLSearchParams([...Object.entries(good), ['who', 'a'], ['who', 'b'], ['who', 'a'], ['indoors', 'no'], ['metres', '99']])
    const reading = readForm(type, typed, today)
    expect(reading.kind === 'read' && [reading.values.who, reading.values.indoors, reading.values.metres]).toEqual([['a', 'b'], false, 99])
  })

  test('of some fields only', () => {
    expect(read({ name: 'Red' }, ['name'])).toEqual({ kind: 'read', values: { name: 'Red' } })
  })

  test('tells every fault at once, in the order of the fields', () => {
    const reading = read({})
    expect(reading.kind === 'wrong' && reading.errors).toEqual([
      { field: 'flownOn', text: 'Enter flown on' }, { field: 'name', text: 'Enter name' }, { field: 'mood', text: 'Choose mood' },
    ])
  })

  test.each([
    [day('flownOn', '29', '2', '2025'), 'Flown on must be a real date, such as 27 3 2026'],
    [day('flownOn', '3', '', ''), 'Flown on must include a month and a year'],
    [day('flownOn', '3', '3', '26'), 'Flown on must be a real date, such as 27 3 2026'],
    [day('flownOn', '4', '3', '2026'), 'Flown on must be today or in the past'],
    [day('next', '2', '3', '2026'), 'The date must be today or in the future'],
    [{ name: 'Yellow' }, 'Name must be 5 characters or fewer'],
    [{ mood: 'cross' }, 'Choose mood from the list'],
    [{ who: 'c' }, 'Choose who from the list'],
    [{ indoors: 'perhaps' }, 'Choose yes or no for indoors'],
    [{ metres: '100' }, 'Metres must be a whole number from 1 to 99'],
    [{ metres: '1.5' }, 'Metres must be a whole number from 1 to 99'],
    [{ owner: 'Bob' }, 'Choose owner from the list'],
  ] as readonly (readonly [Record<string, string>, string])[])('says what is wrong with %o', (typed, words) => {
    expect(wrongs(typed)).toEqual([words])
  })

  test('takes the boundary days', () => {
    expect(wrongs(day('next', '3', '3', '2026'))).toEqual([])
    expect(wrongs({ name: 'Amber' })).toEqual([])
  })
})

test.each([
  ['How did they tell us?', 'Answer “How did they tell us?”', 'Choose an answer to “How did they tell us?” from the list'],
  ['Is somebody there?', 'Answer “Is somebody there?”', 'Choose an answer to “Is somebody there?” from the list'],
  ['What is it about?', 'Answer “What is it about?”', 'Choose an answer to “What is it about?” from the list'],
  ['What is going well?', 'Choose what is going well', 'Choose what is going well from the list'],
  ['Who was there?', 'Choose who was there', 'Choose who was there from the list'],
  ['Doctor', 'Choose doctor', 'Choose doctor from the list'],
])('asks for “%s” in a sentence that can be said', (label, left, strange) => {
  const asking = declareRecord({
    name: 'kite', noun: 'a kite', resource: 'case notes', about: 'child', fields: { it: { kind: 'choice', label, required: true, choices: [{ value: 'a', label: 'A' }] } },
  })
  const said = (typed: Record<string, string>): readonly string[] => {
    const reading = readForm(asking, new URLSearchParams(typed), today)
    return reading.kind === 'wrong' ? reading.errors.map(({ text }) => text) : []
  }
  expect([said({}), said({ it: 'z' })]).toEqual([[left], [strange]])
})
