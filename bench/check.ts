/**
 * How long it takes to check a return against the DfE's rules, as a person waits for it: the whole process, from `holdfast
 * check` to its end, with all rules and last year's files. Promise: within 2 seconds for 2,000 children, 60 for England, and
 * time that grows with the rows alone.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { projectFolder } from '../src/edge/settings.ts'
import { isoDate } from '../src/core/time/localDate.ts'
import { simulateBorough } from '../src/simulate/borough.ts'
import { writeReturns } from '../src/simulate/writeReturn.ts'
import { median, report, type Bench } from './bench.ts'
import { benchFolder, unzipped } from './surroundings.ts'

/** Children in care that make a return of about so many children in all. */
const sizes = [{ children: 2_675, inCare: 1_310 }, { children: 20_000, inCare: 9_800 }, { children: 100_000, inCare: 49_000 }] as const

interface Measured {
  readonly seconds: number
  /** Seconds of processor time, which other work on the machine disturbs less. */
  readonly processor: number
  /** The most memory ever resident, in MB. */
  readonly rss: number
}

/** Said at the end of the process measured: the most memory it ever had resident, in kilobytes, and its processor time in microseconds. */
const tellsUse = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();writeSync(3,u.maxRSS+' '+(u.userCPUTime+u.systemCPUTime))})`

/** Promise: 100,000 children with last year's files within this, all told. The heap is held below it, so that code and buffers have room. */
const memory = { whole: 4096, heap: 3584 } as const

async function checked(args: readonly string[]): Promise<Measured> {
  const started = performance.now()
  const child = spawn(process.execPath, [`--max-old-space-size=${memory.heap}`, '--import', tellsUse, join(projectFolder, 'bin', 'holdfast.js'), 'check', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' },
  })
  const [, , problems, use] = child.stdio
  const [[code], said, used] = await Promise.all([once(child, 'exit') as Promise<[number | null]>, text(problems as Readable), text(use as Readable)])
  if (code !== 0 && code !== 1) throw new Error(`the check ended with ${code}: ${said}`)
  const seconds = (performance.now() - started) / 1000
  const [kilobytes = 0, microseconds = 0] = used.split(' ').map(Number)
  const rss = kilobytes / 1024
  if (rss > memory.whole) throw new Error(`the check took ${Math.round(rss)} MB, and ${memory.whole} is the promise`)
  return { seconds, processor: microseconds / 1e6, rss }
}

async function several(times: number, args: readonly string[]): Promise<Measured> {
  // Once unseen: the first one builds the bundle if need be.
  await checked(args)
  const all: Measured[] = []
  for (let i = 0; i < times; i += 1) all.push(await checked(args))
  return {
    seconds: median(all.map(({ seconds }) => seconds)),
    processor: Math.min(...all.map(({ processor }) => processor)),
    rss: Math.max(...all.map(({ rss }) => rss)),
  }
}

const n = (figure: number): string => figure.toLocaleString('en-GB')
const line = ({ seconds, processor, rss }: Measured, rows: number): string =>
  `${seconds.toFixed(2)} s (${processor.toFixed(2)} s of processor), ${Math.round(rss)} MB at most, ${((seconds * 1e6) / rows).toFixed(1)} µs a row`

export const checkBench: Bench = {
  name: 'check',
  async run() {
    const figures: (readonly [string, string])[] = []
    const sample = await several(5, [await unzipped('test/data/ssda903-sample.zip'), '--year', '2018', '--rule-set', '2026', '--authority', '309'])
    figures.push(['the sample return (2,675 children, 26,000 rows), one year', line(sample, 26_000)])
    let smallest: { readonly seconds: number; readonly rows: number } | null = null
    for (const { children, inCare } of sizes) {
      const folder = benchFolder('returns')
      const borough = simulateBorough({
        seed: 'bench', authority: { code: '990', name: 'Fernbrook' }, inCare, firstYear: 2025, lastDay: isoDate('2026-03-31'),
      })
      const written = writeReturns(borough, [{ year: 2025 }, { year: 2026 }], folder)
      const rows = written.reduce((sum, one) => sum + one.rows, 0)
      const measured = await several(children > 50_000 ? 1 : 5, [
        join(folder, '2026'), '--last', join(folder, '2025'), '--year', '2026', '--authority', '990',
      ])
      const now = written.find(({ year }) => year === 2026)?.children ?? 0
      figures.push([`${n(now)} children with last year, ${n(rows)} rows`, line(measured, rows)])
      if (smallest === null) smallest = { seconds: measured.seconds, rows }
      else {
        const times = rows / smallest.rows
        const more = measured.seconds / smallest.seconds
        figures.push([
          `  ${times.toFixed(1)} times the rows of the smallest`, `${more.toFixed(1)} times its time; a row ${(more / times).toFixed(2)} times as long (1 or less: time grows with the rows)`,
        ])
      }
    }
    report('check of a return, the whole process', [
      ...figures,
      ["the sector validator's published figure", 'quoted elsewhere; it is not run here'],
    ])
  },
}
