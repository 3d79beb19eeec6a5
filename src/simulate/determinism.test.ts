/** The same seed gives the same borough, whoever asks for how much of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectionYearEnd, isoDate } from '../core/time/localDate.ts'
import { simulateBorough } from './borough.ts'
import type { Life } from './life.ts'
import { stream } from './random.ts'
import { returnRows } from './returnRows.ts'
import { authoritiesOf } from './sizes.ts'
import { readBack } from './testReturns.ts'
import { writeReturns } from './writeReturn.ts'

const fernbrook = { code: '990', name: 'Fernbrook' }
const livesTo = (day: string, seed = 'one', inCare = 120): readonly Life[] =>
  [...simulateBorough({ seed, authority: fernbrook, inCare, firstYear: 2024, lastDay: isoDate(day) }).lives()]

test('the same seed writes the same bytes, another seed others', () => {
  const asked = { inCare: 120, years: [2024, 2025] }
  const [one, again, other] = [readBack({ seed: 'one', ...asked }), readBack({ seed: 'one', ...asked }), readBack({ seed: 'two', ...asked })]
  expect(again.map(({ text }) => text)).toEqual(one.map(({ text }) => text))
  expect(other.map(({ text }) => text)).not.toEqual(one.map(({ text }) => text))
})

test('a later day only adds: earlier returns stay as they were', () => {
  const early = livesTo('2025-03-31')
  const late = livesTo('2026-11-21')
  const byCode = new Map(late.map((life) => [life.code, life]))
  expect(late.length).toBeGreaterThan(early.length)
  for (const life of early) expect(byCode.get(life.code)).toEqual(life)
})

test('nothing of an extract lies after its day', () => {
  const on = isoDate('2026-06-15')
  for (const life of livesTo('2026-11-21')) {
    const rows = returnRows(life, 2027, on)
    const known = [
      ...rows.episode.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
      ...rows.review.map(({ heldOn }) => heldOn),
      ...rows.missing_episode.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
      ...rows.social_worker_episode.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
      ...rows.adoption_decision.flatMap(({ decidedOn, ceasedOn }) => [decidedOn, ceasedOn]),
      ...rows.unaccompanied_child.map(({ ceasedOn }) => ceasedOn),
    ]
    expect(known.filter((day) => day !== null && day > on)).toEqual([])
    expect(rows.outcomes_year).toEqual([])
  }
})

test('children of the first year have histories back to their own first day in care', () => {
  const lives = livesTo('2024-03-31')
  const before = lives.filter(({ stays }) => stays.some(({ from, to }) => from < isoDate('2021-04-01') && to > isoDate('2023-04-01')))
  expect(before.length).toBeGreaterThan(20)
  for (const { stays, episodes } of before) {
    for (const { from } of stays) expect(episodes.find(({ startedOn }) => startedOn === from)?.reasonNewEpisode).toBe('S')
  }
})

test('streams are known: sfc32 from two names', () => {
  const [one, same, other] = [stream('a', 1), stream('a', 1), stream('a', 2)]
  const numbers = Array.from({ length: 1000 }, () => one.next())
  expect(Array.from({ length: 1000 }, () => same.next())).toEqual(numbers)
  expect(other.next()).not.toBe(numbers[0])
  expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true)
  expect(numbers.reduce((sum, n) => sum + n, 0) / 1000).toBeGreaterThan(0.47)
  expect(numbers.reduce((sum, n) => sum + n, 0) / 1000).toBeLessThan(0.53)
})

test('sizes: a borough, a region of six, a country of 151, none of them real', () => {
  expect(authoritiesOf('borough').map(({ authority }) => authority.code)).toEqual(['990'])
  expect(authoritiesOf('region').map(({ authority }) => authority.name))
    .toEqual(['Fernbrook', 'Ashcombe', 'Larkfield', 'Millhaven', 'Thornleigh', 'Westerby'])
  const england = authoritiesOf('england')
  expect(england).toHaveLength(151)
  expect(england.every(({ authority }) => /^1\d{3}$/.test(authority.code))).toBe(true)
  // 81,770 in England; two authorities have no published count.
  expect(england.reduce((sum, { inCare }) => sum + inCare, 0)).toBe(81766)
})

test('every social worker of the returns stands in workers.csv, once, with a team', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-workers-'))
  try {
    const borough = simulateBorough({ seed: 'w', authority: fernbrook, inCare: 313, firstYear: 2024, lastDay: isoDate('2026-11-21') })
    const written = writeReturns(borough, [{ year: 2024 }, { year: 2026 }, { year: 2027, asAt: isoDate('2026-11-21') }], folder)
    const [header, ...lines] = readFileSync(join(folder, 'workers.csv'), 'utf8').trimEnd().split('\n')
    expect(header).toBe('SW_ID,WORKER,TEAM')
    const ids = lines.map((line) => line.split(',')[0] ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(lines.map((line) => line.split(',')[2])).size).toBe(8)
    for (const { folder: path } of written) {
      const rows = readFileSync(join(path, 'sw_episodes.csv'), 'utf8').trimEnd().split('\n').slice(1)
      for (const row of rows) expect(ids).toContain(row.split(',')[2])
    }
    expect(written.map(({ asAt }) => asAt)).toEqual([collectionYearEnd(2024), collectionYearEnd(2026), isoDate('2026-11-21')])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
