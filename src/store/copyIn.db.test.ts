import { afterAll, beforeAll, expect, test } from 'vitest'
import type pg from 'pg'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { Bulk, CopyBuffer, copyText } from './copyIn.ts'

let database: TestDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await testDatabase()
  client = await database.pool.connect()
  await client.query('create table one (name text, told text, number integer)')
  await client.query('create table other (number integer not null)')
})
afterAll(async () => {
  client.release()
  await database.close()
})

/** Rows for table one, all told by the same. */
function ones(told: string | null, names: readonly (string | null)[]): CopyBuffer {
  const buffer = new CopyBuffer('one', ['name'], { told, number: 7 })
  for (const name of names) buffer.add(copyText(name))
  return buffer
}

test('writes every row as it was given, whatever letters it has and however often it sends', async () => {
  const names = ['tab\tand\nline', 'back\\slash', '\\N', '\\.', '', 'Zoë 王 👩‍👧', null, 'long '.repeat(20_000)]
  await client.query('begin')
  const bulk = new Bulk(client)
  ones(`O'Brien \\ "x"; select 1`, names).flush(bulk)
  await bulk.send()
  ones(null, ['again']).flush(bulk)
  ones(null, []).flush(bulk)
  await bulk.send()
  await bulk.send()
  await client.query('commit')
  const { rows } = await client.query('select name, told, number from one')
  expect(rows).toEqual([
    ...names.map((name) => ({ name, told: `O'Brien \\ "x"; select 1`, number: 7 })),
    { name: 'again', told: null, number: 7 },
  ])
  await client.query('truncate one')
})

test('tells what the server refused, and leaves the connection to be rolled back and used on', async () => {
  await client.query('begin')
  const bulk = new Bulk(client)
  ones('first', ['before']).flush(bulk)
  const wrong = new CopyBuffer('other', ['number'], {})
  wrong.add('1')
  wrong.add('one')
  wrong.flush(bulk)
  const after = new CopyBuffer('one', ['name'], {})
  for (let i = 0; i < 50_000; i += 1) after.add(`after the failure ${i}`)
  // The table of the first has a temporary one by now, so the third empties it: dropped unread all the same.
  after.flush(bulk)
  await expect(bulk.send()).rejects.toThrow('invalid input syntax for type integer: "one"')
  await client.query('rollback')
  const { rows } = await client.query('select (select count(*) from one)::integer as one, (select count(*) from other)::integer as other')
  expect(rows).toEqual([{ one: 0, other: 0 }])
})
