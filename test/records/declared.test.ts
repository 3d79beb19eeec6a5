/** One declaration a kind of record: its form, its JSON, its schema and its export name the same fields, and no kind is forgotten. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordTypes } from '../../src/core/records/allTypes.ts'
import { contentOf } from '../../src/core/records/content.ts'
import { readForm } from '../../src/core/records/readForm.ts'
import { readJson } from '../../src/core/records/readJson.ts'
import type { RecordField, RecordType, RecordValue } from '../../src/core/records/recordType.ts'
import { schemaOf } from '../../src/core/records/schema.ts'
import { shown } from '../../src/core/records/shown.ts'
import { addDays, formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { formModel } from '../../src/web/forms/form.ts'

const today = isoDate('2026-03-03')
const personId = '00000000-0000-4000-8000-000000000001'
type Json = string | number | boolean | readonly string[] | null

/** The values at the very edges of what a field takes, and those just beyond, from the declaration alone. */
function edges(about: RecordField): { readonly taken: readonly Json[]; readonly refused: readonly Json[] } {
  const last = about.kind === 'day' && about.when === 'not in the past' ? 1 : -1
  switch (about.kind) {
    case 'day': {
      const beyond = about.when === undefined ? [] : [formatIso(addDays(today, -last))]
      return { taken: [formatIso(today), formatIso(addDays(today, last))], refused: ['2026-02-30', '03/03/2026', '', 1, ...beyond] }
    }
    case 'text': return { taken: ['x'.repeat(about.max ?? 200)], refused: ['x'.repeat((about.max ?? 200) + 1), 1, true] }
    case 'long text': return { taken: ['x'.repeat(about.max ?? 20_000)], refused: ['x'.repeat((about.max ?? 20_000) + 1), ['x']] }
    case 'choice': return { taken: about.choices.map(({ value }) => value), refused: ['none of them', 1] }
    case 'choices': return { taken: [about.choices.map(({ value }) => value)], refused: [['none of them'], about.choices[0]?.value ?? ''] }
    case 'yes or no': return { taken: [true, false], refused: ['yes', 1] }
    case 'number': return { taken: [about.from, about.to], refused: [about.from - 1, about.to + 1, about.from + 0.5, String(about.from)] }
    case 'person': return { taken: [personId], refused: ['Bea Thorn', 7] }
    case 'record': return { taken: [], refused: [personId] }
  }
}

const typedFields = (type: RecordType): readonly string[] => Object.keys(type.fields).filter((field) => type.fields[field]?.kind !== 'record')

/** What is said of one field alone, when it is sent as JSON. */
function faultsOf(type: RecordType, field: string, value: Json): readonly string[] {
  const { pairs, errors } = readJson(type, typedFields(type), { [field]: value }, {})
  const read = readForm(type, new URLSearchParams(pairs.map(([name, text]): [string, string] => [name, text])), today, [field])
  return [...errors, ...(read.kind === 'wrong' ? read.errors : [])].filter((one) => one.field === field).map(({ text }) => text)
}

describe.each(recordTypes.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const all = Object.keys(type.fields)

  test('schema, form, JSON and export name the fields of the declaration', () => {
    const nothing: Readonly<Record<string, RecordValue>> = Object.fromEntries(all.map((field) => [field, null]))
    const drawn = formModel(type, {}).fields.map(({ params }) => params['name'] ?? params['namePrefix'])
    const read = readJson(type, all, Object.fromEntries(all.map((field) => [field, null])), {})
    expect(Object.keys(schemaOf(type)['properties'] as object)).toEqual(all)
    expect(Object.keys(contentOf(type, nothing))).toEqual(all)
    expect(drawn).toEqual(typedFields(type))
    expect(shown(type, nothing, () => undefined).map(({ field }) => field)).toEqual(typedFields(type))
    expect(read.errors).toEqual([])
    expect(readJson(type, typedFields(type), Object.fromEntries(all.map((field) => [field, null])), {}).errors.map(({ field }) => field))
      .toEqual(all.filter((field) => type.fields[field]?.kind === 'record'))
  })

  test('a program may send what a person may type, to the very edge and no further', () => {
    for (const [field, about] of Object.entries(type.fields)) {
      const { taken, refused } = edges(about)
      for (const value of taken) expect([field, value, faultsOf(type, field, value)]).toEqual([field, value, []])
      for (const value of refused) {
        expect([field, value, faultsOf(type, field, value).length > 0]).toEqual([field, value, true])
      }
      expect([field, faultsOf(type, field, null).length]).toEqual([field, about.required === true || about.kind === 'record' ? 1 : 0])
    }
  })
})

test('no two kinds share a name', () => {
  expect(new Set(recordTypes.map(({ name }) => name)).size).toBe(recordTypes.length)
})

test('every kind that is ever written is listed', async () => {
  const written = new Map<string, string>()
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts')).map((one) => join('src', one))) {
    const source = readFileSync(file, 'utf8')
    for (const [, named] of source.matchAll(/\badded\(\s*(\w+Type)\b/g)) {
      if (named === undefined) continue
      const imported = new RegExp(`import (?:type )?\\{[^}]*?\\b(?:(\\w+) as )?${named}\\b[^}]*\\} from '(\\.[^']+)'`).exec(source)
      const from = imported?.[2] === undefined ? file : join(dirname(file), imported[2])
      const found = (await import(join(process.cwd(), from)) as Record<string, unknown>)[imported?.[1] ?? named] as RecordType | undefined
      if (found === undefined) throw new Error(`${file} adds ${named}, which ${from} does not export`)
      written.set(found.name, file)
    }
  }
  const listed = recordTypes.map(({ name }) => name)
  expect([...written].filter(([name]) => !listed.includes(name))).toEqual([])
  // Two kinds of records are added by way of a variable: the parts of a family (app/family.ts) and those of a plan (app/changePlan.ts).
  const byVariable = ['sibling assessment', 'family group conference', 'family time', 'ecomap tie', 'plan line', 'plan option', 'plan told', 'permanence dimensions']
  expect(listed.filter((name) => !written.has(name) && !byVariable.includes(name))).toEqual([])
})
