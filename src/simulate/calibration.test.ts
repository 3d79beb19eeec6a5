/**
 * Simulated boroughs against the published figures. The expected shares are England's of 2025, read from
 * `rules/benchmarks`; the counts are Haringey's: 313 in care, about 119 starts and 130 leavers a year.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, ageOn, isoDate, type LocalDate } from '../core/time/localDate.ts'
import { simulateBorough } from './borough.ts'
import type { Life, Stay, Values } from './life.ts'

type Counts = Readonly<Record<string, number | null>>
interface England {
  readonly inCare: { readonly total: number; readonly age: Counts; readonly legalStatus: Counts; readonly placement: Counts; readonly unaccompanied: number }
  readonly started: { readonly total: number; readonly age: Counts; readonly legalStatus: Counts }
  readonly ceased: { readonly total: number; readonly age: Counts; readonly reason: Counts }
}
const england = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../rules/benchmarks/england-2025.json'), 'utf8')) as England

const boroughs = ['north', 'south', 'east', 'west', 'middle', 'far'].map((seed) =>
  [...simulateBorough({ seed, authority: { code: '990', name: 'Fernbrook' }, inCare: 313, firstYear: 2021, lastDay: isoDate('2026-03-31') }).lives()])
const all = boroughs.flat()
const end = isoDate('2026-03-31')
const yearBefore = isoDate('2025-03-31')

const care = (life: Life): readonly Stay[] => life.stays.filter(({ kind }) => kind === 'care')
const inCareOn = (lives: readonly Life[], on: LocalDate): readonly { readonly life: Life; readonly stay: Stay; readonly episode: Values<'episode'> }[] =>
  lives.flatMap((life) => care(life).filter(({ from, to }) => from <= on && on < to).flatMap((stay) => {
    const episode = life.episodes.find(({ startedOn, endedOn }) => startedOn <= on && endedOn !== null && on < endedOn)
    return episode === undefined ? [] : [{ life, stay, episode }]
  }))
const now = inCareOn(all, end)
const share = <T>(items: readonly T[], has: (item: T) => boolean): number => (100 * items.filter(has).length) / items.length
const per = (counts: Counts, total: number, ...names: readonly string[]): number =>
  (100 * names.reduce((sum, name) => sum + (Object.entries(counts).find(([key]) => key.startsWith(name))?.[1] ?? 0), 0)) / total
const near = (actual: number, expected: number, within: number): void => {
  expect(Math.abs(actual - expected), `${actual.toFixed(1)} against ${expected.toFixed(1)}`).toBeLessThanOrEqual(within)
}
const ageBetween = (least: number, most: number) => (born: LocalDate, on: LocalDate): boolean => ageOn(born, on) >= least && ageOn(born, on) <= most

describe('every borough of 313', () => {
  test.each(boroughs.map((lives, i) => [i, lives] as const))('number %i has the counts of one', (_, lives) => {
    near(inCareOn(lives, end).length, 313, 25)
    const yearly = (field: 'from' | 'to'): number =>
      lives.flatMap(care).filter((stay) => stay[field] > isoDate('2021-03-31') && stay[field] <= end).length / 5
    near(yearly('from'), 122, 10)
    near(yearly('to'), 128, 10)
    near(inCareOn(lives, end).filter(({ life }) => life.unaccompanied).length, 26, 10)
    near(inCareOn(lives, end).filter(({ life }) => ageOn(life.bornOn, end) < 4).length, 40, 14)
  })

  test('six of them keep to 313 within 3 in a hundred', () => {
    near(now.length / boroughs.length, 313, 9.4)
    near(inCareOn(all, yearBefore).length / boroughs.length, 318, 12)
  })
})

describe('children in care on 31 March', () => {
  test.each([
    ['Under 1 year', 0, 0, 1.5], ['1 to 4 years', 1, 4, 3], ['5 to 9 years', 5, 9, 3], ['10 to 15 years', 10, 15, 4.5],
    ['16 years and over', 16, 17, 3],
  ] as const)('aged %s', (name, least, most, within) => {
    near(share(now, ({ life }) => ageBetween(least, most)(life.bornOn, end)), per(england.inCare.age, england.inCare.total, name), within)
  })

  test.each([
    ['Full care order', ['C2'], 5], ['Interim care order', ['C1'], 3], ['Placement order', ['E1'], 2],
    ['Voluntary agreements', ['V2'], 5], ['Youth justice', ['J1', 'J2', 'J3'], 0.7], ['Detained', ['L1', 'L2', 'L3'], 0.5],
  ] as const)('under %s', (name, codes, within) => {
    const among: readonly (string | null)[] = codes
    near(share(now, ({ episode }) => among.includes(episode.legalStatus)), per(england.inCare.legalStatus, england.inCare.total, name), within)
  })

  test.each([
    // Haringey has 72 in a hundred in foster homes against England's 67, and 2 against 6 with parents.
    ['Foster placements', /^U/, 7], ['Placed for adoption', /^A/, 1.5], ['Placed with parents', /^P1/, 3],
    ['Secure homes', /^K[12]/, 3], ['Independent', /^K3/, 3], ['Other placements', /^Z/, 2], ['Residential schools', /^S1/, 0.5],
  ] as const)('in %s', (name, code, within) => {
    near(share(now, ({ episode }) => code.test(episode.placementType ?? '')), per(england.inCare.placement, england.inCare.total, name), within)
  })

  test('unaccompanied', () => {
    near(share(now, ({ life }) => life.unaccompanied), per({ all: england.inCare.unaccompanied }, england.inCare.total, 'all'), 2)
  })
})

const window = { from: isoDate('2021-03-31'), to: end }
const inWindow = (on: LocalDate): boolean => on > window.from && on <= window.to
const started = all.flatMap((life) => care(life).filter(({ from }) => inWindow(from)).map((stay) => ({ life, stay })))
const ceased = all.flatMap((life) => care(life).filter(({ to }) => inWindow(to)).map((stay) => ({ life, stay })))

describe('children who start and cease', () => {
  test.each([
    ['Under 1 year', 0, 0, 3], ['1 to 4 years', 1, 4, 3], ['5 to 9 years', 5, 9, 3], ['10 to 15 years', 10, 15, 4], ['16 years and over', 16, 17, 4],
  ] as const)('start aged %s', (name, least, most, within) => {
    near(share(started, ({ life, stay }) => ageBetween(least, most)(life.bornOn, stay.from)), per(england.started.age, england.started.total, name), within)
  })

  test.each([
    ['Voluntary agreement', 'V2', 4], ['Interim care order', 'C1', 4], ['Police protection', 'L1', 3], ['Emergency protection', 'L2', 1.5], ['Remand', 'J1', 1.5],
  ] as const)('start under %s', (name, code, within) => {
    const first = ({ life, stay }: { readonly life: Life; readonly stay: Stay }): string | null | undefined =>
      life.episodes.find(({ startedOn }) => startedOn === stay.from)?.legalStatus
    near(share(started, (one) => first(one) === code), per(england.started.legalStatus, england.started.total, name), within)
  })

  test.each([
    ['Under 1 year', 0, 0, 3], ['1 to 4 years', 1, 4, 3], ['5 to 9 years', 5, 9, 3], ['10 to 15 years', 10, 15, 4], ['18 years', 18, 18, 5],
  ] as const)('cease aged %s', (name, least, most, within) => {
    near(share(ceased, ({ life, stay }) => ageBetween(least, most)(life.bornOn, stay.to)), per(england.ceased.age, england.ceased.total, name), within)
  })

  test.each([
    ['Adopted', /^E1[12]$/, 2.5], ['Special guardianship', /^E4[5-8]$/, 3], ['Residence order', /^E41$/, 2],
    ['Left care to live with', /^E13$/, 3], ['Aged 18 (or over)', /^E17$/, 5], ['Died', /^E2$/, 0.5],
    ['Transferred to residential', /^E7$/, 1.5], ['Sentenced', /^E9$/, 1], ['Age assessment', /^E15$/, 1.5],
  ] as const)('by %s', (name, code, within) => {
    near(share(ceased, ({ stay }) => code.test(stay.reason)), per(england.ceased.reason, england.ceased.total, name), within)
  })

  test('by going home, more often as planned than not', () => {
    // England: 16 planned and 3 unplanned in a hundred; Haringey: 23 planned.
    near(share(ceased, ({ stay }) => stay.reason === 'E4A'), 19, 4)
    near(share(ceased, ({ stay }) => stay.reason === 'E4B'), per(england.ceased.reason, england.ceased.total, 'Returned home to live with parents or other person with parental responsibility which was not'), 1.5)
  })
})

/** First days of the homes of a stay, as the return tells them: a new carer, and not a temporary absence or its end. */
function homeStarts(life: Life, stay: Stay): readonly LocalDate[] {
  const episodes = life.episodes.filter(({ startedOn }) => startedOn >= stay.from && startedOn < stay.to)
  return episodes.flatMap((row, i) => {
    const before = episodes[i - 1]?.placementType ?? ''
    const moves = row.reasonNewEpisode === 'S' || row.reasonNewEpisode === 'P' || row.reasonNewEpisode === 'B'
    return moves && !before.startsWith('T') && row.placementType?.startsWith('T') !== true ? [row.startedOn] : []
  })
}

describe('what a tracker looks for', () => {
  const homes = now.map((one) => ({ ...one, starts: homeStarts(one.life, one.stay) }))

  test('about one in ten had three or more homes in the year', () => {
    const homesInYear = (starts: readonly LocalDate[]): number => starts.filter((on, i) => (starts[i + 1] ?? end) >= yearBefore && on <= end).length
    near(share(homes, ({ starts }) => homesInYear(starts) >= 3), 10, 3)
  })

  test('stability: 54 to 69 in a hundred of the long-term under 16 have lived two years with the same carer', () => {
    const longTerm = homes.filter(({ life, stay }) => ageOn(life.bornOn, end) < 16 && stay.from <= addMonths(end, -30))
    const settled = share(longTerm, ({ starts }) => (starts.findLast((on) => on <= end) ?? end) <= addMonths(end, -24))
    expect(settled).toBeGreaterThan(54)
    expect(settled).toBeLessThan(69)
  })

  test('reviews: nine in ten of the first within 20 working days (28 days), some late', () => {
    const firsts = started.filter(({ stay }) => stay.to > addDays(stay.from, 80))
      .map(({ life, stay }) => (life.reviews.find(({ heldOn }) => heldOn >= stay.from)?.heldOn ?? stay.to) - stay.from)
    near(share(firsts, (days) => days <= 28), 91, 3)
  })

  test('adoption: England’s 29 months from entry to order, decision and match on the way', () => {
    const adopted = all.flatMap((life) => {
      const stay = care(life).at(-1)
      return life.adoption !== null && stay !== undefined && inWindow(stay.to) ? [{ adoption: life.adoption.values, stay }] : []
    })
    const months = (spans: readonly number[]): number => spans.reduce((sum, days) => sum + days, 0) / spans.length / 30.44
    near(months(adopted.map(({ stay }) => stay.to - stay.from)), 29, 3)
    near(months(adopted.map(({ adoption, stay }) => (adoption.decidedOn ?? stay.to) - stay.from)), 9, 2)
    near(months(adopted.map(({ adoption }) => (adoption.matchedOn ?? 0) - (adoption.decidedOn ?? 0))), 10, 2)
  })

  test('drift: each borough has children it shows', () => {
    for (const lives of boroughs) {
      const today = inCareOn(lives, end)
      const sinceCode = (life: Life, code: string): LocalDate => life.episodes.find(({ legalStatus }) => legalStatus === code)?.startedOn ?? end
      const unmatched = today.filter(({ life, episode }) => episode.legalStatus === 'E1' && episode.placementType?.startsWith('A') !== true && sinceCode(life, 'E1') < addMonths(end, -6))
      const longTermUnmatched = today.filter(({ stay, episode }) => episode.legalStatus === 'C2' && episode.placementType === 'U6' && stay.from < addMonths(end, -24))
      const athome = today.filter(({ episode, life }) => episode.legalStatus === 'C2' && episode.placementType === 'P1' && sinceCode(life, 'C2') < addMonths(end, -12))
      expect(unmatched.length).toBeGreaterThanOrEqual(1)
      expect(longTermUnmatched.length).toBeGreaterThanOrEqual(10)
      expect(athome.length).toBeGreaterThanOrEqual(1)
    }
  })
})
