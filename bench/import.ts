/**
 * How long an import takes, from files to a tracker that can be asked, against the least that could be done: parsing the
 * same files with the CSV library alone and bulk-loading the rows as text. Both in one run on one server. Promise: at most 5.
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

/** Parses every file and copies its rows, as they are, into one plain table a file. */
async function leastPossible(bench: Awaited<ReturnType<typeof benchHoldfast>>, folder: string): Promise<number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const client = await bench.holdfast.pool.connect()
  try {
    const started = performance.now()
    await client.query('begin')
    for (const [i, name] of files.entries()) {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8'), { skipEmptyLines: true })
      const [header = [], ...rows] = data
      const columns = header.map((_, c) => `c${c} text`).join(', ')
      await client.query(`create table bare_${i} (${columns})`)
      const stream = client.query(copyFrom(`copy bare_${i} from stdin`))
      stream.end(rows.map((row) => `${row.join('\t')}\n`).join(''))
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
    const page = await bench.holdfast.work(bench.actor, { name: 'bench' }, (work) => tracker(work, everyChild(collectionYearEnd(2018))))
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
    const least: number[] = []
    const ours: number[] = []
    try {
      await leastPossible(bench, folder)
      await whole(folder)
      for (let i = 0; i < 5; i += 1) {
        least.push(await leastPossible(bench, folder))
        ours.push(await whole(folder))
      }
    } finally {
      await bench.close()
    }
    report('import of the sample return (2,675 children, 26,000 rows)', [
      ['parse and bulk-load alone', ms(median(least))],
      ['import to tracker', ms(median(ours))],
      ['ratio (promise: at most 5)', (median(ours) / median(least)).toFixed(2)],
    ])
  },
}
