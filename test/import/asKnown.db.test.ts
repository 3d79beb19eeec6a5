/**
 * Promise C8 in small: "as at" and "as known at" are true. A simulated borough gives its returns year by year, out of
 * order, in part, with mistakes; people settle some of what differs. Whatever came in whichever order, derived rows are
 * what the core derives from the facts now held, and what was known at a moment is what was shown then.
 * HOLDFAST_ROUNDS sets how many such sequences (1 in every build, more at night), HOLDFAST_SEED which.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../support/seed.ts'
import { childPage, type ChildPage } from '../../src/app/childPage.ts'
import { settleDifferences } from '../../src/app/imports.ts'
import type { ReturnFiles } from '../../src/app/readFiles.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { sourceOfBytes, type ByteSource } from '../../src/returns/ssda903/read/sources.ts'
import type { ChildId } from '../../src/core/facts/factType.ts'
import { factNames } from '../../src/core/facts/factTypes.ts'
import { inTransaction } from '../../src/store/postgres.ts'
import { deriveAgain } from '../../src/store/settleDifferences.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

const rounds = Number(process.env['HOLDFAST_ROUNDS'] ?? 1)

let state = seed
const anyOf = (n: number): number => {
  state = (state * 48271 + 11) % 2147483647
  return state % n
}

let together: Trials
beforeAll(async () => {
  together = await trials()
})
afterAll(() => together.close())

const childrenOf = async (at: Trial, ending = '0123456789'): Promise<readonly ChildId[]> => {
  const { rows } = await at.pool.query<{ child_id: ChildId }>(
    `select child_id from child where authority_id = $1 and right(code, 1) = any(string_to_array($2, null)) order by code`,
    [at.authorityId, ending])
  return rows.map((row) => row.child_id)
}

const derivedTables = [
  'period_of_care', 'home', 'permanence_achieved', 'clock_occurrence', 'standing',
]

/** Derived rows as they lie there, and as they would be if every child were derived again from the facts now held. */
async function storedAndFresh(at: Trial): Promise<readonly [stored: unknown, fresh: unknown]> {
  const children = await childrenOf(at)
  let both: readonly [unknown, unknown] = [null, null]
  const undo = new Error('undo')
  await inTransaction(at.pool, { authorityId: at.authorityId, personId: null }, async (client) => {
    const rows = async (): Promise<unknown> => {
      const found: Record<string, readonly string[]> = {}
      for (const table of derivedTables) {
        const { rows: all } = await client.query<{ row: string }>(`select to_jsonb(one)::text as row from ${table} one order by 1`)
        found[table] = all.map(({ row }) => row)
      }
      return found
    }
    const stored = await rows()
    await deriveAgain({ client, authorityId: at.authorityId, clocks: at.holdfast.clocks }, children)
    both = [stored, await rows()]
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return both
}

/** What must hold of what is kept, whatever happened: gives what does not. */
async function broken(at: Trial): Promise<readonly unknown[]> {
  const { rows: kinds } = await at.pool.query<{ fact_type: string }>('select distinct fact_type from difference where authority_id = $1', [at.authorityId])
  const found: unknown[] = []
  for (const { fact_type: type } of kinds) {
    // An open question is about a fact that is held.
    const { rows } = await at.pool.query(
      `select d.difference_id, d.kind, d.status from difference d
       left join ${type} fact on fact.authority_id = d.authority_id and fact.child_id = d.child_id and fact.fact_id = d.held_fact_id
         and fact.superseded_at is null
       where d.authority_id = $1 and d.fact_type = $2 and d.status = 'open' and fact.fact_id is null`, [at.authorityId, type])
    found.push(...rows.map((row: object) => ({ type, ...row })))
  }
  // The same is never asked twice.
  const { rows: twice } = await at.pool.query(
    `select child_id, held_fact_id, kind, fields, count(*) from difference where authority_id = $1 and status = 'open'
     group by child_id, held_fact_id, kind, fields, proposed having count(*) > 1`, [at.authorityId])
  // A fact is never replaced before it was recorded.
  const { rows: early } = await at.pool.query(
    `select 'episode', fact_id from episode where authority_id = $1 and superseded_at < recorded_at`, [at.authorityId])
  return [...found, ...twice, ...early]
}

/** The facts now held, by child and values alone: which import brought them, and under which ids, is left out. */
async function held(at: Trial): Promise<readonly string[]> {
  const facts: string[] = []
  for (const name of factNames) {
    const { rows } = await at.pool.query<{ fact: string }>(
      `select $2 || ' ' || code || ' ' || (to_jsonb(fact) - '{authority_id,child_id,fact_id,recorded_at,recorded_by,import_id,source_file,source_row,superseded_at,superseded_by}'::text[])::text as fact
       from ${name} fact join child using (authority_id, child_id) where authority_id = $1 and superseded_at is null`, [at.authorityId, name])
    facts.push(...rows.map(({ fact }) => fact))
  }
  return facts.sort()
}

const years = [2023, 2024, 2025, 2026] as const

test('the returns of a borough without mistakes, in any order, come to the same facts and ask nothing', { timeout: 60_000 }, async () => {
  const borough = simulatedBorough(`order ${seed}`, 12, 2023, 2026)
  // A child's earlier arrangement is another one for each time they come into care, and the table does not say for which:
  // whoever comes back is asked about, rightly.
  const given = (year: number): ReturnFiles =>
    ({ collectionYear: year, files: borough.files(year).filter(({ name }) => name !== 'previous_permanence.csv'), lastYearFiles: [] })
  const orders: readonly (readonly number[])[] = [[2023, 2024, 2025, 2026], [2026, 2025, 2024, 2023], [2024, 2026, 2023, 2025]]
  const ends: (readonly string[])[] = []
  for (const order of orders) {
    const at = await together.next()
    for (const year of order) {
      await at.counts(given(year))
      const { rows } = await at.pool.query(
        `select c.code, d.fact_type, d.kind, d.fields, d.proposed from difference d join child c using (authority_id, child_id)
         where authority_id = $1 and status = 'open'`, [at.authorityId])
      // Over a year that is not held children are missed who left in it; once it has come no question is left.
      const soFar = order.slice(0, order.indexOf(year) + 1)
      const gap = soFar.includes(2026) && !soFar.includes(2025) && soFar.some((one) => one < 2025)
      expect([soFar, gap ? [] : rows.slice(0, 5)], `seed ${seed}`).toEqual([soFar, []])
    }
    const [stored, fresh] = await storedAndFresh(at)
    expect(stored).toEqual(fresh)
    ends.push(await held(at))
  }
  expect(ends[0]?.length).toBeGreaterThan(200)
  const [first = []] = ends
  for (const end of ends) {
    const both = new Set(end.filter((fact) => first.includes(fact)))
    expect([first.filter((fact) => !both.has(fact)), end.filter((fact) => !both.has(fact))], `seed ${seed}`).toEqual([[], []])
  }
})

/** A return with some of its files left out and some of its cells changed, as real ones are. */
async function spoilt(files: readonly ByteSource[], mistakes: number): Promise<readonly ByteSource[]> {
  const tables: { name: string; lines: string[] }[] = []
  for (const file of files) {
    let text = ''
    for await (const chunk of file.open()) text += Buffer.from(chunk).toString()
    if (file.name === 'header.csv' || file.name === 'episodes.csv' || anyOf(6) > 0) tables.push({ name: file.name, lines: text.trimEnd().split('\n') })
  }
  for (let i = 0; i < mistakes; i += 1) {
    const table = tables[anyOf(tables.length)]
    if (table === undefined || table.lines.length < 2) continue
    const row = 1 + anyOf(table.lines.length - 1)
    const columns = (table.lines[0] ?? '').split(',')
    const cells = (table.lines[row] ?? '').split(',')
    const column = anyOf(cells.length)
    switch (anyOf(4)) {
      case 0:
        table.lines.splice(row, 1)
        break
      case 1:
        table.lines.push(table.lines[row] ?? '')
        break
      default: {
        // Another day, another code; never another child, and never a date that is none.
        if (columns[column] === 'CHILD' || cells[column] === '') break
        const isDate = /^\d\d\/\d\d\/\d{4}$/.test(cells[column] ?? '')
        const other = (table.lines[1 + anyOf(table.lines.length - 1)] ?? '').split(',')[column] ?? ''
        cells[column] = isDate ? (cells[column] ?? '').replace(/^\d\d/, `${10 + anyOf(18)}`) : other
        table.lines[row] = cells.join(',')
      }
    }
  }
  return tables.map(({ name, lines }) => sourceOfBytes(name, `${lines.join('\n')}\n`))
}

/** What a page shows of a child, but for the moment asked about. */
const shown = (page: ChildPage): ChildPage => ({ ...page, asKnownAt: null })

describe('after any sequence of imports and settlements', () => {
  const day = isoDate('2025-06-30')
  test.each(Array.from({ length: rounds }, (_, i) => i))('round %i', { timeout: 60_000 }, async (round) => {
    const borough = simulatedBorough(`${seed} ${round}`, 12, 2023, 2026)
    const at = await together.next()
    const moments: { readonly at: string; readonly pages: ReadonlyMap<ChildId, ChildPage> }[] = []
    const settledNow = { accept: 0, keep: 0 }
    const pages = async (asKnownAt: string | null, children: readonly ChildId[]): Promise<ReadonlyMap<ChildId, ChildPage>> =>
      at.work(async (work) => {
        const found = new Map<ChildId, ChildPage>()
        for (const id of children) {
          const page = await childPage(work, id, { asAt: day, asKnownAt })
          if (page !== undefined) found.set(id, page)
        }
        return found
      })
    const steps: string[] = []
    for (let step = 0; step < 5; step += 1) {
      const year = years[anyOf(years.length)] ?? 2026
      const { rows: open } = await at.pool.query<{ id: string }>(
        `select difference_id as id from difference where authority_id = $1 and status = 'open' order by difference_id`, [at.authorityId])
      if (open.length > 0 && anyOf(3) > 0) {
        const decision = anyOf(2) === 0 ? 'accept' : 'keep'
        const ids = open.filter(() => anyOf(2) === 0).map(({ id }) => id)
        settledNow[decision] += await at.work((work) => settleDifferences(work, ids, decision))
        steps.push(`${decision} ${ids.length}`)
      }
      const extract = anyOf(4) === 0 ? isoDate(`${year - 1}-11-15`) : undefined
      const given: ReturnFiles = {
        collectionYear: year, files: await spoilt(borough.files(year, extract), 12), anyYear: true,
        lastYearFiles: anyOf(3) === 0 && year > 2023 ? await spoilt(borough.files(year - 1), 6) : [],
      }
      const { status, outcome } = await at.bringIn(given)
      steps.push(`${year}${given.lastYearFiles.length > 0 ? ' with last year' : ''}: ${status}`)
      const told = `seed ${seed}, round ${round}: ${steps.join('; ')}; ${JSON.stringify(outcome?.notes.filter(({ kind }) => kind === 'refusal'))}`
      const [stored, fresh] = await storedAndFresh(at)
      expect(stored, told).toEqual(fresh)
      expect(await broken(at), told).toEqual([])
      const content = await at.content()
      if (status === 'done') {
        const again = await at.counts(given)
        expect(again, told).toMatchObject({ added: 0, closed: 0, completed: 0, changedDifferences: 0, vanishedDifferences: 0 })
        expect(await at.content(), told).toEqual(content)
      }
      const children = await childrenOf(at, '27')
      const { rows: [now] } = await at.pool.query<{ now: string }>('select clock_timestamp() as now')
      moments.push({ at: now?.now ?? '', pages: await pages(null, children) })
    }
    const children = await childrenOf(at, '27')
    expect(children.length).toBeGreaterThan(3)
    for (const moment of moments) {
      const again = await pages(moment.at, children)
      expect([...again.keys()].sort()).toEqual([...moment.pages.keys()].sort())
      for (const [id, page] of moment.pages) {
        const then = again.get(id)
        expect(then === undefined ? null : shown(then), `seed ${seed}, round ${round}, known at ${moment.at}`).toEqual(shown(page))
      }
    }
  })
})
