/** Reading the files of an import: this year's return and, when given, last year's, each fact staged as it is read. */
import type { FactName } from '../core/facts/factTypes.ts'
import { factNames, factTypes } from '../core/facts/factTypes.ts'
import type { ReturnScope } from '../core/reconciliation/reconcileChild.ts'
import { readReturn, type ReadFile, type ReturnReading } from '../returns/ssda903/read/readReturn.ts'
import type { CodeSets as ReaderCodeSets } from '../returns/ssda903/read/row.ts'
import type { ByteSource } from '../returns/ssda903/read/sources.ts'
import { looksLikeWorkers, readWorkers } from '../returns/workers/readWorkers.ts'
import type { ImportReader } from './importReturn.ts'
import type { ImportNote, ImportProgress, ImportReport } from './imports.ts'

export interface ReturnFiles {
  /** Named by its end. */
  readonly collectionYear: number
  readonly files: readonly ByteSource[]
  /** The return of the year before; empty when not given. */
  readonly lastYearFiles: readonly ByteSource[]
  /** Takes a return whose episodes mostly lie outside its year. */
  readonly anyYear?: boolean
}

export interface StagedFact {
  readonly type: FactName
  readonly childCode: string
  readonly values: readonly (string | number | null)[]
  readonly file: number
  readonly row: number
}

/** Bytes that an import may read; `undefined` for the reader's own limits. */
export interface ReadingMeans {
  readonly codeSets: ReaderCodeSets
  readonly signal: AbortSignal
  readonly progress: (progress: ImportProgress) => void
  readonly stage: (collectionYear: number, row: StagedFact) => Promise<void> | undefined
}

/** Facts of a return that came as XML may be of any kind but those whose elements are not known. */
const tablesOfXml: ReadonlySet<FactName> = new Set(
  factNames.filter((name) => name !== 'social_worker_episode' && name !== 'deprivation_of_liberty_order'),
)

function scopeOf(collectionYear: number, files: readonly ReadFile[], codeSets: ReaderCodeSets): ReturnScope {
  const codeInUse = codeSets.has
  if (files.some((file) => file.table === 'all')) return { collectionYear, tables: tablesOfXml, codeInUse }
  const brought = new Set(files.map((file) => file.table))
  return { collectionYear, tables: new Set(factNames.filter((name) => brought.has(factTypes[name].table))), codeInUse }
}

const LARGEST_TEAM_LIST = 2_000_000

async function textOf(source: ByteSource): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source.open()) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** The council's team list among the files, and the files without it. */
async function apart(
  files: readonly ByteSource[],
): Promise<{ readonly files: readonly ByteSource[]; readonly list: { readonly name: string; readonly text: string } | null }> {
  for (const source of files) {
    if (source.stray === true || source.size > LARGEST_TEAM_LIST || !/\.csv$/i.test(source.name)) continue
    const text = await textOf(source)
    if (looksLikeWorkers(text)) return { files: files.filter((other) => other !== source), list: { name: source.name, text } }
  }
  return { files, list: null }
}

/** A reader of the files given, staging each fact with its year. Last year comes first, so that this year may close it. */
export function filesReader(given: ReturnFiles, means: ReadingMeans): ImportReader & { readonly files: () => ImportReport['files'] } {
  const described: (ImportReport['files'][number] & { readonly collectionYear: number })[] = []
  return {
    files: () => described,
    async read() {
      const notes: ImportNote[] = []
      const scopes: ReturnScope[] = []
      let refused = false
      let rows = 0
      const { files: thisYear, list } = await apart(given.files)
      const team = list === null ? null : readWorkers(list.text)
      if (list !== null && team?.kind === 'refused') {
        refused = true
        notes.push({
          kind: 'refusal', file: list.name, row: team.row, column: null, value: null, words: team.words, fix: team.fix, count: 1,
        })
      }
      const returns = [
        ...(given.lastYearFiles.length > 0 ? [{ collectionYear: given.collectionYear - 1, files: given.lastYearFiles }] : []),
        { collectionYear: given.collectionYear, files: thisYear },
      ]
      for (const { collectionYear, files } of returns) {
        const offset = described.length
        const reading: ReturnReading = await readReturn(files, {
          collectionYear,
          codeSets: means.codeSets,
          anyYear: given.anyYear,
          signal: means.signal,
          onProgress: (done, total) => means.progress({ stage: 'Reading the files', done, total }),
          onRow: (row) => means.stage(collectionYear, offset === 0 ? row : { ...row, file: row.file + offset }),
        })
        described.push(...reading.files.map((file) => ({ ...file, collectionYear })))
        notes.push(...reading.notes)
        scopes.push(scopeOf(collectionYear, reading.files, means.codeSets))
        rows += reading.files.reduce((sum, file) => sum + file.rows, 0)
        refused ||= !reading.ok
      }
      if (list !== null && team?.kind === 'read') {
        described.push({
          name: list.name, table: 'Team list', rows: team.workers.length, encoding: 'UTF-8', collectionYear: given.collectionYear,
        })
      }
      return { refused, notes, scopes, children: 0, rows, workers: team?.kind === 'read' ? team.workers : null }
    },
  }
}
