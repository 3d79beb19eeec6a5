/**
 * Memory of an import: a return of 100,000 children against one of 10,000. Promise: no growth with the size of the files
 * beyond what one child needs and a fixed buffer.
 */
import { join } from 'node:path'
import { isoDate } from '../src/core/time/localDate.ts'
import { askForImport, runAskedImport } from '../src/edge/importing.ts'
import { sourcesOfPath } from '../src/returns/ssda903/read/sources.ts'
import { simulateBorough } from '../src/simulate/borough.ts'
import { writeReturns } from '../src/simulate/writeReturn.ts'
import { report, type Bench } from './bench.ts'
import { benchFolder, benchHoldfast } from './surroundings.ts'

const MEGABYTE = 1024 * 1024

interface Measured {
  readonly children: number
  readonly bytes: number
  readonly seconds: number
  /** Most heap alive after a collection while the import ran. */
  readonly live: number
  readonly rss: number
}

/** Writes a return and forgets the borough it is of: what is let go while the import runs would be taken off what that needs. */
function writtenReturn(inCare: number): { readonly folder: string; readonly children: number } {
  const folder = benchFolder('returns')
  const lastDay = isoDate('2026-03-31')
  const borough = simulateBorough({ seed: 'bench', authority: { code: '990', name: 'Fernbrook' }, inCare, firstYear: 2026, lastDay })
  const [written] = writeReturns(borough, [{ year: 2026 }], folder)
  return { folder: join(folder, '2026'), children: written?.children ?? 0 }
}

async function measured(inCare: number): Promise<Measured> {
  const { folder, children } = writtenReturn(inCare)
  const files = await sourcesOfPath(folder)
  const bench = await benchHoldfast()
  const collect = globalThis.gc
  if (collect === undefined) throw new Error('run with --expose-gc: npm run bench does')
  let live = 0
  let rss = 0
  const look = (): void => {
    collect()
    const { heapUsed, external, rss: resident } = process.memoryUsage()
    live = Math.max(live, heapUsed + external)
    rss = Math.max(rss, resident)
  }
  // Twice: what a first collection finds to be finalised only a second one frees.
  collect()
  collect()
  const before = process.memoryUsage()
  const watch = setInterval(look, 400)
  const started = performance.now()
  try {
    const given = { collectionYear: 2026, files, lastYearFiles: [] }
    const request = await askForImport(bench.holdfast, bench.actor, given)
    const { status } = await runAskedImport(bench.holdfast, request, given)
    if (status !== 'done') throw new Error(`the import was ${status}`)
  } finally {
    clearInterval(watch)
    await bench.close()
  }
  return {
    children,
    bytes: files.reduce((sum, file) => sum + file.size, 0),
    seconds: (performance.now() - started) / 1000,
    live: live - before.heapUsed - before.external,
    rss,
  }
}

export const memoryBench: Bench = {
  name: 'memory',
  async run() {
    const small = await measured(4_500)
    const large = await measured(45_000)
    const line = (one: Measured): string =>
      `${(one.bytes / MEGABYTE).toFixed(0)} MB of files, ${one.seconds.toFixed(1)} s, live heap +${(one.live / MEGABYTE).toFixed(0)} MB, resident ${(one.rss / MEGABYTE).toFixed(0)} MB`
    report('memory of an import', [
      [`${small.children.toLocaleString('en-GB')} children`, line(small)],
      [`${large.children.toLocaleString('en-GB')} children`, line(large)],
      ['live heap, ratio (files are ten times as large)', (large.live / small.live).toFixed(2)],
    ])
  },
}
