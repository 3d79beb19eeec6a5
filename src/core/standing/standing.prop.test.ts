/**
 * Standings against a naive reading: what a person would answer who looks up one day in the history, the evidence and every
 * clock, without any notion of a span that stays the same.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { context, heldOnly } from '../../../test/support/clockExamples.ts'
import { lives } from '../../../test/support/clockStories.ts'
import { nonsenseEpisodes, trueLives } from '../../../test/support/careLives.ts'
import { childFacts } from '../../../test/support/facts.ts'
import { outcomeAsAt } from '../clocks/outcome.ts'
import type { ClockContext, Occurrence } from '../clocks/clock.ts'
import { ruleOf } from '../clocks/rules.ts'
import { derive, type Derived } from '../derivation.ts'
import type { ChildFacts } from '../facts/factTypes.ts'
import { addDays, formatIso, isoDate, type LocalDate } from '../time/localDate.ts'
import type { Standing } from './standing.ts'

const plain: fc.Arbitrary<ChildFacts> = trueLives().map(({ facts }) => facts)
const withClocks: fc.Arbitrary<ChildFacts> = lives.map((given) => childFacts(given))

/** Social workers who overlap, leave gaps and change on any day, and an unaccompanied status that ends on some day. */
const beside = fc.record({
  workers: fc.array(fc.record({ worker: fc.constantFrom('SW1', 'SW2', 'SW3'), from: fc.integer({ min: 0, max: 7000 }), days: fc.option(fc.integer({ min: 0, max: 900 })) }), { maxLength: 4 }),
  ceased: fc.option(fc.option(fc.integer({ min: 0, max: 7000 }))),
})
const zero = isoDate('2005-01-01')
const anyone: fc.Arbitrary<ChildFacts> = fc.tuple(fc.oneof(plain, withClocks, nonsenseEpisodes), beside).map(([facts, { workers, ceased }]) => {
  const own = childFacts({
    socialWorkers: workers.map(({ worker, from, days }) => ({
      worker, startedOn: formatIso(addDays(zero, from)), endedOn: days === null ? null : formatIso(addDays(zero, from + days)),
    })),
    ...(ceased === null ? {} : { unaccompanied: ceased === null || ceased === undefined ? true : formatIso(addDays(zero, ceased)) }),
  })
  return { ...facts, social_worker_episode: own.social_worker_episode, unaccompanied_child: own.unaccompanied_child }
})
const surroundings: fc.Arbitrary<ClockContext> = fc.constantFrom(context, heldOnly(2015, 2017, 2018), heldOnly(2024))

/** Every day on which anything is said to change, with the days beside it, and a few others. */
function daysOf({ history, evidence, occurrences, standings }: Derived): readonly LocalDate[] {
  const days = new Set<number>()
  const add = (day: number | null | undefined): void => {
    if (day !== null && day !== undefined) for (const near of [day - 1, day, day + 1]) days.add(near)
  }
  const spans = [...history.periods, ...history.homes, ...history.legalSpells, ...history.absences, ...evidence.states, ...standings]
  for (const span of spans) {
    add(span.from)
    add(span.to)
  }
  for (const home of history.homes) for (const change of home.types) add(change.from)
  for (const one of occurrences) {
    add(one.trigger?.on)
    add(one.appliesFrom)
    add(one.dueOn)
    add(one.ending.kind === 'open' ? null : one.ending.by?.on)
  }
  for (const one of history.facts.social_worker_episode) {
    add(one.startedOn)
    add(one.endedOn)
  }
  for (const one of history.facts.unaccompanied_child) add(one.ceasedOn)
  return [...days] as LocalDate[]
}

const covers = (span: { readonly from: LocalDate; readonly to: LocalDate | null }, on: LocalDate): boolean =>
  on >= span.from && (span.to === null || on < span.to)

/** The clocks running on a day by their outcome on it, earliest due first. */
function runningOn(occurrences: readonly Occurrence[], periodNumber: number, on: LocalDate): readonly Occurrence[] {
  return occurrences
    .filter((one) => one.periodNumber === periodNumber)
    .filter((one) => ['due', 'overdue'].includes(outcomeAsAt(one, on) ?? ''))
    .sort((a, b) => (a.dueOn ?? 0) - (b.dueOn ?? 0))
}

/** What the tracker should say of a day; null when the child is not in care on it. */
function naive({ history, evidence, occurrences }: Derived, on: LocalDate): Omit<Standing, 'from' | 'to' | 'nextDueRule' | 'driftRule'> | null {
  const period = history.periods.find((one) => one.kind === 'care' && covers(one, on))
  if (period === undefined) return null
  const inPeriod = <T extends { readonly periodNumber: number; readonly from: LocalDate; readonly to: LocalDate | null }>(all: readonly T[]): T | undefined =>
    all.find((one) => one.periodNumber === period.number && covers(one, on))
  const home = inPeriod(history.homes)
  const spell = inPeriod(history.legalSpells)
  const state = inPeriod(evidence.states)
  const running = runningOn(occurrences, period.number, on)
  const workers = history.facts.social_worker_episode
    .filter((one) => covers({ from: one.startedOn, to: one.endedOn }, on)).sort((a, b) => a.startedOn - b.startedOn)
  return {
    periodNumber: period.number, inCareSince: period.from, startKnown: period.startKnown,
    legalStatus: spell?.legalStatus ?? null, legalStatusSince: spell?.from ?? period.from,
    placementType: (home?.types.filter(({ from }) => from <= on).at(-1) ?? home?.types[0])?.placementType ?? null,
    homeSince: home?.from ?? period.from, homeNumber: home?.number ?? 1,
    away: inPeriod(history.absences)?.placementType ?? null,
    route: state?.route ?? null, legal: state?.legal ?? 'none', physical: state?.physical ?? 'unsettled',
    permanenceAchieved: state?.achieved ?? false,
    nextDueOn: running[0]?.dueOn ?? null,
    driftFromOn: running.find((one) => ruleOf(one.rule).permanence)?.dueOn ?? null,
    worker: workers.at(-1)?.worker ?? null,
    unaccompanied: history.facts.unaccompanied_child.some(({ ceasedOn }) => ceasedOn === null || on < ceasedOn),
  }
}

describe('for any life, on every day near a change', () => {
  test('the one standing that covers the day says what a naive reading of it does; none covers a day out of care', () => {
    let inCare = 0
    let drifting = 0
    fc.assert(fc.property(anyone, surroundings, (facts, around) => {
      const derived = derive(facts, around)
      for (const on of daysOf(derived)) {
        const covering = derived.standings.filter((one) => covers(one, on))
        const expected = naive(derived, on)
        if (expected === null) {
          expect(covering, formatIso(on)).toEqual([])
          continue
        }
        expect(covering, formatIso(on)).toHaveLength(1)
        const [standing] = covering
        if (standing === undefined) return
        const { from: _from, to: _to, nextDueRule, driftRule, ...said } = standing
        expect([formatIso(on), said]).toEqual([formatIso(on), expected])
        // The rules named are running ones that are due on the days given; of several on one day any will do.
        const running = runningOn(derived.occurrences, said.periodNumber, on)
        expect(nextDueRule === null ? [] : running.filter(({ rule, dueOn }) => rule === nextDueRule && dueOn === said.nextDueOn).slice(0, 1).map(({ rule }) => rule))
          .toEqual(nextDueRule === null ? [] : [nextDueRule])
        expect(driftRule === null ? null : running.some(({ rule, dueOn }) => rule === driftRule && dueOn === said.driftFromOn && ruleOf(rule).permanence))
          .toBe(driftRule === null ? null : true)
        expect([nextDueRule === null, driftRule === null]).toEqual([said.nextDueOn === null, said.driftFromOn === null])
        inCare += 1
        if (said.driftFromOn !== null && said.driftFromOn < on) drifting += 1
      }
    }), { numRuns: 120 })
    // Not vacuous: most of what is compared are days in care, and on many of them a clock has run past its date.
    expect(inCare).toBeGreaterThan(2000)
    expect(drifting).toBeGreaterThan(200)
  })

  test('standings are in order, hold a day each, and fill every period of care without a gap', () => {
    fc.assert(fc.property(anyone, surroundings, (facts, around) => {
      const { history, standings } = derive(facts, around)
      const care = history.periods.filter(({ kind, from, to }) => kind === 'care' && (to === null || to > from))
      for (const period of care) {
        const mine = standings.filter(({ periodNumber }) => periodNumber === period.number)
        expect(mine[0]?.from).toBe(period.from)
        expect(mine.at(-1)?.to).toBe(period.to)
        for (const [i, one] of mine.entries()) {
          if (i > 0) expect(one.from).toBe(mine[i - 1]?.to)
          expect(one.to === null || one.to > one.from).toBe(true)
        }
      }
      expect(standings.filter(({ periodNumber }) => !care.some(({ number }) => number === periodNumber))).toEqual([])
      expect(standings.map(({ from }) => from)).toEqual(standings.map(({ from }) => from).toSorted((a, b) => a - b))
    }), { numRuns: 120 })
  })

  test('no two that follow each other say the same: a row of the tracker for each change and no more', () => {
    fc.assert(fc.property(anyone, surroundings, (facts, around) => {
      const { standings } = derive(facts, around)
      for (const [i, one] of standings.entries()) {
        const before = standings[i - 1]
        if (before === undefined || before.to !== one.from || before.periodNumber !== one.periodNumber) continue
        const { from: _from, to: _to, ...said } = one
        const { from: _then, to: _until, ...saidBefore } = before
        expect(said).not.toEqual(saidBefore)
      }
    }), { numRuns: 150 })
  })
})
