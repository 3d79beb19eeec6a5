/**
 * How fast the log answers "who looked at this child" and "what did this person look at": `npx tsx test/audit/measureLooks.ts
 * 1000000`. Promise B3: half a second at the 95th of 100, among 100 million events.
 */
import { looksAtChild, looksOfPerson, looksSearched } from '../../src/store/audit/looks.ts'
import type { ChildId } from '../../src/core/facts/factType.ts'
import { addAuthority } from '../../src/store/people.ts'
import { connect, inTransaction } from '../../src/store/postgres.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { testDatabase } from '../support/database.ts'

const events = Number(process.argv[2] ?? 1_000_000)
const [children, people] = [Math.max(100, Math.round(events / 500)), Math.max(20, Math.round(events / 5000))]
const database = await testDatabase()
const pool = connect({ ...database.connection, max: 2 })
const say = (words: string): void => void process.stdout.write(`${words}\n`)
const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const newest = { before: null, limit: 50 }

try {
  await addAuthority(pool, { authorityId: 990, name: 'Fernbrook', demonstration: true })
  const scope = { authorityId: 990, personId: null }
  const uuid = (n: string): string => `('00000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
  await pool.query(`insert into child (authority_id, child_id, code, recorded_at) select 990, ${uuid('n')}, n::text, now() from generate_series(1, $1::int) n`, [children])
  // Two years, spread over people and children at random; a quarter about no child.
  await pool.query(
    `insert into audit_event (authority_id, person_id, event, child_id, detail, happened_at)
     select 990, ${uuid('(random() * $2)::int')}, (array['child opened', 'plan opened', 'action raised', 'refused: child opened'])[1 + (random() * 3)::int],
       case when random() < 0.75 then ${uuid('1 + (random() * ($3 - 1))::int')} end, '{"address": "/children"}', now() - make_interval(secs => ($1::int - n) * 63072000.0 / $1::int)
     from generate_series(1, $1::int) n`, [events, people, children])
  await pool.query('analyze')
  const ask = async (what: string, fn: (client: Parameters<typeof looksAtChild>[0], n: number) => Promise<unknown>): Promise<void> => {
    const times: number[] = []
    for (let n = 0; n < 200; n += 1) {
      const start = performance.now()
      await inTransaction(pool, scope, (client) => fn(client, n))
      times.push(performance.now() - start)
    }
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
    say(`${what}: half within ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, slowest ${at(0.9999)} ms`)
  }
  say(`${events} events, ${children} children, ${people} people`)
  await ask('who looked at this child', (client, n) => looksAtChild(client, 990, id(1 + ((n * 37) % children)) as ChildId, newest))
  await ask('what did this person look at', (client, n) => looksOfPerson(client, 990, id((n * 37) % people), newest))
  await ask('… of a kind, between two days', (client, n) => looksOfPerson(client, 990, id((n * 37) % people), { ...newest, kind: 'changes', from: isoDate('2026-03-01'), to: isoDate('2026-04-01') }))
  await ask('the log between two days', (client) => looksSearched(client, 990, { ...newest, from: isoDate('2025-03-01'), to: isoDate('2025-03-31') }))
} finally {
  await pool.end()
  await database.close()
}
