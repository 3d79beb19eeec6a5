/** Whatever the bytes, reading for the check answers: rows or refusals, never a throw, and no row without its place. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { factNames } from '../../../core/facts/factTypes.ts'
import { damage, damaged, table, xml, YEAR } from '../read/damage.ts'
import { sourceOfBytes } from '../read/sources.ts'
import { tableOf } from '../tables.ts'
import { csvHeader } from '../write/csv.ts'
import { readForCheck } from './readForCheck.ts'
import type { AnyRow, ChildRows, TableName } from './rows.ts'

// The reader gives other work a turn between pieces, so a busy machine makes these slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })

async function answers(name: string, content: Uint8Array): Promise<readonly ChildRows[] | null> {
  const { given, files, notes } = await readForCheck([sourceOfBytes(name, content)], { collectionYear: YEAR })
  const refusals = notes.filter(({ kind }) => kind === 'refusal')
  expect(given === null).toBe(refusals.length > 0)
  expect(refusals.every(({ words, fix }) => words !== '' && fix !== null)).toBe(true)
  if (given === null) return null
  const children = given.rows.children(null)
  const rows = children.flatMap((child) => [...given.columns.keys()].flatMap((one): readonly AnyRow[] => child[one]))
  expect(rows.length).toBe(files.reduce((sum, file) => sum + file.rows, 0))
  const places = rows.map(({ table: of, row }) => `${of} ${row}`)
  expect(new Set(places).size).toBe(places.length)
  return children
}

test('random bytes are answered', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (content) => void (await answers('f', content))), { numRuns: 200 })
})

test('random text under a right header is answered', async () => {
  const text = fc.tuple(fc.constantFrom(...factNames), fc.string({ unit: 'binary', maxLength: 200 }))
  await fc.assert(fc.asyncProperty(text, async ([type, rows]) => void (await answers('f.csv', Buffer.from(csvHeader(type) + rows)))), { numRuns: 200 })
})

test('a damaged table is answered', async () => {
  await fc.assert(fc.asyncProperty(table, damage, async ({ text }, blows) => void (await answers('f.csv', damaged(text, blows)))), { numRuns: 400 })
})

test('damaged XML is answered', async () => {
  await fc.assert(fc.asyncProperty(damage, async (blows) => void (await answers('f.xml', damaged(xml, blows)))), { numRuns: 400 })
})

test('an undamaged table gives every row where it stands, cell for cell', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ type, facts, text }) => {
      const children = await answers('f.csv', Buffer.from(text))
      const name = tableOf(type).name as TableName
      const rows = (children ?? []).flatMap((child): readonly AnyRow[] => child[name]).toSorted((a, b) => a.row - b.row)
      expect(rows.map(({ row, CHILD }) => ({ row, CHILD }))).toEqual(facts.map(({ child }, row) => ({ row, CHILD: child })))
      // Written again as the return writes them, the cells are those of the file.
      const [header = '', ...body] = text.trimEnd().split(/\r?\n/)
      header.split(',').forEach((column, at) => {
        rows.forEach((row, i) => {
          const cell = body[i]?.split(',')[at] ?? ''
          const held = (row as unknown as Readonly<Record<string, string | number | null>>)[column]
          if (typeof held === 'string') expect(held).toBe(cell.toUpperCase())
          else expect(held === null).toBe(cell === '')
        })
      })
    }),
    { numRuns: 200 },
  )
})
