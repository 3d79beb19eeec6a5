import { expect, test } from 'vitest'
import { clockRules, ruleById, ruleOf } from './rules.ts'
import { isoDate } from '../time/localDate.ts'
import { versionOn } from './versions.ts'

test('every rule is listed once, under its own id', () => {
  expect(clockRules.map(({ id }) => id)).toEqual([
    'review-1', 'review-2', 'review-n', 'permanence-plan-by-review-2', 'health-first', 'pathway-assessment',
    'care-proceedings-26', 'adoption-match-6m', 'a1-426', 'a2-121', 'stable-home-14m', 'visit-first', 'visit-placed-for-adoption',
  ])
  for (const rule of clockRules) expect(ruleOf(rule.id)).toBe(rule)
  for (const rule of clockRules) expect(ruleById(rule.id)).toBe(rule)
  expect(ruleById('review-9')).toBeUndefined()
})

test('versions follow one another without gap, and the last is in force', () => {
  for (const { versions } of clockRules) {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1))
    versions.forEach((version, index) => expect(version.validTo).toBe(versions[index + 1]?.validFrom ?? null))
    for (const { citation } of versions) expect(citation.length).toBeGreaterThan(20)
  }
})

test('the version of a day: the one in force, before the first the first', () => {
  const { versions } = ruleOf('review-1')
  const on = (day: string): number => versionOn(versions, isoDate(day)).version
  expect([on('1990-01-01'), on('2011-03-31'), on('2011-04-01'), on('2026-01-01')]).toEqual([1, 1, 2, 2])
})

test('statute is what an Act or regulation says; the rest is not shown as law', () => {
  const strengths = Object.fromEntries(clockRules.map(({ id, strength, mark }) => [id, `${strength} ${mark}`]))
  expect(strengths).toEqual({
    'review-1': 'statute V',
    'review-2': 'statute V',
    'review-n': 'statute V',
    'permanence-plan-by-review-2': 'guidance V',
    'health-first': 'guidance K',
    'pathway-assessment': 'statute V',
    'care-proceedings-26': 'statute V',
    'adoption-match-6m': 'guidance K',
    'a1-426': 'scorecard V',
    'a2-121': 'scorecard V',
    'stable-home-14m': 'local policy UNCERTAIN',
    'visit-first': 'statute V',
    'visit-placed-for-adoption': 'statute V',
  })
})
