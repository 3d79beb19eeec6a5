import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nonsenseEpisodes, trueLives } from '../../../test/support/careLives.ts'
import { formatIso, type LocalDate } from '../time/localDate.ts'
import type { Interval } from '../time/interval.ts'
import type { CareHistory } from './careHistory.ts'
import { deriveHistory } from './deriveHistory.ts'
import { isTemporary } from './moves.ts'

const iso = (on: LocalDate | null): string => (on === null ? 'now' : formatIso(on))

test('a flawless record gives back the life that it records, and no doubt', () => {
  fc.assert(fc.property(trueLives(), (life) => {
    const history = deriveHistory(life.facts)
    expect(history.doubts).toEqual([])
    const days = ({ from, to }: Interval): string => `${iso(from)} ${iso(to)}`
    expect(history.periods.map((p) => `${p.number} ${days(p)} ${p.endReason ?? 'open'}`)).toEqual(life.periods)
    expect(history.homes.map((h) => `${h.periodNumber} ${h.placementType} ${h.postcode} ${days(h)}`)).toEqual(life.homes)
    expect(history.homes.flatMap((h) => h.types.map((t) => `${h.periodNumber} ${t.placementType} ${iso(t.from)}`)))
      .toEqual(life.types)
    expect(history.legalSpells.map((s) => `${s.periodNumber} ${s.legalStatus} ${days(s)}`)).toEqual(life.legalSpells)
    expect(history.absences.map((a) => `${a.periodNumber} ${a.placementType} ${days(a)}`)).toEqual(life.absences)
    expect(history.periods.every((p) => p.kind === 'care' && p.startKnown)).toBe(true)
  }), { numRuns: 3_000 })
}, 60_000)

/** What is wrong with spans that should be sorted, each of at least a day, and apart. */
function untidy(what: string, spans: readonly Interval[]): readonly string[] {
  const wrong: string[] = []
  spans.forEach((span, i) => {
    if (span.to !== null && span.to <= span.from) wrong.push(`${what} ${i} holds no day`)
    const next = spans[i + 1]
    if (next !== undefined && (span.to === null || span.to > next.from)) wrong.push(`${what} ${i} runs into the next`)
  })
  return wrong
}

/** What is wrong with spans that should fill another without gaps. */
function leaves(what: string, whole: Interval, spans: readonly Interval[]): readonly string[] {
  const fills = spans[0]?.from === whole.from && spans.at(-1)?.to === whole.to &&
    spans.every((span, i) => i === 0 || spans[i - 1]?.to === span.from)
  return fills ? [] : [`${what} do not fill their period`]
}

const inside = (inner: Interval, outer: Interval): boolean =>
  inner.from >= outer.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to))

function faults(history: CareHistory): readonly string[] {
  const wrong: string[] = [
    ...untidy('period', history.periods), ...untidy('home', history.homes), ...untidy('legal spell', history.legalSpells),
    ...untidy('absence', history.absences),
  ]
  history.periods.forEach((period, i) => {
    const homes = history.homes.filter((home) => home.periodNumber === period.number)
    const spells = history.legalSpells.filter((spell) => spell.periodNumber === period.number)
    const absences = history.absences.filter((absence) => absence.periodNumber === period.number)
    if (period.number !== i + 1) wrong.push('periods are not numbered in order')
    if (period.episodes.length === 0) wrong.push('a period without episodes')
    if (period.kind === 'short breaks') {
      if (homes.length + spells.length + absences.length > 0) wrong.push('short breaks count')
      return
    }
    wrong.push(...leaves('homes', period, homes), ...leaves('legal spells', period, spells))
    if (homes.some((home, n) => home.number !== n + 1)) wrong.push('homes are not numbered in order')
    if (spells.some((spell, n) => n > 0 && spells[n - 1]?.legalStatus === spell.legalStatus)) wrong.push('a spell in two')
    if (spells.some((spell) => /^V[34]$/.test(spell.legalStatus ?? ''))) wrong.push('short breaks in care')
    for (const absence of absences) {
      const home = homes.find((one) => inside(absence, one))
      if (home === undefined || isTemporary(home.placementType) || !isTemporary(absence.placementType)) {
        wrong.push('an absence outside a home that is none itself')
      }
    }
    for (const home of homes) {
      if (home.types[0]?.from !== home.from) wrong.push('a home without a first type')
      if (home.types.at(-1)?.placementType !== home.placementType) wrong.push('a home that is not of its last type')
      if (home.types.some((type, n) => n > 0 && type.placementType === home.types[n - 1]?.placementType)) {
        wrong.push('a type twice')
      }
      if (home.types.some((type) => home.to !== null && type.from >= home.to)) wrong.push('a type after its home')
    }
  })
  // No episode is used twice, and none that holds a day in the result is lost without a doubt.
  const used = history.periods.flatMap((period) => period.episodes.map((one) => one.factId))
  if (new Set(used).size !== used.length) wrong.push('an episode in two periods')
  const doubted = new Set(history.doubts.flatMap((doubt) => doubt.factIds))
  for (const { factId } of history.facts.episode) {
    if (!used.includes(factId) && !doubted.has(factId)) wrong.push(`${factId} is lost without a word`)
  }
  if (history.doubts.some((doubt, i) => i > 0 && (history.doubts[i - 1]?.on ?? -Infinity) > (doubt.on ?? -Infinity))) {
    wrong.push('doubts out of order')
  }
  return wrong
}

test('whatever the episodes hold, the history is well formed', () => {
  fc.assert(fc.property(nonsenseEpisodes, (facts) => {
    expect(faults(deriveHistory(facts))).toEqual([])
  }), { numRuns: 20_000 })
}, 60_000)

test('an episode whose days the history changed is doubted', () => {
  fc.assert(fc.property(nonsenseEpisodes, (facts) => {
    const history = deriveHistory(facts)
    const doubted = new Set(history.doubts.flatMap((doubt) => doubt.factIds))
    for (const [i, episode] of facts.episode.entries()) {
      const next = facts.episode.find((one) => one.startedOn > episode.startedOn)
      const open = episode.endedOn === null && next !== undefined
      const backwards = episode.endedOn !== null && episode.endedOn <= episode.startedOn
      const overlaps = episode.endedOn !== null && next !== undefined && next.startedOn < episode.endedOn
      if (open || backwards || overlaps) expect(doubted, `episode ${i}`).toContain(episode.factId)
    }
  }), { numRuns: 2_000 })
}, 60_000)
