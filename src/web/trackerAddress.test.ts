import { expect, test } from 'vitest'
import { isoDate } from '../core/time/localDate.ts'
import { readTracker } from './trackerAddress.ts'

const today = isoDate('2026-03-02')
const read = (text: string): ReturnType<typeof readTracker> => readTracker(new URLSearchParams(text), { today, usual: today })

test('nothing asked is every child, by what is due next', () => {
  expect(read('').query).toMatchObject({ asAt: today, sort: 'next-due', descending: false, page: 1, legalStatus: [], search: '' })
})
test('what makes no sense is left out and told', () => {
  const { query, problems, dayProblem } = read('age=old&route=moon&sort=colour&page=-1&overdue=perhaps&as-at=31/02/2025&legal-status=%3Cb%3E')
  expect(query).toMatchObject({ age: [], route: [], sort: 'next-due', page: 1, overdueOnly: false, asAt: today, legalStatus: [] })
  expect(problems).toEqual([
    'The order “colour” is not one we know, so it was left out.',
    'Page “-1” is not a page, so this is the first.',
    'The legal status “<b>” is not one we know, so it was left out.',
    'The age “old” is not one we know, so it was left out.',
    'The route “moon” is not one we know, so it was left out.',
    'Overdue can only be “yes”, so it was left out.',
  ])
  expect(dayProblem).toBe('“31/02/2025” is not a day that we can read, so this shows today. Write it like 3 March 2025.')
})
test('drift comes greatest first unless asked otherwise', () => {
  expect(read('sort=drift').query.descending).toBe(true)
  expect(read('sort=drift&order=asc').query.descending).toBe(false)
  expect(read('sort=child').query.descending).toBe(false)
})
test('a day to come is shown with a word of care', () => {
  expect(read('as-at=2026-03-03')).toMatchObject({ query: { asAt: isoDate('2026-03-03') }, dayProblem: expect.stringMatching(/has not come yet/) as string })
})
test('with no day asked for it is the last day that the returns reach to, and a later one is told', () => {
  const usual = isoDate('2025-03-31')
  const reach = (text: string): ReturnType<typeof readTracker> => readTracker(new URLSearchParams(text), { today, usual })
  expect(reach('')).toMatchObject({ query: { asAt: usual }, dayProblem: null })
  expect(reach('as-at=2025-03-30')).toMatchObject({ dayProblem: null })
  expect(reach('as-at=2025-04-01')).toMatchObject({ query: { asAt: isoDate('2025-04-01') }, dayProblem: expect.stringMatching(/^The returns held reach to 31 March 2025/) as string })
  expect(reach('as-at=x').dayProblem).toBe('“x” is not a day that we can read, so this shows 31 March 2025. Write it like 3 March 2025.')
})
test('an old or far day is not shown', () => {
  expect(read('as-at=1989-12-31').query.asAt).toBe(today)
  expect(read('as-at=2028-03-03').query.asAt).toBe(today)
})
