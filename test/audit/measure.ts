/**
 * How fast the audit log is written, sealed and checked: `npx tsx test/audit/measure.ts 100000`. Promise B2: a million
 * events checked within a minute.
 */
import { writeAudit } from '../../src/store/audit.ts'
import { sealAudit } from '../../src/store/audit/seal.ts'
import { verifyAudit } from '../../src/store/audit/verify.ts'
import { addAuthority } from '../../src/store/people.ts'
import { connect, inTransaction } from '../../src/store/postgres.ts'
import { testDatabase } from '../support/database.ts'

const events = Number(process.argv[2] ?? 100_000)
const database = await testDatabase()
const pool = connect({ ...database.connection, max: 4 })
const say = (words: string): void => void process.stdout.write(`${words}\n`)

async function timed<T>(what: string, n: number, fn: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await fn()
  const seconds = (performance.now() - start) / 1000
  say(`${what}: ${n} in ${seconds.toFixed(2)} s, ${Math.round(n / seconds)} a second`)
  return result
}

try {
  await addAuthority(pool, { authorityId: 990, name: 'Fernbrook', demonstration: true })
  const scope = { authorityId: 990, personId: null }
  await inTransaction(pool, scope, (client) => client.query(
    `insert into audit_event (authority_id, person_id, event, child_id, detail)
     select 990, gen_random_uuid(), 'child opened', gen_random_uuid(), jsonb_build_object('address', '/children/' || gen_random_uuid())
     from generate_series(1, $1) n`, [events]))
  await timed('sealed, a backlog', events, () => sealAudit(pool, 990))
  const report = await timed('checked', events, () => verifyAudit(pool, 990))
  say(`sound: ${report.sound}, ${report.eventsSound} events in ${report.seals} seals`)

  const one = { authorityId: 990, personId: '00000000-0000-4000-8000-000000000001', event: 'child opened', childId: '00000000-0000-4000-8000-000000000002', detail: { address: '/children/1' } }
  await inTransaction(pool, scope, async (client) => {
    await timed('written', 3000, async () => {
      for (let n = 0; n < 3000; n += 1) await writeAudit(client, one)
    })
    await timed('written without the number first', 3000, async () => {
      for (let n = 0; n < 3000; n += 1) {
        await client.query('insert into audit_event (authority_id, person_id, event, child_id, detail) values ($1, $2, $3, $4, $5)',
          [one.authorityId, one.personId, one.event, one.childId, JSON.stringify(one.detail)])
      }
    })
  })
  await sealAudit(pool, 990)
  await timed('nothing to seal', 500, async () => {
    for (let n = 0; n < 500; n += 1) await sealAudit(pool, 990)
  })
} finally {
  await pool.end()
  await database.close()
}
