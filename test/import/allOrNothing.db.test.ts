/**
 * Promise D3: an import is brought in whole or not at all, wherever it breaks, and the row that tells of it says which.
 * HOLDFAST_BREAKS sets at how many random statements it breaks and how many random rows are spoilt (20 in every build, 1000
 * before a release: every statement).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../support/seed.ts'
import { importReport, type ImportNote, type ImportReport } from '../../src/app/imports.ts'
import type { ReturnFiles } from '../../src/app/readFiles.ts'
import { runAskedImport } from '../../src/edge/importing.ts'
import { sourceOfBytes, type ByteSource } from '../../src/returns/ssda903/read/sources.ts'
import { askToCancel, type ImportResult } from '../../src/store/import/runImport.ts'
import { failingPool, type Breaking } from '../support/failingPool.ts'
import type { GivenChild } from '../support/facts.ts'
import { returnFiles, trials, type Content, type Trial, type Trials } from '../support/returns.ts'

let together: Trials
let at: Trial
/** What is held before each import that must leave it as it was. */
let before: Content

const breaks = Number(process.env['HOLDFAST_BREAKS'] ?? 20)

let state = seed
/** A whole number from 0 to below `n`. */
const anyOf = (n: number): number => {
  state = (state * 48271 + 11) % 2147483647
  return state % n
}

const children2025: readonly GivenChild[] = [
  { code: '77001', details: { upn: 'UN1' }, episodes: ['S C1 U6@ash 2024-05-06'], reviews: ['2024-06-03'] },
  { code: '77002', episodes: ['S V2 K2@elm 2024-07-01'], adoptionDecisions: ['2025-01-14'] },
  { code: '77003', episodes: ['S C1 U6@oak 2024-07-01'], unaccompanied: true },
]
/** Adds, closes, completes, differs and lets vanish: every statement of an import has something to do. */
const children2026: readonly GivenChild[] = [
  { code: '77001', details: { upn: 'A123456789012' }, episodes: ['S C1 U6@ash 2024-05-06 2025-06-02 X1', 'L C2 U6@ash 2025-06-02'], reviews: ['2025-08-29'] },
  { code: '77002', episodes: ['S C1 K2@elm 2024-07-01'] },
  { code: '77004', episodes: ['S V2 K2@yew 2025-09-01'], missing: ['M 2025-10-03 2025-10-04'], outcomes: [{ collectionYear: 2026, immunised: '1' }] },
]
const files = (): ReturnFiles => returnFiles(2026, children2026)

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  await at.counts(returnFiles(2025, children2025))
  before = await at.content()
})
afterAll(() => together.close())

/** Runs an import that may break, and gives what is told of it afterwards. */
async function attempt(
  given: ReturnFiles, run: (request: Awaited<ReturnType<Trial['ask']>>) => Promise<ImportResult>,
): Promise<{ readonly result: ImportResult; readonly report: ImportReport }> {
  const request = await at.ask(given)
  const result = await run(request)
  const report = await at.work((work) => importReport(work, request.importId))
  if (report === undefined) throw new Error('the import is not listed')
  return { result, report }
}

const failed = 'Holdfast could not finish this import. Nothing was brought in. Start it again; if it fails again, tell whoever runs Holdfast.'

describe('an import that breaks', () => {
  const broken = async (n: number, breaking: Breaking): Promise<{ readonly why: unknown; readonly statement: string; readonly status: string }> => {
    const failing = failingPool(at.pool, n, breaking)
    const given = files()
    let why: unknown
    const { result, report } = await attempt(given, (request) =>
      runAskedImport({ ...at.holdfast, pool: failing.pool }, request, given, { onFailure: (error) => { why = error } }))
    expect([n, breaking, report.status, report.refusal, report.counts]).toEqual([n, breaking, result.status, failed, null])
    expect(report.finishedAt).not.toBeNull()
    expect(await at.content(), `statement ${n}, ${breaking}, seed ${seed}`).toEqual(before)
    return { why, statement: failing.statements[n - 1] ?? '', status: result.status }
  }

  test(`at any of its statements (${breaks} of them) leaves every row of every table as it was, and says that it failed`, { timeout: 20_000 + breaks * 1000 }, async () => {
    // How many statements there are, from the same import of an authority that holds the same.
    const same = await together.next()
    await same.counts(returnFiles(2025, children2025))
    const counting = failingPool(same.pool, 0, 'error')
    const given = files()
    await runAskedImport({ ...same.holdfast, pool: counting.pool }, await same.ask(given), given)
    const all = counting.statements.length
    expect(all).toBeGreaterThan(80)
    expect(counting.statements.at(-1)).toBe('commit')
    const points = breaks >= all ? Array.from({ length: all }, (_, i) => i + 1) : [all, ...Array.from({ length: breaks - 1 }, () => 1 + anyOf(all))]
    for (const n of points) {
      const { why, status } = await broken(n, 'error')
      expect([n, status, String(why)]).toEqual([n, 'failed', expect.stringMatching(/division by zero|transaction is aborted/)])
    }
    for (const n of points.slice(0, Math.ceil(breaks / 3))) await broken(n, 'lost before')
  })

  test('after its commit was kept, though nobody could say so, is told as done', async () => {
    const other = await together.next()
    const clean = await together.next()
    const given = files()
    const counting = failingPool(clean.pool, 0, 'error')
    await runAskedImport({ ...clean.holdfast, pool: counting.pool }, await clean.ask(given), given)
    expect(counting.statements.at(-1)).toBe('commit')
    const failing = failingPool(other.pool, counting.statements.length, 'lost after')
    const request = await other.ask(given)
    const result = await runAskedImport({ ...other.holdfast, pool: failing.pool }, request, given)
    expect(failing.statements.at(-1)).toBe('commit')
    expect(result).toMatchObject({ status: 'done', outcome: { counts: { children: 3, newChildren: 3 } } })
    expect(await other.work((work) => importReport(work, request.importId))).toMatchObject({ status: 'done', refusal: null, counts: { newChildren: 3 } })
    expect(await other.counts(given)).toMatchObject({ added: 0, unchanged: 10 })
  })
})

describe('a return that is refused', () => {
  const refused = async (given: ReturnFiles): Promise<readonly ImportNote[]> => {
    const { result, report } = await attempt(given, (request) => runAskedImport(at.holdfast, request, given))
    expect([result.status, report.status, report.counts]).toEqual(['refused', 'refused', null])
    expect(await at.content()).toEqual(before)
    return report.notes.filter(({ kind }) => kind === 'refusal')
  }
  const textOf = async (source: ByteSource): Promise<string> => {
    let text = ''
    for await (const chunk of source.open()) text += Buffer.from(chunk).toString()
    return text
  }

  test('for the last row of its last file, after everything else was staged', async () => {
    const given = files()
    const last = given.files.at(-1)
    if (last === undefined) throw new Error('no files')
    const notes = await refused({
      ...given, files: [...given.files.slice(0, -1), sourceOfBytes(last.name, `${await textOf(last)}77004,15/06/2014,SW1,31/02/2026,,\n`)],
    })
    expect(notes).toMatchObject([{ file: 'sw_episodes.csv', row: 2, column: 'SW_DECOM', value: '31/02/2026' }])
  })

  test(`for any one of its rows (${breaks} of them): nothing is kept; file, row and column are named, with how to mend it`, { timeout: 10_000 + breaks * 1000 }, async () => {
    const given = returnFiles(2026, children2026, children2025)
    const all: { readonly last: boolean; readonly at: number; readonly lines: readonly string[] }[] = []
    for (const last of [true, false]) {
      for (const [i, source] of (last ? given.lastYearFiles : given.files).entries()) {
        const lines = (await textOf(source)).trimEnd().split('\n')
        if (lines.length > 1) all.push({ last, at: i, lines })
      }
    }
    for (let i = 0; i < breaks; i += 1) {
      const file = all[anyOf(all.length)]
      if (file === undefined) throw new Error('no files')
      const row = 1 + anyOf(file.lines.length - 1)
      const columns = (file.lines[0] ?? '').split(',')
      const cells = (file.lines[row] ?? '').split(',')
      const dates = cells.flatMap((cell, column) => (/^\d\d\/\d\d\/\d{4}$/.test(cell) ? [column] : []))
      const column = dates[anyOf(dates.length)] ?? 0
      const spoilt = file.lines.map((line, n) => (n === row ? cells.map((cell, c) => (c === column ? '30/02/2025' : cell)).join(',') : line))
      const sources = file.last ? given.lastYearFiles : given.files
      const name = sources[file.at]?.name ?? ''
      const changed = sources.map((one, n) => (n === file.at ? sourceOfBytes(name, `${spoilt.join('\n')}\n`) : one))
      const notes = await refused({ ...given, ...(file.last ? { lastYearFiles: changed } : { files: changed }) })
      expect(notes, `seed ${seed}`).toMatchObject([{ file: name, row: row + 1, column: columns[column], value: '30/02/2025', fix: expect.stringContaining('DD/MM/YYYY') }])
    }
  })

  test('for a file that breaks off while it is read', async () => {
    const given = files()
    const episodes = given.files.find(({ name }) => name === 'episodes.csv')
    if (episodes === undefined) throw new Error('no episodes')
    const whole = Buffer.from(await textOf(episodes))
    let opened = 0
    const breaksOff: ByteSource = {
      name: episodes.name, size: whole.length,
      async *open() {
        opened += 1
        yield whole.subarray(0, whole.length - 20)
        if (opened > 1) throw new Error('the disk is gone')
        yield whole.subarray(whole.length - 20)
      },
    }
    const notes = await refused({ ...given, files: given.files.map((one) => (one === episodes ? breaksOff : one)) })
    expect(notes).toMatchObject([{ file: 'episodes.csv', fix: 'Give the file again.' }])
    expect(opened).toBeGreaterThan(1)
  })
})

describe('an import that somebody cancels', () => {
  const scope = (): { readonly authorityId: number; readonly personId: string } => ({ authorityId: at.authorityId, personId: at.actor.personId })
  /** A file that goes on until nobody reads it; `reached` when its rows are being read, not only looked at. */
  const endless = (source: ByteSource, text: string): { readonly source: ByteSource; readonly reached: Promise<void> } => {
    let opened = 0
    let tell = (): void => undefined
    const reached = new Promise<void>((resolve) => { tell = resolve })
    const line = Buffer.from(`${text.trimEnd().split('\n').at(-1)}\n`)
    return {
      reached,
      source: {
        name: source.name, size: text.length,
        async *open() {
          opened += 1
          yield Buffer.from(text)
          if (opened === 1) return
          tell()
          // Ends by itself after a minute, so that a cancelling that does not work fails the test.
          for (let i = 0; i < 12_000; i += 1) {
            yield line
            await new Promise((resolve) => setTimeout(resolve, 5))
          }
        },
      },
    }
  }

  test('while its rows are read keeps nothing and says so; the next one is brought in', { timeout: 60_000 }, async () => {
    const given = files()
    const [header, ...rest] = given.files
    if (header === undefined) throw new Error('no header')
    let text = ''
    for await (const chunk of header.open()) text += Buffer.from(chunk).toString()
    const going = endless(header, text)
    const { result, report } = await attempt(given, async (request) => {
      const running = runAskedImport(at.holdfast, request, { ...given, files: [going.source, ...rest] })
      await going.reached
      await askToCancel(at.pool, scope(), request.importId)
      return running
    })
    expect([result.status, report.status, report.counts]).toEqual(['cancelled', 'cancelled', null])
    expect(await at.content()).toEqual(before)
    const other = await together.next()
    await other.counts(returnFiles(2025, children2025))
    expect(await other.counts(given)).toMatchObject({ newChildren: 1 })
  })

  test('at any step that it tells of keeps nothing', async () => {
    const given = files()
    for (let step = 0; ; step += 1) {
      const stopping = new AbortController()
      let steps = 0
      const { result, report } = await attempt(given, (request) => runAskedImport(at.holdfast, request, given, {
        signal: stopping.signal,
        progress: ({ stage }) => {
          // The last step is told when everything is written: it is then too late, and the import is done.
          if (steps++ === step && stage !== 'Bringing in children') stopping.abort()
        },
      }))
      if (result.status === 'done') {
        expect(step).toBeGreaterThan(5)
        break
      }
      expect([result.status, report.status]).toEqual(['cancelled', 'cancelled'])
      expect(await at.content()).toEqual(before)
    }
    // That one was brought in whole.
    expect(await at.counts(given)).toMatchObject({ added: 0, newChildren: 0, changedDifferences: 0, vanishedDifferences: 0 })
    before = await at.content()
  })

  test('before it began never begins', async () => {
    const given = returnFiles(2026, [...children2026, { code: '77009', episodes: ['S C1 U6@ivy 2025-05-06'] }])
    const { result, report } = await attempt(given, async (request) => {
      await askToCancel(at.pool, scope(), request.importId)
      return runAskedImport(at.holdfast, request, given)
    })
    expect([result, report.status]).toEqual([{ status: 'cancelled', outcome: null }, 'cancelled'])
    expect(await at.content()).toEqual(before)
  })
})

describe('two imports of one authority at once', () => {
  test('of the same return: one brings it in, the other finds nothing to do', async () => {
    const other = await together.next()
    const given = files()
    const counts = await Promise.all([other.counts(given), other.counts(given)])
    expect(counts.map(({ added, unchanged }) => `${added} ${unchanged}`).sort()).toEqual(['0 10', '10 0'])
    const single = await together.next()
    await single.counts(given)
    const sizes = async (one: Trial): Promise<readonly unknown[]> => [...(await one.content())].map(([name, rows]) => [name, rows.length])
    expect(await sizes(other)).toEqual(await sizes(single))
  })

  test('of two years: one waits for the other and lays its rows beside what that one brought', async () => {
    const other = await together.next()
    const both = await Promise.all([other.counts(returnFiles(2025, children2025)), other.counts(returnFiles(2026, children2026))])
    expect(both.reduce((sum, { newChildren }) => sum + newChildren, 0)).toBe(4)
    const { rows } = await other.pool.query<{ open: number; all: number }>(
      `select count(*) filter (where ended_on is null)::int as open, count(*)::int as all from episode
       where authority_id = $1 and superseded_at is null and child_id = (select child_id from child where authority_id = $1 and code = '77001')`,
      [other.authorityId])
    expect(rows).toEqual([{ open: 1, all: 2 }])
  })
})
