import { expect, test } from 'vitest'
import { loadRules } from '../../src/edge/rules.ts'
import { loadUnusualPolicy } from '../../src/edge/unusualRules.ts'
import { seed } from '../support/seed.ts'
import { story, watched } from './snooping.ts'

test('promise B4: of 200 scripted behaviours at least 95% are caught, with at most one false alert in 1,000 looks', () => {
  const { calendar } = loadRules()
  const told = story(seed, calendar)
  const found = watched(told, calendar, loadUnusualPolicy())
  const scripted = new Set(told.behaviours.flatMap(({ events }) => [...events]))
  const caughtBy = new Set(found.flatMap(({ events }) => events))
  const missed = told.behaviours.filter(({ events }) => ![...events].some((event) => caughtBy.has(event)))
  const falseAlerts = found.filter(({ events }) => !events.some((event) => scripted.has(event)))
  // Only the looks of the weeks that were watched, and none that belongs to a behaviour.
  const looks = told.looks.filter(({ eventId, on }) => on >= told.from + 28 && !scripted.has(eventId)).length
  const counts = { behaviours: told.behaviours.length, caught: 200 - missed.length, looks, findings: found.length, falseAlerts: falseAlerts.length }
  process.stdout.write(`unusual access, seed ${seed}: ${JSON.stringify(counts)}; missed: ${missed.map(({ kind }) => kind).join(', ') || 'none'}; `
    + `false: ${falseAlerts.map(({ rule }) => rule).join(', ') || 'none'}\n`)
  expect(counts.behaviours).toBe(200)
  expect(counts.caught).toBeGreaterThanOrEqual(190)
  expect(counts.falseAlerts * 1000).toBeLessThanOrEqual(looks)
  if (seed === 903) expect(counts).toEqual({ behaviours: 200, caught: 197, looks: 28532, findings: 330, falseAlerts: 4 })
})
