/** Whatever the bytes, the reader answers: rows or notes, never a throw, and never a value in another's column. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { factNames, factTypes } from '../../../core/facts/factTypes.ts'
import { fieldsOf, tableOf } from '../tables.ts'
import { csvHeader } from '../write/csv.ts'
import { damage, damaged, table, xml } from './damage.ts'
import { reading } from './reading.ts'

// The reader gives other work a turn between pieces, so a busy machine makes these slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })

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
