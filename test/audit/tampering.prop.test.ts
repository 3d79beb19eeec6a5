/**
 * Promise B2: the log cannot be quietly changed. HOLDFAST_TAMPERINGS sets how many (10,000 unless told).
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draws, inventedLog, verified, type InventedLog } from './inventedLog.ts'
import { madeAnew, tamperings } from './tampering.ts'

const runs = Number(process.env['HOLDFAST_TAMPERINGS'] ?? 10_000)
const seeds = fc.integer({ min: 1, max: 1_000_000 })

/** Logs to tamper with: made once, tampered with often. */
const logs: readonly InventedLog[] = Array.from({ length: 40 }, (_, at) => inventedLog(24 + (at % 5) * 8, draws(at + 1)))

test('a log nobody touched is sound, whatever transactions came late or were undone, and wherever it was left off', () => {
  fc.assert(fc.property(seeds, fc.integer({ min: 0, max: 60 }), fc.boolean(), (seed, steps, sealedAtEnd) => {
    const log = inventedLog(steps, draws(seed), { sealedAtEnd })
    const report = verified(log)
    expect(report.findings).toEqual([])
    const sealed = log.seals.flatMap(({ eventIds }) => eventIds)
    expect({ sound: report.eventsSound, unsealed: report.unsealed.events }).toEqual({ sound: sealed.length, unsealed: log.rows.length - sealed.length })
    if (sealedAtEnd) expect(report.unsealed).toEqual({ events: 0, oldest: null })
  }), { numRuns: 300 })
})

test('the logs have what makes it hard: late events, gaps, bounds that lag', () => {
  const late = logs.filter(({ seals }) => seals.some((seal, at) => (seal.eventIds[0] ?? 0) < (seals[at - 1]?.eventIds.at(-1) ?? 0)))
  const lagging = logs.filter(({ seals }) => seals.some((seal) => seal.closedThrough < seal.throughId))
  const gaps = logs.filter(({ rows, head }) => rows.length < (head?.closedThrough ?? 0))
  expect([late.length, lagging.length, gaps.length].every((n) => n >= 20)).toBe(true)
})

describe(`${runs} random tamperings`, () => {
  test('every kind, alone or up to three together, is found', { timeout: 60_000 + runs * 10 }, () => {
    const kinds = Object.keys(tamperings)
    const done = new Map<string, number>()
    let tampered = 0
    fc.assert(fc.property(
      fc.integer({ min: 0, max: logs.length - 1 }), fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }), seeds,
      (which, chosen, seed) => {
        const log = logs[which] as InventedLog
        const draw = draws(seed)
        let other = log
        for (const kind of chosen) {
          // A tampering with what an earlier one took out changes nothing.
          if (other.seals.length > 0 && other.head !== null) other = tamperings[kind]?.(other, draw) ?? other
        }
        // Swapping something with itself, or putting back what was changed, is no tampering.
        fc.pre(JSON.stringify(other) !== JSON.stringify(log))
        tampered += 1
        for (const kind of chosen) done.set(kind, (done.get(kind) ?? 0) + 1)
        const report = verified(other)
        expect(report.sound).toBe(false)
        expect(report.findingsInAll).toBeGreaterThan(0)
      }), { numRuns: runs, maxSkipsPerRun: 10 })
    expect(tampered).toBe(runs)
    if (runs >= 1000) expect(kinds.filter((kind) => (done.get(kind) ?? 0) < 10)).toEqual([])
  })
})

describe('a chain made anew over changed events', () => {
  const rewrite = (which: number, seed: number): { readonly log: InventedLog; readonly other: InventedLog; readonly from: number } => {
    const log = logs[which] as InventedLog
    const from = draws(seed)(log.seals.length)
    const eventId = log.seals[from]?.eventIds[0]
    const rows = log.rows.map((row) => (row.eventId === eventId ? { ...row, event: 'nothing to see' } : row))
    return { log, from, other: madeAnew({ ...log, rows }, from) }
  }

  test('cannot be told from a true one by itself, and is found by any hash noted since the change', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: logs.length - 1 }), seeds, (which, seed) => {
      const { log, other, from } = rewrite(which, seed)
      expect(verified(other).sound).toBe(true)
      log.seals.forEach((seal, at) => {
        const { expected } = verified(other, [seal.hash])
        expect([...expected]).toEqual(at < from ? [[seal.hash, seal.number]] : [])
      })
    }), { numRuns: 60 })
  })

  test('an end cut off cleanly, count and all, is found by any hash noted of what was cut off', () => {
    for (const log of logs) {
      const left = log.seals.length - 2
      const cut = new Set(log.seals.slice(left).flatMap(({ eventIds }) => eventIds))
      const other = madeAnew({ rows: log.rows.filter(({ eventId }) => !cut.has(eventId)), seals: log.seals.slice(0, left), head: log.head }, left)
      expect(verified(other).sound).toBe(true)
      expect(log.seals.map((seal) => verified(other, [seal.hash]).expected.size)).toEqual(log.seals.map((_, at) => (at < left ? 1 : 0)))
    }
  })
})

test('an event that has no seal yet can be changed unseen: that is why the tail is kept short and shown', () => {
  const log = inventedLog(30, draws(5), { sealedAtEnd: false })
  const sealed = new Set(log.seals.flatMap(({ eventIds }) => eventIds))
  const rows = log.rows.map((row) => (sealed.has(row.eventId) ? row : { ...row, event: 'nothing to see' }))
  expect(rows.filter((row, at) => row !== log.rows[at]).length).toBeGreaterThan(0)
  expect(verified({ ...log, rows }).sound).toBe(true)
})
