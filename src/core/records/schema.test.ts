import { describe, expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import { readForm } from './readForm.ts'
import { readJson } from './readJson.ts'
import { declareRecord, type RecordValue } from './recordType.ts'
import { schemaOf } from './schema.ts'

const kite = declareRecord({
  name: 'kite', noun: 'a kite', resource: 'case notes', about: 'child',
  fields: {
    flownOn: { kind: 'day', label: 'Flown on', hint: 'By whoever', required: true, when: 'not in the future' },
    name: { kind: 'text', label: 'Name', required: true, max: 5 },
    story: { kind: 'long text', label: 'Story' },
    mood: { kind: 'choice', label: 'Mood', required: true, choices: [{ value: 'glad', label: 'Glad', hint: 'Up and up' }] },
    weather: { kind: 'choice', label: 'Weather', choices: [{ value: 'wind', label: 'Wind' }] },
    who: { kind: 'choices', label: 'Who', choices: [{ value: 'a', label: 'Ann' }, { value: 'b', label: 'Ben' }] },
    indoors: { kind: 'yes or no', label: 'Indoors' },
    metres: { kind: 'number', label: 'Metres', from: 1, to: 99 },
    owner: { kind: 'person', label: 'Owner', required: true },
    of: { kind: 'record', label: 'Of' },
  },
})
const today = isoDate('2026-03-03')
const owner = '00000000-0000-4000-8000-000000000001'
const asked = Object.keys(kite.fields).filter((field) => field !== 'of')
const whole = {
  flownOn: '2026-03-02', name: 'Red', story: null, mood: 'glad', weather: 'wind', who: ['a', 'b'], indoors: false, metres: 12, owner,
}

/** As a program's form is taken: read, then judged as any form. */
function taken(sent: Readonly<Record<string, unknown>>, given: Readonly<Record<string, RecordValue>> = {}): unknown {
  const { pairs, errors } = readJson(kite, asked, sent, given)
  const read = readForm(kite, new URLSearchParams(pairs.map(([name, text]): [string, string] => [name, text])), today)
  const faults = [...errors, ...(read.kind === 'wrong' ? read.errors : [])]
  return faults.length > 0 ? faults.map(({ field, text }) => `${field}: ${text}`) : read.kind === 'read' && read.values
}

test('the schema says label, hint, kind, limits and choices, and what may be left out', () => {
  expect(schemaOf(kite)).toEqual({
    type: 'object', title: 'a kite', additionalProperties: false,
    properties: {
      flownOn: { title: 'Flown on', description: 'By whoever A day not in the future.', type: 'string', format: 'date' },
      name: { title: 'Name', type: 'string', minLength: 1, maxLength: 5 },
      story: { title: 'Story', type: ['string', 'null'], maxLength: 20_000 },
      mood: { title: 'Mood', type: 'string', oneOf: [{ const: 'glad', title: 'Glad', description: 'Up and up' }] },
      weather: { title: 'Weather', type: ['string', 'null'], oneOf: [{ const: 'wind', title: 'Wind' }, { type: 'null' }] },
      who: { title: 'Who', type: ['array', 'null'], items: { type: 'string', oneOf: [{ const: 'a', title: 'Ann' }, { const: 'b', title: 'Ben' }] } },
      indoors: { title: 'Indoors', type: ['boolean', 'null'] },
      metres: { title: 'Metres', type: ['integer', 'null'], minimum: 1, maximum: 99 },
      owner: { title: 'Owner', type: 'string', format: 'uuid' },
      of: { title: 'Of', readOnly: true, type: ['string', 'null'] },
    },
    required: ['flownOn', 'name', 'mood', 'owner'],
  })
})

test('a part of a type, and who may be chosen', () => {
  expect(schemaOf(kite, { only: ['owner'], people: () => [{ personId: owner, name: 'Bea Thorn' }] })).toMatchObject({
    properties: { owner: { format: 'uuid', oneOf: [{ const: owner, title: 'Bea Thorn' }] } }, required: ['owner'],
  })
})

describe('what a program sends', () => {
  test('is read as what a person types', () => {
    expect(taken(whole)).toEqual({
      flownOn: isoDate('2026-03-02'), name: 'Red', story: null, mood: 'glad', weather: 'wind', who: ['a', 'b'], indoors: false, metres: 12, owner,
    })
  })

  test('a field that it does not name stays as it stands in the form, and null empties it', () => {
    const given = { flownOn: isoDate('2026-03-01'), name: 'Blue', mood: 'glad', owner, metres: 3, who: ['a'] }
    expect(taken({ metres: null, who: ['b'] }, given)).toMatchObject({ flownOn: isoDate('2026-03-01'), name: 'Blue', metres: null, who: ['b'] })
  })

  test('the wrong kind of JSON is said at its field, and nothing is guessed from it', () => {
    const day = 'must be a real date, such as "2026-03-27", or null'
    const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
      [{ flownOn: '2026-02-30' }, `flownOn: flownOn ${day}`], [{ flownOn: '3 March 2026' }, `flownOn: flownOn ${day}`], [{ flownOn: 20260302 }, `flownOn: flownOn ${day}`],
      [{ name: 7 }, 'name: name must be a text or null'], [{ mood: ['glad'] }, 'mood: mood must be a text or null'],
      [{ who: 'a' }, 'who: who must be a list of texts, or null'], [{ who: ['a', 1] }, 'who: who must be a list of texts, or null'],
      [{ indoors: 'yes' }, 'indoors: indoors must be true, false or null'], [{ metres: '12' }, 'metres: metres must be a number or null'],
      [{ owner: { id: owner } }, 'owner: owner must be a text or null'],
      [{ colour: 'red' }, 'colour: There is no field colour here'], [{ of: owner }, 'of: of is set by Holdfast: leave it out'],
      [JSON.parse('{"__proto__":1}') as Record<string, unknown>, '__proto__: There is no field __proto__ here'],
    ]
    for (const [sent, said] of wrong) expect(taken({ ...whole, ...sent })).toContain(said)
  })

  test('and what only the declaration knows is judged by the form’s own validator', () => {
    expect(taken({ ...whole, flownOn: '2026-03-04', name: 'Scarlet', mood: 'blue', who: ['c'], metres: 12.5, owner: 'me' })).toEqual([
      'flownOn: Flown on must be today or in the past', 'name: Name must be 5 characters or fewer', 'mood: Choose mood from the list',
      'who: Choose who from the list', 'metres: Metres must be a whole number from 1 to 99', 'owner: Choose owner from the list',
    ])
  })
})
