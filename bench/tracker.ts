/** A tracker page of an authority with 10,000 children in care against one with 300: promise, p95 at most twice. */
import { everyChild, tracker, trackerSorts } from '../src/app/tracker.ts'
import { isoDate } from '../src/core/time/localDate.ts'
import { askForImport, runAskedImport } from '../src/edge/importing.ts'
import { plainSignIn } from '../src/edge/signIn/settings.ts'
import { webPortOn } from '../src/edge/webPort.ts'
import { sourcesOfPath } from '../src/returns/ssda903/read/sources.ts'
import { simulateBorough } from '../src/simulate/borough.ts'
import { writeReturns } from '../src/simulate/writeReturn.ts'
import { createServer } from '../src/web/server.ts'
import { ms, percentile, report, type Bench } from './bench.ts'
import { benchFolder, benchHoldfast, type BenchHoldfast } from './surroundings.ts'
import { join } from 'node:path'

const DAY = isoDate('2026-03-31')

/** An authority with about so many children in care, brought in from two years' returns. */
export async function authorityOf(inCare: number): Promise<BenchHoldfast> {
  const bench = await benchHoldfast()
  const folder = benchFolder('returns')
  const borough = simulateBorough({
    seed: 'bench', authority: { code: '990', name: 'Fernbrook' }, inCare, firstYear: 2025, lastDay: DAY,
  })
  writeReturns(borough, [{ year: 2025 }, { year: 2026 }], folder)
  for (const year of [2025, 2026]) {
    const files = { collectionYear: year, files: await sourcesOfPath(join(folder, String(year))), lastYearFiles: [] }
    const request = await askForImport(bench.holdfast, bench.actor, files)
    const { status } = await runAskedImport(bench.holdfast, request, files)
    if (status !== 'done') throw new Error(`the import was ${status}`)
  }
  await bench.holdfast.pool.query('vacuum analyze')
  return bench
}

async function pages(bench: BenchHoldfast): Promise<{ readonly inCare: number; readonly first: readonly number[]; readonly any: readonly number[] }> {
  const { holdfast, actor } = bench
  const jobs = { accept: () => Promise.reject(new Error('not here')), stop: () => Promise.resolve() }
  const port = webPortOn(holdfast, jobs, { ...plainSignIn, secret: 'a secret of the benchmark and nobody else' })
  const server = createServer(
    { ...port, accounts: { ...port.accounts, tryPassword: () => Promise.resolve({ status: 'signed in', actor, device: 'bench' }) } },
    {
      secret: 'a secret of the benchmark and nobody else', secureCookies: false, trustProxy: false, idleMinutes: 30,
      uploadFolder: benchFolder('uploads'), maxUploadBytes: 1, onFailure: (_reference, failure) => { throw failure },
      // One session here asks as much as a whole council.
      pace: { address: { most: 1e9, minutes: 1 }, page: { most: 1e9, minutes: 1 }, file: { most: 1e9, minutes: 1 }, upload: { most: 1e9, minutes: 1 } },
    },
  )
  const cookie = await signIn(server)
  const open = async (url: string): Promise<number> => {
    const started = performance.now()
    const reply = await server.inject({ url, headers: { cookie } })
    if (reply.statusCode !== 200 || !reply.body.includes('<table')) throw new Error(`${url} answered ${reply.statusCode}`)
    return performance.now() - started
  }
  const sorts = trackerSorts.flatMap((sort) => [`/children?sort=${sort}`, `/children?sort=${sort}&order=desc`])
  const first: number[] = []
  const any: number[] = []
  for (let i = 0; i < 40; i += 1) await open('/children')
  for (let i = 0; i < 200; i += 1) first.push(await open('/children'))
  for (let i = 0; i < 10; i += 1) for (const url of sorts) any.push(await open(url))
  await server.close()
  const page = await holdfast.work(actor, { name: 'bench', act: ['see', 'standing'] }, (work) => tracker(work, everyChild(DAY)))
  return { inCare: page.inCare, first, any }
}

/** Signs in as whoever the port lets in; gives the cookies. */
export async function signIn(server: ReturnType<typeof createServer>): Promise<string> {
  const form = await server.inject({ url: '/sign-in' })
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const given = (headers: typeof form.headers): string => [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ')
  const before = given(form.headers)
  const reply = await server.inject({
    method: 'POST', url: '/sign-in', headers: { cookie: before, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, name: 'bench', password: 'bench' }).toString(),
  })
  if (reply.statusCode !== 303) throw new Error(`signing in answered ${reply.statusCode}`)
  return [before, given(reply.headers)].join('; ')
}

export const trackerBench: Bench = {
  name: 'tracker',
  async run() {
    const small = await authorityOf(313)
    const large = await authorityOf(10_500)
    try {
      const few = await pages(small)
      const many = await pages(large)
      const ratio = (pick: 'first' | 'any'): string => (percentile(many[pick], 0.95) / percentile(few[pick], 0.95)).toFixed(2)
      const line = (figures: readonly number[]): string => `p50 ${ms(percentile(figures, 0.5))}, p95 ${ms(percentile(figures, 0.95))}`
      report('tracker page, through sign-in, row-level security, audit and HTML', [
        [`${few.inCare.toLocaleString('en-GB')} in care, the page as it opens`, line(few.first)],
        [`${many.inCare.toLocaleString('en-GB')} in care, the page as it opens`, line(many.first)],
        ['ratio of p95 (promise: at most 2)', ratio('first')],
        [`${few.inCare.toLocaleString('en-GB')} in care, every sort`, line(few.any)],
        [`${many.inCare.toLocaleString('en-GB')} in care, every sort`, line(many.any)],
        ['ratio of p95 (promise: at most 2)', ratio('any')],
      ])
    } finally {
      await small.close()
      await large.close()
    }
  },
}
