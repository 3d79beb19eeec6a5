/** The child wall is a line of switches (migration 012): it must reach exactly the children of a list, whatever the list. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { inTransaction, narrowReach } from '../../src/store/postgres.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

let together: Trials
let at: Trial
const children = Array.from({ length: 60 }, () => newId())
const strangers = Array.from({ length: 20 }, () => newId())

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  await at.pool.query(
    `insert into child (authority_id, child_id, code, recorded_at) select $1, id, 'S' || n, now() from unnest($2::uuid[]) with ordinality as each (id, n)`,
    [at.authorityId, children])
})
afterAll(() => together.close())

const some = fc.subarray([...children, ...strangers], { minLength: 0 })

test('for any list of children, and any of them hidden, exactly the others are reached', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.constant('all' as const), some), some, some, async (reached, hidden, among) => {
    // Said twice, a child is reached no less.
    const listed = reached === 'all' ? reached : [...reached, ...reached.slice(0, 3)]
    const open = children.filter((one) => (reached === 'all' || reached.includes(one)) && !hidden.includes(one))
    const seen = await inTransaction(at.pool, { authorityId: at.authorityId, personId: null }, async (client) => {
      const ids = async (): Promise<readonly string[]> => (await client.query<{ child_id: string }>('select child_id from child')).rows.map((row) => row.child_id)
      await narrowReach(client, { children: listed, hidden: [...hidden, ...hidden.slice(0, 2)] })
      const first = await ids()
      await client.query('select narrow_reach_among(1, $1)', [[...among, ...among.slice(0, 3)]])
      const fewer = await ids()
      await client.query('select take_reach_up(1)')
      return [first, fewer, await ids()].map((list) => list.toSorted())
    })
    expect(seen).toEqual([open, open.filter((one) => among.includes(one)), open].map((list) => list.toSorted()))
  }), { numRuns: 150 })
})

test('a transaction that says nothing of its reach reaches nobody', async () => {
  const client = await at.pool.connect()
  try {
    await client.query(`begin; select set_config('role', 'holdfast_app', true), set_config('holdfast.authority', '${at.authorityId}', true)`)
    expect((await client.query('select child_id from child')).rows).toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('a line of two children turns at each and goes back after it, and nowhere else', async () => {
  const { rows: [row] } = await at.pool.query<{ line: readonly string[]; numbers: readonly string[] }>(
    `select switches_around($1)::text[] as line, array(select child_number(child)::text from unnest($1::uuid[]) child order by child_number(child)) as numbers`,
    [[children[0], children[1]]])
  expect(row?.line).toEqual((row?.numbers ?? []).flatMap((number) => [number, String(BigInt(number) + 1n)]))
})

test('no two children of an authority can share a number', async () => {
  const { rows } = await at.pool.query<{ unique: boolean }>(
    `select i.indisunique and i.indpred is null and pg_get_indexdef(i.indexrelid) like '% (authority_id, child_number(child_id))' as unique
       from pg_index i where i.indexrelid = 'child_number_alone'::regclass`)
  expect(rows).toEqual([{ unique: true }])
})
