import { constantFrom, property, assert, record, subarray, boolean, integer, string, array } from 'fast-check'
import { expect, test } from 'vitest'
import { ageBands, trackerSorts } from '../app/tracker.ts'
import { routes } from '../core/permanence/routes.ts'
import { addDays, isoDate } from '../core/time/localDate.ts'
import { readTracker, sortedBy, trackerParams } from './trackerAddress.ts'

const today = isoDate('2026-03-02')
const query = record({
  asAt: integer({ min: -9000, max: 700 }).map((days) => addDays(today, days)),
  legalStatus: subarray(['C1', 'C2', 'E1', 'V2']),
  age: subarray([...ageBands]),
  route: subarray([...routes, 'none' as const]),
  team: subarray(['Court', 'Young People', 'A & B=1+1', '100%']),
  overdueOnly: boolean(),
  driftingOnly: boolean(), signal: subarray(['never-matched', 'many-moves']),
  search: constantFrom('', '1', '00042', 'AB/1'),
  sort: constantFrom(...trackerSorts),
  descending: boolean(),
  page: integer({ min: 1, max: 9999 }),
}).map((one) => ({ ...one, pageSize: 50 }))

test('an address says all of a query: written and read again, it is the same', () => {
  assert(property(query, (one) => {
    const read = readTracker(new URLSearchParams(trackerParams(one, today).toString()), { today, usual: today })
    expect(read.query).toEqual(one)
    expect(read.problems).toEqual([])
  }))
})

test('no address can fail, and what is left out is told', () => {
  const name = constantFrom('as-at', 'legal-status', 'age', 'route', 'team', 'overdue', 'drifting', 'search', 'sort', 'order', 'page')
  assert(property(array(record({ name, value: string({ unit: 'binary', maxLength: 50 }) })), (pairs) => {
    const params = new URLSearchParams(pairs.map(({ name: n, value }): [string, string] => [n, value]))
    const read = readTracker(params, { today, usual: today })
    expect(trackerSorts).toContain(read.query.sort)
    expect(read.query.page).toBeGreaterThanOrEqual(1)
    expect(read.query.search.includes('\u0000')).toBe(false)
  }))
})

test('a head sorts, and pressed again turns round', () => {
  assert(property(query, constantFrom(...trackerSorts), (one, sort) => {
    const once = sortedBy(one, sort)
    const twice = sortedBy(once, sort)
    expect([once.sort, twice.sort, once.page]).toEqual([sort, sort, 1])
    expect(twice.descending).toBe(!once.descending)
  }))
})
