/** A simulated borough whose returns were written as files and brought in by the importer, one after another. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measures, type MeasureAnswer } from '../../src/app/measures.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import type { OpenedDatabase } from '../../src/edge/database/openDatabase.ts'
import { holdfastOn } from '../../src/edge/holdfast.ts'
import { askForImport, runAskedImport } from '../../src/edge/importing.ts'
import { commandLineActor } from '../../src/edge/operator.ts'
import { loadRules } from '../../src/edge/rules.ts'
import { sourcesOfPath } from '../../src/returns/ssda903/read/sources.ts'
import { simulateBorough } from '../../src/simulate/borough.ts'
import { writeReturns } from '../../src/simulate/writeReturn.ts'
import { addAuthority } from '../../src/store/people.ts'
import { connect } from '../../src/store/postgres.ts'
import { testDatabase } from '../support/database.ts'

export interface WrittenReturns {
  /** The folder of a year's files. */
  readonly folderOf: (year: number) => string
  remove(): void
}

/** Writes a borough's returns of these years into a folder of their own. */
export function writtenReturns(seed: string, inCare: number, years: readonly number[]): WrittenReturns {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-measures-'))
  const lastDay = isoDate(`${Math.max(...years)}-03-31`)
  const authority = { code: '990', name: 'Fernbrook' }
  const borough = simulateBorough({ seed, authority, inCare, firstYear: Math.min(...years), lastDay })
  writeReturns(borough, years.map((year) => ({ year })), folder)
  return {
    folderOf: (year) => join(folder, String(year)),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export interface ImportedBorough {
  /** Brings a folder in as the return of a year; gives how many facts differ from what was held. */
  bring(year: number, folder: string): Promise<number>
  /** All measures as at a day, by their ids. */
  all(asAt: string): Promise<ReadonlyMap<string, MeasureAnswer>>
  close(): Promise<void>
}

/** An authority in a fresh database, with nothing brought in yet. */
export async function emptyBorough(): Promise<ImportedBorough> {
  const database = await testDatabase()
  const pool = connect({ ...database.connection, max: 4 })
  await addAuthority(pool, { authorityId: 990, name: 'Fernbrook', demonstration: true })
  const opened: OpenedDatabase = {
    connection: database.connection, kind: 'given', words: 'a database for a test', stop: () => database.close(),
  }
  const holdfast = holdfastOn(pool, loadRules(), opened, () => isoDate('2026-11-21'))
  const actor = await commandLineActor(pool, 990)
  return {
    async bring(collectionYear, folder) {
      const files = { collectionYear, files: await sourcesOfPath(folder), lastYearFiles: [] }
      const request = await askForImport(holdfast, actor, files)
      const { status, outcome } = await runAskedImport(holdfast, request, files, { onFailure: (error) => { throw error } })
      if (status !== 'done' || outcome?.status !== 'done') throw new Error(`the return of ${collectionYear} was ${status}`)
      const { rows } = await pool.query<{ n: number }>('select count(*) as n from difference where import_id = $1', [request.importId])
      return rows[0]?.n ?? 0
    },
    async all(asAt) {
      const answers = await holdfast.work(actor, { name: 'measures', act: ['see', 'figures'] }, (work) => measures(work, isoDate(asAt), null))
      return new Map(answers.map((answer) => {
        if (answer.kind === 'withheld') throw new Error(`${answer.id} is withheld from the command line`)
        return [answer.id, answer]
      }))
    },
    close: () => holdfast.close(),
  }
}
