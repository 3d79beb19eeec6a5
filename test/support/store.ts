/**
 * Invented children in a database of their own: their facts as an import writes them, what the core derives from them,
 * and measures asked as a request asks, under the serving role and its authority.
 *
 *   const held = await storeOf([childFacts({ code: '1', episodes: ['S C2 U4 2024-01-08'] })])
 *   const answer = await held.ask(childrenInCare, '2024-03-31')
 *   await held.close()
 */
import type pg from 'pg'
import { answerOf, type MeasureAnswer } from '../../src/app/measures.ts'
import type { ClockContext } from '../../src/core/clocks/clock.ts'
import { derive } from '../../src/core/derivation.ts'
import type { ChildId, FieldValue } from '../../src/core/facts/factType.ts'
import { factNames, type ChildFacts } from '../../src/core/facts/factTypes.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import type { Measure } from '../../src/measures/measure.ts'
import { Bulk, CopyBuffer, copyText } from '../../src/store/copyIn.ts'
import { DerivedWriter } from '../../src/store/derivedRows.ts'
import { copyValue, layouts } from '../../src/store/factColumns.ts'
import { addAuthority } from '../../src/store/people.ts'
import { connect, inTransaction } from '../../src/store/postgres.ts'
import { queriesOn } from '../../src/store/tables.ts'
import { context } from './clockExamples.ts'
import { testDatabase } from './database.ts'

/** The invented authority that holds the children. */
export const fernbrook = 990

export interface HeldChildren {
  readonly pool: pg.Pool
  /** The answer of a measure as at a day written as ISO text. */
  ask(measure: Measure, asAt: string): Promise<MeasureAnswer>
  /** Adds children to those held. */
  add(children: readonly ChildFacts[], told?: Telling): Promise<void>
  /** Ends the pool and drops the database. */
  close(): Promise<void>
}

/** How the facts came to be known. */
export interface Telling {
  /** The moment they were recorded: 21 November 2026 unless given. */
  readonly recordedAt?: string
  /** What the clocks know: everything held, unless given. */
  readonly clocks?: ClockContext
}

/** A fresh database that holds these children of one authority, and nothing else. */
export async function storeOf(children: readonly ChildFacts[], told: Telling = {}): Promise<HeldChildren> {
  const database = await testDatabase()
  const pool = connect({ ...database.connection, max: 2 })
  await addAuthority(pool, { authorityId: fernbrook, name: 'Fernbrook', demonstration: true })
  const scope = { authorityId: fernbrook, personId: null }
  const ids = idsInOrder()
  const held: HeldChildren = {
    pool,
    ask: (measure, asAt) => inTransaction(pool, scope, async (client) => {
      const on = isoDate(asAt)
      const cases = await measure.cases({ db: queriesOn(client), authorityId: fernbrook, window: measure.window(on) })
      return answerOf(measure, on, cases)
    }),
    add: (more, how = {}) => inTransaction(pool, scope, (client) => write(client, more, how, ids)),
    async close() {
      await pool.end()
      await database.close()
    },
  }
  await held.add(children, told)
  return held
}

/** The answer as a test reads it: who counts, who does not, both by child code; why others are left out. */
export function told(answer: MeasureAnswer): {
  readonly counts: readonly string[]
  readonly not: readonly string[]
  readonly leftOut: Readonly<Record<string, number>>
} {
  const codes = (counted: boolean): readonly string[] =>
    answer.children.filter((child) => child.counts === counted).map((child) => child.code).sort()
  return {
    counts: codes(true),
    not: codes(false),
    leftOut: Object.fromEntries(answer.leftOut.map(({ why, count }) => [why, count])),
  }
}

/** Ids that the store takes, in the order asked for: the same test writes the same rows every time. */
function idsInOrder(): () => string {
  let last = 0
  return () => `00000000-0000-4000-8000-${(last += 1).toString(16).padStart(12, '0')}`
}

async function write(
  client: pg.ClientBase, children: readonly ChildFacts[],
  { recordedAt = '2026-11-21T12:00:00Z', clocks = context }: Telling, newId: () => string,
): Promise<void> {
  const childRows = new CopyBuffer('child', ['authority_id', 'child_id', 'code', 'recorded_at'], {})
  const facts = factNames.map((name) => ({ name, rows: new CopyBuffer(name, [
    'authority_id', 'child_id', 'fact_id', ...layouts[name].columns, 'recorded_at',
  ], {}) }))
  const derived = new DerivedWriter(fernbrook)
  for (const given of children) {
    const childId = newId() as ChildId
    childRows.add([fernbrook, childId, copyText(given.code), recordedAt].join('\t'))
    for (const { name, rows } of facts) {
      const { fields, kinds } = layouts[name]
      for (const fact of given[name] as readonly Readonly<Record<string, FieldValue>>[]) {
        const cells = fields.map((field, i) => copyValue(kinds[i] ?? 'text', fact[field] ?? null))
        rows.add([fernbrook, childId, newId(), ...cells, recordedAt].join('\t'))
      }
    }
    derived.add({ childId, code: given.code, derived: derive({ ...given, childId }, clocks) })
  }
  const bulk = new Bulk(client)
  childRows.flush(bulk)
  for (const { rows } of facts) rows.flush(bulk)
  await derived.flush(client, bulk, [])
  await bulk.send()
}
