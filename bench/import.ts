/**
 * How long an import takes, from files to a tracker that can be asked, against parsing the same files with the CSV library
 * alone and bulk-loading the rows, all in one run on one server. Promise: at most 5.
 *
 * Two yardsticks, since "bulk-loading" can be read two ways: rows as text into bare tables, the least that could be done;
 * and rows into typed tables with a key, which is the least that can be asked questions afterwards.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { askForImport, runAskedImport } from '../src/edge/importing.ts'
import { everyChild, tracker } from '../src/app/tracker.ts'
import { collectionYearEnd } from '../src/core/time/localDate.ts'
import { sourcesOfPath } from '../src/returns/ssda903/read/sources.ts'
import { median, ms, report, type Bench } from './bench.ts'
import { benchHoldfast, unzipped } from './surroundings.ts'

const isDate = (column: string): boolean => /^(DOB|DECOM|DEC|DUC|REVIEW|MC_DOB|MIS_START|MIS_END|SW_DECOM|SW_DEC|DATE_INT|DATE_MATCH|DATE_PLACED.*|DOLO_.*)$/.test(column)

/** `31/03/2026` as SQL reads it. */
const isoCell = (cell: string): string => `${cell.slice(6)}-${cell.slice(3, 5)}-${cell.slice(0, 2)}`

/** Parses every file and copies its rows into one table a file: as text, or typed and keyed by child and row. */
async function bare(bench: Awaited<ReturnType<typeof benchHoldfast>>, folder: string, typed: boolean): Promise<number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const client = await bench.holdfast.pool.connect()
  try {
    const started = performance.now()
    await client.query('begin')
    for (const [i, name] of files.entries()) {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8'), { skipEmptyLines: true })
      const [header = [], ...rows] = data
      const dates = header.map((column) => typed && isDate(column))
      const columns = header.map((_, c) => `c${c} ${dates[c] === true ? 'date' : 'text'}`).join(', ')
      await client.query(`create table bare_${i} (${columns}${typed ? ', row_number integer, primary key (c0, row_number)' : ''})`)
      const stream = client.query(copyFrom(`copy bare_${i} from stdin (null '')`))
      stream.end(typed
        ? rows.map((row, r) => `${row.map((cell, c) => (dates[c] === true && cell !== '' ? isoCell(cell) : cell)).join('\t')}\t${r}\n`).join('')
        : rows.map((row) => `${row.join('\t')}\n`).join(''))
      await finished(stream)
    }
    await client.query('commit')
    const taken = performance.now() - started
    for (const i of files.keys()) await client.query(`drop table bare_${i}`)
    return taken
  } finally {
    client.release()
  }
}

async function whole(folder: string): Promise<number> {
  const bench = await benchHoldfast()
  try {
    const files = { collectionYear: 2018, files: await sourcesOfPath(folder), lastYearFiles: [] }
    const started = performance.now()
    const request = await askForImport(bench.holdfast, bench.actor, files)
    const { status } = await runAskedImport(bench.holdfast, request, files)
    if (status !== 'done') throw new Error(`the import was ${status}`)
    const page = await bench.holdfast.work(bench.actor, { name: 'bench', act: ['see', 'standing'] }, (work) => tracker(work, everyChild(collectionYearEnd(2018))))
    const taken = performance.now() - started
    if (page.total === 0) throw new Error('the tracker is empty')
    return taken
  } finally {
    await bench.close()
  }
}

export const importBench: Bench = {
  name: 'import',
  async run() {
    const folder = await unzipped('test/data/ssda903-sample.zip')
    const bench = await benchHoldfast()
    const asText: number[] = []
    const keyed: number[] = []
    const ours: number[] = []
    try {
      for (let i = 0; i < 10; i += 1) {
        asText.push(await bare(bench, folder, false))
        keyed.push(await bare(bench, folder, true))
        ours.push(await whole(folder))
      }
    } finally {
      await bench.close()
    }
    report('import of the sample return (2,675 children, 26,000 rows)', [
      ['parse and bulk-load, text into bare tables', ms(median(asText))],
      ['parse and bulk-load, typed and keyed', ms(median(keyed))],
      ['import to tracker', ms(median(ours))],
      ['ratio to typed and keyed (promise: at most 5)', (median(ours) / median(keyed)).toFixed(2)],
      ['ratio to bare text', (median(ours) / median(asText)).toFixed(2)],
    ])
  },
}
