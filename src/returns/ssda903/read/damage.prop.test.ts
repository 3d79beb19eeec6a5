/** Whatever the bytes, the reader answers: rows or notes, never a throw, and never a value in another's column. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { factNames, factTypes, type FactName } from '../../../core/facts/factTypes.ts'
import type { FieldValue } from '../../../core/facts/factType.ts'
import { isoDate } from '../../../core/time/localDate.ts'
import { fieldsOf, tableOf } from '../tables.ts'
import { csvHeader, csvLine } from '../write/csv.ts'
import { reading } from './reading.ts'

// The reader gives other work a turn between pieces, so a busy machine makes these slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })

const YEAR = 2018
const first = isoDate('2017-04-01')
const day = fc.integer({ min: first, max: first + 364 }).map((n) => n as ReturnType<typeof isoDate>)
// Q is in no code that means something to the reader.
const word = fc.stringMatching(/^Q[A-Z0-9]{0,5}$/)

const fact = (type: FactName) =>
  fc.record({
    child: fc.stringMatching(/^[0-9]{1,10}$/),
    born: day,
    values: fc.tuple(
      ...fieldsOf(type).map((field): fc.Arbitrary<FieldValue> => {
        if (field.kind === 'year') return fc.constant(YEAR)
        const value: fc.Arbitrary<FieldValue> =
          field.kind === 'date' ? day : field.kind === 'partial date' ? fc.constantFrom('zz/03/2015', '04/05/2015')
            : field.codeSet === 'SEX' ? fc.constantFrom('M', 'F', 'U') : word
        return field.required ? value : fc.option(value)
      }),
    ),
  })

/** A table of a few facts, as text, with the facts. */
const table = fc.constantFrom(...factNames).chain((type) =>
  fc.array(fact(type), { minLength: 1, maxLength: 6 }).map((facts) => ({
    type,
    facts,
    text: csvHeader(type) + facts.map(({ child, born, values }) => csvLine(type, child, born, values, YEAR)).join(''),
  })),
)

test('what is written comes back, for every kind of fact', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ type, facts, text }) => {
      const { given, notes } = await reading({ 'f.csv': text }, { anyYear: true })
      expect(notes.filter(({ kind, words }) => kind !== 'remark' || !words.includes('outside the collection year'))).toEqual([])
      const repeats = tableOf(type).columns.includes('DOB') && factTypes[type].name !== 'child_details'
      expect(given).toEqual(facts.map(({ child, born, values }, at) => ({
        type, childCode: child, values, bornOn: repeats ? born : null, file: 0, row: at + 2,
      })))
    }),
    { numRuns: 300 },
  )
})

const bytes = fc.uint8Array({ maxLength: 12 })
const noise = fc.constantFrom('"', ',', '\n', '\r', ';', '\t', '\0', '=1', '\ufeff', 'é', '""', '<', 'TBC', '1.0', '01/04/17').map((s) => Buffer.from(s))

/** Cuts, drops, doubles and overwrites pieces of a text. */
const damage = fc.array(
  fc.record({ at: fc.nat(1000), cut: fc.nat(20), put: fc.oneof(bytes, noise) }),
  { minLength: 1, maxLength: 4 },
)

function damaged(text: string, blows: readonly { at: number; cut: number; put: Uint8Array }[]): Buffer {
  let held: Buffer = Buffer.from(text)
  for (const { at, cut, put } of blows) {
    const place = held.length === 0 ? 0 : at % held.length
    held = Buffer.concat([held.subarray(0, place), put, held.subarray(place + cut)])
  }
  return held
}

/** Either refused with a fix, or read with nothing silently lost: every row is a fact, or a note says why not. */
async function answers(name: string, content: Uint8Array): Promise<void> {
  const { ok, notes, given, files } = await reading({ [name]: content }, { anyYear: true })
  const refusals = notes.filter(({ kind }) => kind === 'refusal')
  expect(ok).toBe(refusals.length === 0)
  expect(refusals.every(({ words, fix }) => words !== '' && fix !== null)).toBe(true)
  if (!ok) return
  expect(given.length).toBe(files.reduce((sum, { rows }) => sum + rows, 0))
  expect(given.length + notes.length).toBeGreaterThan(0)
}

test('random bytes are answered', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (content) => answers('f', content)), { numRuns: 300 })
})

test('random text under a right header is answered', async () => {
  const text = fc.tuple(fc.constantFrom(...factNames), fc.string({ unit: 'binary', maxLength: 200 }))
  await fc.assert(fc.asyncProperty(text, ([type, rows]) => answers('f.csv', Buffer.from(csvHeader(type) + rows))), { numRuns: 300 })
})

test('a damaged table is answered', async () => {
  await fc.assert(
    fc.asyncProperty(table, damage, ({ text }, blows) => answers('f.csv', damaged(text, blows))),
    { numRuns: 600 },
  )
})

const xml =
  '<?xml version="1.0"?><EXPSSDA903><CHILD><HEADER><CHILDID>0417</CHILDID><UPN>UN3</UPN><SEX>2</SEX><DOB>28/02/2001</DOB>' +
  '<ETHNIC>WBRI</ETHNIC><UASC>0</UASC><AREVIEW><REVIEW>05/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>' +
  '<EPISODE><DECOM>01/04/2017</DECOM><RNE>S</RNE><LS>C2</LS><PL>U4</PL><DEC/><REC/></EPISODE></CHILD></EXPSSDA903>'

test('damaged XML is answered', async () => {
  await fc.assert(fc.asyncProperty(damage, (blows) => answers('f.xml', damaged(xml, blows))), { numRuns: 600 })
})

test('a value that is lost or gained never moves its neighbours', async () => {
  // Each value names its column, so that one in another's place shows.
  const type = 'episode'
  const columns = tableOf(type).columns
  const cells = columns.map((column) => (column === 'DECOM' || column === 'DEC' ? '05/06/2017' : `Q${column}`.slice(0, 10)))
  const fate = fc.array(fc.record({ at: fc.nat(columns.length), what: fc.constantFrom('drop', 'add', 'blank', 'comma') }), { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fate, async (fates) => {
      const row = [...cells]
      for (const { at, what } of fates) {
        if (what === 'drop') row.splice(at, 1)
        else if (what === 'add') row.splice(at, 0, 'X')
        else if (what === 'blank') row[at] = ''
        else row.push('')
      }
      const { ok, given } = await reading({ 'e.csv': `${csvHeader(type)}${row.join(',')}\n` })
      if (!ok || row.filter((cell) => cell !== '').length === 0) return
      // Read only when no value but the last ones beyond the header was added or lost: then each is its own, or X or blank.
      if (row.length !== columns.length && row.slice(columns.length).some((cell) => cell !== '')) throw new Error('read a row of another width')
      for (const fact of given) {
        fieldsOf(type).forEach(({ column }, index) => {
          const value = fact.values[index]
          if (typeof value === 'string') expect(value).toBe(row[columns.indexOf(column ?? '')])
        })
      }
    }),
    { numRuns: 300 },
  )
})
