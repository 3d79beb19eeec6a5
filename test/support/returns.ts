/**
 * Returns of invented children as CSV files in memory, and a Holdfast on a test database to bring them into.
 *
 *   const files = returnFiles(2026, [{ code: '77001', episodes: ['S C1 U6@ash 2025-05-06'] }])
 *   const done = await trial.bringIn(files)
 *
 * The children are written as in `facts.ts`; what is in force in the year is the test's own business.
 */
import type pg from 'pg'
import type { ReturnFiles } from '../../src/app/readFiles.ts'
import type { ImportCounts } from '../../src/app/imports.ts'
import type { Actor, Work } from '../../src/app/work.ts'
import { factNames, factTypes, type FactName } from '../../src/core/facts/factTypes.ts'
import type { FieldValue } from '../../src/core/facts/factType.ts'
import type { Act } from '../../src/core/access/act.ts'
import type { Role } from '../../src/core/access/roles.ts'
import { holdfastOn, type Holdfast } from '../../src/edge/holdfast.ts'
import { newId } from '../../src/edge/ids.ts'
import { askForImport, runAskedImport, type Watching } from '../../src/edge/importing.ts'
import { loadRules } from '../../src/edge/rules.ts'
import { sourceOfBytes, type ByteSource } from '../../src/returns/ssda903/read/sources.ts'
import { csvHeader, csvLine } from '../../src/returns/ssda903/write/csv.ts'
import type { ImportRequest, ImportResult } from '../../src/store/import/runImport.ts'
import { addAuthority, addPerson } from '../../src/store/people.ts'
import { connect } from '../../src/store/postgres.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { childFacts, day, type GivenChild } from './facts.ts'

/** File names as an authority gives them. */
export const fileNames: Readonly<Record<FactName, string>> = {
  child_details: 'header.csv', episode: 'episodes.csv', unaccompanied_child: 'uasc.csv', review: 'reviews.csv',
  outcomes_year: 'oc2.csv', care_leaver_year: 'oc3.csv', adoption: 'ad1.csv', adoption_decision: 'placed_for_adoption.csv',
  previous_permanence: 'previous_permanence.csv', missing_episode: 'missing.csv',
  social_worker_episode: 'sw_episodes.csv', deprivation_of_liberty_order: 'dolo.csv',
}

/** Every table that the return of a year has. */
export function tablesOf(year: number): readonly FactName[] {
  return factNames.filter((name) =>
    (name !== 'social_worker_episode' || year >= 2024) && (name !== 'deprivation_of_liberty_order' || year >= 2027))
}

/** The files of one year's return, every table of the year unless told which, in the order of the children given. */
export function sourcesOf(
  year: number, children: readonly GivenChild[], tables: readonly FactName[] = tablesOf(year),
): readonly ByteSource[] {
  const told = children.map((child) => childFacts(child))
  return tables.map((name) => {
    const fields = Object.keys(factTypes[name].fields)
    const lines = told.flatMap((child) =>
      (child[name] as unknown as readonly Readonly<Record<string, FieldValue>>[]).map((fact) =>
        csvLine(name, child.code, child.child_details[0]?.bornOn ?? null, fields.map((field) => fact[field] ?? null), year,
          child.child_details[0]?.sex ?? null)))
    return sourceOfBytes(fileNames[name], csvHeader(name) + lines.join(''))
  })
}

/** What an import of one year's return is given; with the children of last year's return too, when told. */
export function returnFiles(
  collectionYear: number, children: readonly GivenChild[], lastYear: readonly GivenChild[] = [],
): ReturnFiles {
  return {
    collectionYear, files: sourcesOf(collectionYear, children),
    lastYearFiles: lastYear.length === 0 ? [] : sourcesOf(collectionYear - 1, lastYear),
  }
}

/** The content of every table, row by row as sorted text: two that are equal hold the same rows, to the last column. */
export type Content = ReadonlyMap<string, readonly string[]>

/** What an import changes even when it brings in nothing: its own row, and the log. */
const besideTheData = ['return_import', 'audit_event']

/** Every row of every table of an authority's data but the imports themselves and the audit log. */
export async function contentOf(pool: pg.Pool, authorityId: number): Promise<Content> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'authority_id' and table_name <> all($1) order by 1`, [besideTheData],
  )
  const content = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select to_jsonb(one)::text as row from ${name} one where authority_id = $1 order by 1`, [authorityId])
    content.set(name, rows.map(({ row }) => row))
  }
  return content
}

export interface Trial {
  readonly holdfast: Holdfast
  readonly pool: pg.Pool
  readonly authorityId: number
  /** A performance analyst of the authority. */
  readonly actor: Actor
  /** Another person of the authority. */
  person(name: string, ...roles: readonly Role[]): Promise<Actor>
  ask(files: ReturnFiles): Promise<ImportRequest>
  /** Brings a return in. A failure of our own is thrown, not only told. */
  bringIn(files: ReturnFiles, watching?: Watching): Promise<ImportResult>
  /** Brings a return in that must succeed; gives its counts. */
  counts(files: ReturnFiles): Promise<ImportCounts>
  work<T>(fn: (work: Work) => Promise<T>, actor?: Actor, act?: Act): Promise<T>
  content(): Promise<Content>
}

export interface Trials {
  readonly pool: pg.Pool
  readonly database: TestDatabase
  /** A new authority that holds nothing, beside those before it: quicker than a database for each test. */
  next(): Promise<Trial>
  close(): Promise<void>
}

/** A Holdfast on a database of its own, with as many invented authorities as are asked for. */
export async function trials(): Promise<Trials> {
  const database = await testDatabase()
  const pool = connect({ ...database.connection, max: 6 })
  let authorityId = 900
  return {
    pool, database,
    next: () => trialOn(pool, database, ++authorityId),
    async close() {
      await pool.end()
      await database.close()
    },
  }
}

async function trialOn(pool: pg.Pool, database: TestDatabase, authorityId: number): Promise<Trial> {
  const stop = async (): Promise<void> => undefined
  const opened = { connection: database.connection, words: 'a test', stop } as never
  const holdfast = holdfastOn(pool, loadRules(), opened, () => day('2026-06-01'))
  await addAuthority(pool, { authorityId, name: 'Fernbrook', demonstration: true })
  const person = async (name: string, ...given: readonly Role[]): Promise<Actor> => {
    // Between them the two may ask everything that no tie to a child is needed for.
    const roles: readonly Role[] = given.length > 0 ? given : ['performance analyst', 'director']
    const personId = await addPerson(pool, {
      authorityId, personId: newId(), signInName: `${name} of ${authorityId}`, name, roles, passwordHash: 'none',
    })
    return { personId, name, authorityId, authorityName: 'Fernbrook', roles }
  }
  const actor = await person('Ada Quill')
  const ask = (files: ReturnFiles): Promise<ImportRequest> => askForImport(holdfast, actor, files)
  const bringIn = async (files: ReturnFiles, watching: Watching = {}): Promise<ImportResult> => {
    let failure: unknown
    const result = await runAskedImport(holdfast, await ask(files), files, { onFailure: (error) => { failure = error }, ...watching })
    if (failure !== undefined) throw failure
    return result
  }
  return {
    holdfast, pool, authorityId, actor, person, ask, bringIn,
    async counts(files) {
      const { outcome } = await bringIn(files)
      if (outcome?.status !== 'done') throw new Error(`not done: ${JSON.stringify(outcome?.notes)}`)
      return outcome.counts
    },
    work: (fn, who = actor, act = ['see', 'standing']) => holdfast.work(who, { name: 'test', act }, fn),
    content: () => contentOf(pool, authorityId),
  }
}
