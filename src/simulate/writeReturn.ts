/** Writes simulated returns as CSV files, one a table, child by child: memory stays flat whatever the size. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FieldValue } from '../core/facts/factType.ts'
import { factNames, factTypes, type FactName } from '../core/facts/factTypes.ts'
import { collectionYearEnd, type LocalDate } from '../core/time/localDate.ts'
import { csvHeader, csvLine } from '../returns/ssda903/write/csv.ts'
import type { Borough } from './borough.ts'
import { returnRows } from './returnRows.ts'

/** A return to write: of a whole year, or, with `asAt`, an extract on a day of it. */
export interface WantedReturn {
  readonly year: number
  readonly asAt?: LocalDate
}

export interface WrittenReturn {
  readonly year: number
  readonly asAt: LocalDate
  readonly folder: string
  readonly children: number
  readonly rows: number
  readonly files: readonly string[]
}

/** File names as authorities give them. */
const fileNames: Readonly<Record<FactName, string>> = {
  child_details: 'header.csv',
  episode: 'episodes.csv',
  unaccompanied_child: 'uasc.csv',
  review: 'reviews.csv',
  outcomes_year: 'oc2.csv',
  care_leaver_year: 'oc3.csv',
  adoption: 'ad1.csv',
  adoption_decision: 'placed_for_adoption.csv',
  previous_permanence: 'previous_permanence.csv',
  missing_episode: 'missing.csv',
  social_worker_episode: 'sw_episodes.csv',
  deprivation_of_liberty_order: 'dolo.csv',
}

/** First collection year of the tables that came later. */
const since: Partial<Record<FactName, number>> = { social_worker_episode: 2024, deprivation_of_liberty_order: 2027 }

/**
 * Writes the wanted returns of a borough, each into a folder named by its year (`2026`), making every child once, and
 * beside them `workers.csv`, the council's own list of social workers and teams as on the last day written.
 * Existing files of those names are overwritten.
 */
export function writeReturns(borough: Borough, wanted: readonly WantedReturn[], folder: string): readonly WrittenReturn[] {
  const writers = wanted.map((one) => openReturn(one, folder))
  try {
    for (const life of borough.lives()) {
      for (const writer of writers) {
        const rows = returnRows(life, writer.year, writer.asAt)
        if (rows.child_details.length === 0) continue
        writer.children += 1
        for (const { type, fields, file } of writer.tables) {
          for (const row of rows[type] as readonly Readonly<Record<string, FieldValue>>[]) {
            writer.rows += 1
            const values = fields.map((name) => row[name] ?? null)
            file.write(csvLine(type, life.code, life.bornOn, values, writer.year, life.sex))
          }
        }
      }
    }
  } finally {
    for (const { tables } of writers) for (const { file } of tables) file.close()
  }
  const lastDay = Math.max(...writers.map(({ asAt }) => asAt)) as LocalDate
  writeWorkers(borough, lastDay, folder)
  return writers.map(({ year, asAt, path, children, rows, tables }) => ({
    year, asAt, folder: path, children, rows, files: tables.map(({ file }) => file.path),
  }))
}

interface Writer {
  readonly year: number
  readonly asAt: LocalDate
  readonly path: string
  readonly tables: readonly { readonly type: FactName; readonly fields: readonly string[]; readonly file: BufferedFile }[]
  children: number
  rows: number
}

function openReturn({ year, asAt }: WantedReturn, folder: string): Writer {
  const path = join(folder, String(year))
  mkdirSync(path, { recursive: true })
  const tables = factNames.filter((type) => year >= (since[type] ?? 0)).map((type) => {
    const file = new BufferedFile(join(path, fileNames[type]))
    file.write(csvHeader(type))
    return { type, fields: Object.keys(factTypes[type].fields), file }
  })
  return { year, asAt: asAt ?? collectionYearEnd(year), path, tables, children: 0, rows: 0 }
}

function writeWorkers(borough: Borough, lastDay: LocalDate, folder: string): void {
  const file = new BufferedFile(join(folder, 'workers.csv'))
  file.write('SW_ID,WORKER,TEAM\n')
  for (const { id, name, team } of borough.register.workers(lastDay)) file.write(`${id},${name},${team}\n`)
  file.close()
}

/** Gathers lines into writes of 64 KB: a dozen files a year stay open, and none may cost a system call a line. */
class BufferedFile {
  readonly path: string
  readonly #handle: number
  #waiting = ''

  constructor(path: string) {
    this.path = path
    this.#handle = openSync(path, 'w')
  }

  write(text: string): void {
    this.#waiting += text
    if (this.#waiting.length > 65536) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#handle)
  }

  #flush(): void {
    if (this.#waiting !== '') writeSync(this.#handle, this.#waiting)
    this.#waiting = ''
  }
}
