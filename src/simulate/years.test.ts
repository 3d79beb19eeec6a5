/** Consecutive returns of a borough tell one story (rules 202 to 208, 502, 503A to F, 559 to 562, 576 and SW16). */
import { expect, test } from 'vitest'
import { isoDate } from '../core/time/localDate.ts'
import { day, readBack, type ReadReturn, type Row } from './testReturns.ts'

const returns = readBack({
  seed: 'years', inCare: 500, years: [2021, 2022, 2023, 2024, 2025, 2026], extract: isoDate('2026-11-21'),
})
const boundaries: readonly (readonly [ReadReturn, ReadReturn])[] = returns.slice(1).flatMap((next, i) => {
  const last = returns[i]
  return last === undefined ? [] : [[last, next] as const]
})

const children = (file: ReadReturn): readonly string[] => file.rows('header').map(({ CHILD = '' }) => CHILD)

/** Codes that changed name: what last year's file may say instead. */
const renamed: Readonly<Record<string, string>> = { K3: 'H5', Z11: 'Z1' }
const samePlace = (last: Row, next: Row): boolean =>
  last['PLACE'] === next['PLACE'] || renamed[next['PLACE'] ?? ''] === last['PLACE']

test('an episode open at the end of a year opens the next year, the same in every field (502, 503A to F)', () => {
  let carried = 0
  for (const [last, next] of boundaries) {
    for (const child of children(last)) {
      const open = last.of('episodes', child).at(-1)
      const first = next.of('episodes', child)[0]
      if (open === undefined || open['DEC'] !== '') continue
      carried += 1
      const kept = ['DECOM', 'RNE', 'LS', 'CIN', 'PLACE_PROVIDER', 'HOME_POST', 'PL_POST'].map((name) => [open[name], first?.[name]])
      for (const [before, after] of kept) expect(after, child).toBe(before)
      expect(first !== undefined && samePlace(open, first), child).toBe(true)
      // Supported accommodation gained Ofsted numbers in the 2024 return.
      if (open['PLACE'] !== 'H5') expect(first?.['URN'], child).toBe(open['URN'])
    }
  }
  expect(carried).toBeGreaterThan(2500)
})

test('no episode of a year began in an earlier one without standing open there (562, NoE)', () => {
  for (const [last, next] of boundaries) {
    for (const row of next.rows('episodes')) {
      const began = day(row['DECOM'])
      if (began === undefined || began >= next.start) continue
      const before = last.of('episodes', row['CHILD'] ?? '').at(-1)
      expect([before?.['DECOM'], before?.['DEC']], row['CHILD']).toEqual([row['DECOM'], ''])
    }
  }
})

test('who a child is does not change (202 to 204), and a pupil number only comes (208)', () => {
  const sex: Readonly<Record<string, string>> = { 1: 'M', 2: 'F', M: 'M', F: 'F' }
  for (const [last, next] of boundaries) {
    for (const child of children(next)) {
      const [before, after] = [last.of('header', child)[0], next.of('header', child)[0]]
      if (before === undefined || after === undefined) continue
      expect(sex[after['SEX'] ?? ''], child).toBe(sex[before['SEX'] ?? ''])
      expect([after['DOB'], after['ETHNIC']], child).toEqual([before['DOB'], before['ETHNIC']])
      if (before['UPN'] !== 'UN1') expect(after['UPN'], child).toBe(before['UPN'])
      // Nobody stops being a mother (207); care leavers without care in the year have no such field.
      if (before['MOTHER'] === '1' && after['MOTHER'] !== '') expect(after['MC_DOB'], child).toBe(before['MC_DOB'])
    }
  }
})

test('open decisions, absences and social workers go on into the next year (559 to 561, 576, SW16)', () => {
  const open = [['placed_for_adoption', 'DATE_PLACED', 'DATE_PLACED_CEASED'], ['missing', 'MIS_START', 'MIS_END'], ['sw_episodes', 'SW_DECOM', 'SW_DEC']] as const
  for (const [table, begins, ends] of open) {
    let carried = 0
    for (const [last, next] of boundaries) {
      for (const row of last.rows(table)) {
        const child = row['CHILD'] ?? ''
        // An adopted child's decision stays open, and the child is not in the next return.
        if (row[ends] !== '' || next.of('episodes', child).length === 0) continue
        carried += 1
        const again = next.of(table, child).find((one) => one[begins] === row[begins])
        const [, , ...rest] = Object.entries(row).filter(([name]) => name !== ends && !name.startsWith('REASON_PLACED'))
        for (const [name, value] of rest) expect(again?.[name], `${child} ${name}`).toBe(value)
      }
    }
    expect(carried, table).toBeGreaterThan(table === 'missing' ? 0 : 100)
  }
})

test('what an earlier file says of a finished fact, no later one repeats', () => {
  for (const [last, next] of boundaries) {
    const told = new Set(next.rows('episodes').map((row) => `${row['CHILD']} ${row['DECOM']}`))
    for (const row of last.rows('episodes')) {
      if (row['DEC'] !== '') expect(told.has(`${row['CHILD']} ${row['DECOM']}`), JSON.stringify(row)).toBe(false)
    }
  }
})
