/** One life by hand: what its row on the tracker says, from which day to which. */
import { expect, test } from 'vitest'
import { context } from '../../../test/support/clockExamples.ts'
import { childFacts, type GivenChild } from '../../../test/support/facts.ts'
import { derive } from '../derivation.ts'
import { formatIso, type LocalDate } from '../time/localDate.ts'
import type { Standing } from './standing.ts'

const on = (day: LocalDate | null): string => (day === null ? 'now' : formatIso(day))
const standings = (given: GivenChild): readonly Standing[] => derive(childFacts(given), context).standings
const lines = (given: GivenChild, ...what: readonly (keyof Standing)[]): readonly string[] => {
  const said = (one: Standing): string => what.map((key) => (typeof one[key] === 'number' && one[key] > 1000 ? on(one[key] as LocalDate) : String(one[key]))).join(' ')
  // Joined where only something else changed.
  const joined: { from: string; to: string; words: string }[] = []
  for (const one of standings(given)) {
    const last = joined.at(-1)
    if (last !== undefined && last.words === said(one) && last.to === on(one.from)) last.to = on(one.to)
    else joined.push({ from: on(one.from), to: on(one.to), words: said(one) })
  }
  return joined.map(({ from, to, words }) => `${from} ${to} ${words}`)
}

const life: GivenChild = {
  bornOn: '2014-06-15',
  episodes: [
    'S C1 U6@ash 2024-01-08 2024-05-01 X1',
    'P C1 T1@away 2024-05-01 2024-05-04 X1',
    'P C1 U6@ash 2024-05-04 2024-09-02 X1',
    'U C2 U4@ash 2024-09-02 2025-02-03 E11',
  ],
}

test('where the child lives, under what, and when away', () => {
  expect(lines(life, 'legalStatus', 'placementType', 'homeNumber', 'away')).toEqual([
    '2024-01-08 2024-05-01 C1 U6 1 null',
    '2024-05-01 2024-05-04 C1 U6 1 T1',
    '2024-05-04 2024-09-02 C1 U6 1 null',
    '2024-09-02 2025-02-03 C2 U4 1 null',
  ])
})

test('a child who left on a day has no row on it, and short breaks have none at all', () => {
  expect(standings(life).at(-1)?.to).toBe(derive(childFacts(life), context).history.periods[0]?.to)
  expect(standings({ episodes: ['S V4 U6@ash 2024-01-08 2024-01-10 E8', 'S V3 U6@ash 2024-02-08'] })).toEqual([])
})

test('two times in care are two runs of rows with the days between them empty', () => {
  const twice = { ...life, episodes: ['S V2 U6@ash 2023-03-01 2023-03-20 E4A', ...(life.episodes ?? [])] }
  expect(lines(twice, 'periodNumber', 'inCareSince')).toEqual(['2023-03-01 2023-03-20 1 2023-03-01', '2024-01-08 2025-02-03 2 2024-01-08'])
})

test('what is due next: what comes first of all that runs, overdue or not, until it is done', () => {
  // Entry on Monday 8 January 2024. The first visit within a week; the first review and health assessment within 20 working
  // days, by 5 February; the second review within three months of the first, by 2 May, the third within six of that one.
  const reviewed = { bornOn: '2012-06-15', episodes: ['S V2 U6@ash 2024-01-08'], reviews: ['2024-02-02', '2024-04-26'] }
  expect(lines(reviewed, 'nextDueRule', 'nextDueOn')).toEqual([
    // The return holds no visit and no day of the assessment: from the day after its date nobody can tell, and it is not due.
    '2024-01-08 2024-01-16 visit-first 2024-01-15',
    '2024-01-16 2024-02-02 review-1 2024-02-05',
    '2024-02-02 2024-02-06 health-first 2024-02-05',
    '2024-02-06 2024-04-26 review-2 2024-05-02',
    // Overdue from 27 October 2024 on, until the 18th birthday ends it.
    '2024-04-26 2030-06-15 review-n 2024-10-26',
    '2030-06-15 now null null',
  ])
})

test('of two workers at once the later started counts; the day one ends another may not have begun', () => {
  const worked = {
    ...life, episodes: ['S C1 U6@ash 2024-01-08'],
    socialWorkers: [
      { worker: 'SW1', startedOn: '2023-11-01', endedOn: '2024-03-08' }, { worker: 'SW2', startedOn: '2024-03-01', endedOn: '2024-06-03' },
      { worker: 'SW3', startedOn: '2024-07-01' },
    ],
  }
  expect(lines(worked, 'worker')).toEqual([
    '2024-01-08 2024-03-01 SW1', '2024-03-01 2024-06-03 SW2', '2024-06-03 2024-07-01 null', '2024-07-01 now SW3',
  ])
})

test('unaccompanied until the day the status ceased', () => {
  expect(lines({ ...life, episodes: ['S V2 K2@ash 2024-01-08'], unaccompanied: '2024-08-01' }, 'unaccompanied')).toEqual([
    '2024-01-08 2024-08-01 true', '2024-08-01 now false',
  ])
})
