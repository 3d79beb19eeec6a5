import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyDay, nonsenseEpisodes, trueLives } from '../../../test/support/careLives.ts'
import type { ChildFacts } from '../facts/factTypes.ts'
import { deriveHistory } from '../history/deriveHistory.ts'
import { contains } from '../time/interval.ts'
import { addDays, ageOn, type LocalDate } from '../time/localDate.ts'
import { permanenceEvidence } from './deriveEvidence.ts'

/** What is wrong with the evidence of a child. Told as text: an assertion for each state would take the test's time. */
function faults(facts: ChildFacts): readonly string[] {
  const wrong: string[] = []
  const history = deriveHistory(facts)
  const { states, achieved } = permanenceEvidence(history)
  for (const period of history.periods) {
    const own = states.filter((state) => state.periodNumber === period.number)
    if (period.kind === 'short breaks') {
      if (own.length > 0) wrong.push('short breaks with states')
      continue
    }
    if (own[0]?.from !== period.from || own.at(-1)?.to !== period.to) wrong.push('states do not fill their period')
    own.forEach((state, i) => {
      if (i > 0 && own[i - 1]?.to !== state.from) wrong.push('states with a gap')
      if (state.to !== null && state.to <= state.from) wrong.push('a state that holds no day')
      if (state.achieved && (state.legal !== 'secured' || state.physical !== 'matched')) wrong.push('achieved by half')
      if (state.factIds.length === 0) wrong.push('a state without its facts')
      if (new Set(state.factIds).size !== state.factIds.length) wrong.push('a state with a fact twice')
    })
  }
  for (const { periodNumber, on } of achieved) {
    const period = history.periods[periodNumber - 1]
    const inCare = period?.kind === 'care' && on >= period.from && (period.to === null || on <= period.to)
    if (!inCare) wrong.push('achieved outside care')
  }
  return wrong
}

test('states fill each period of care, and short breaks have none, whatever the episodes hold', () => {
  fc.assert(fc.property(nonsenseEpisodes, (facts) => {
    expect(faults(facts)).toEqual([])
  }), { numRuns: 8_000 })
}, 60_000)

/**
 * The table of domain 2.3 read off the episodes of a flawless record for one day, without periods, homes or spells: the
 * episode in force, the decisions by then, and for a stay away the last placement that was none.
 */
function tableOn(facts: ChildFacts, on: LocalDate): { readonly route: string | null; readonly achieved: boolean } {
  const episodes = facts.episode.filter((one) => one.startedOn <= on)
  const now = episodes.at(-1)
  const home = episodes.findLast((one) => !/^T[0-4]$/.test(one.placementType ?? ''))
  const type = home?.placementType ?? ''
  const status = now?.legalStatus ?? ''
  const stands = facts.adoption_decision.some((one) => one.decidedOn <= on && (one.ceasedOn === null || on < one.ceasedOn))
  const ceased = facts.adoption_decision.map((one) => one.ceasedOn ?? Infinity)
  const reversed = Math.max(-Infinity, ...ceased.filter((day) => day <= on))
  // The first day of the run of episodes, back from now, that share a value.
  const since = (key: 'legalStatus' | 'placementType'): number => {
    const run = key === 'legalStatus' ? episodes : episodes.filter((one) => !/^T[0-4]$/.test(one.placementType ?? ''))
    let first = run.length - 1
    const isMove = (i: number): boolean =>
      key === 'placementType' && run[i]?.placementPostcode !== run[i - 1]?.placementPostcode
    while (first > 0 && run[first - 1]?.[key] === run[first]?.[key] && !isMove(first)) first--
    return run[first]?.startedOn ?? Infinity
  }
  const placed = /^A[3-6]$/.test(type) && (stands || since('placementType') >= reversed)
  const ordered = /^(E1|D1)$/.test(status) && (stands || since('legalStatus') >= reversed)
  if (placed || ordered || stands) return { route: 'adoption', achieved: false }
  const achieved = status === 'C2' || status === 'V2'
  const bornOn = facts.child_details[0]?.bornOn
  if (type === 'U1') return { route: 'kin-foster-ltf', achieved }
  if (type === 'U4') return { route: 'foster-ltf', achieved }
  if (type === 'P1' && /^C[12]$/.test(status)) return { route: 'parent-under-care-order', achieved: false }
  if (/^(K3|H5|P2)$/.test(type) && bornOn !== undefined && ageOn(bornOn, on) >= 16) {
    return { route: 'supported-living', achieved: false }
  }
  return { route: null, achieved: false }
}

test('every day of a flawless record points where the table says', () => {
  fc.assert(fc.property(trueLives({ periods: 1 }), ({ facts }) => {
    const history = deriveHistory(facts)
    const { states, achieved } = permanenceEvidence(history)
    const period = history.periods[0]
    if (period === undefined) return
    let before = { route: null as string | null, achieved: false }
    let index = 0
    for (const on of everyDay(period.from, period.to ?? addDays(period.episodes.at(-1)?.startedOn ?? period.from, 800))) {
      while (states[index]?.to !== null && (states[index]?.to ?? Infinity) <= on) index++
      const state = states[index]
      if (state === undefined || !contains(state, on)) throw new Error('no state on a day in care')
      const expected = tableOn(facts, on)
      if (state.route !== expected.route || state.achieved !== expected.achieved) {
        expect({ on, route: state.route, achieved: state.achieved }).toEqual({ on, ...expected })
      }
      // Whoever becomes settled for the first time on that route is in the list, on that day.
      if (expected.achieved && !before.achieved && !achieved.some((one) => one.route === expected.route && one.on <= on)) {
        expect({ on, achieved }).toBe('an achievement on or before that day')
      }
      before = expected
    }
  }), { numRuns: 600 })
}, 60_000)
