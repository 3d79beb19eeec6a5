/**
 * Where a child stood between two days: the line of the tracker, as dated intervals, so that the tracker as at any day
 * is one comparison of dates. Derived like everything else from history, evidence and clocks.
 */
import { ruleOf } from '../clocks/rules.ts'
import type { Occurrence, RuleId } from '../clocks/clock.ts'
import type { SocialWorkerEpisode, UnaccompaniedChild } from '../facts/factTypes.ts'
import type { CareHistory, Home, LegalSpell, PeriodOfCare, TemporaryAbsence } from '../history/careHistory.ts'
import type { LegalPermanence, PermanenceEvidence, PermanenceState, PhysicalPermanence } from '../permanence/evidence.ts'
import type { Route } from '../permanence/routes.ts'
import { contains, type Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface Standing extends Interval {
  readonly periodNumber: number
  readonly inCareSince: LocalDate
  readonly startKnown: boolean
  readonly legalStatus: string | null
  readonly legalStatusSince: LocalDate
  readonly placementType: string | null
  readonly homeSince: LocalDate
  readonly homeNumber: number
  /** Temporary placement type while away from home. */
  readonly away: string | null
  readonly route: Route | null
  readonly legal: LegalPermanence
  readonly physical: PhysicalPermanence
  readonly permanenceAchieved: boolean
  /** Earliest due date among clocks that are running: overdue when it lies before the day asked about. */
  readonly nextDueOn: LocalDate | null
  readonly nextDueRule: RuleId | null
  /** Earliest due date among running permanence clocks: drift is counted from it. */
  readonly driftFromOn: LocalDate | null
  readonly driftRule: RuleId | null
  readonly worker: string | null
  readonly unaccompanied: boolean
}

/** From when to when an occurrence runs: it can be due or overdue only then (the words of `outcomeAsAt`, as a span). */
function running(occurrence: Occurrence): Interval | null {
  const { trigger, dueOn, ending, appliesFrom } = occurrence
  if (trigger === null || dueOn === null) return null
  const from = appliesFrom === undefined || appliesFrom < trigger.on ? trigger.on : appliesFrom
  switch (ending.kind) {
    case 'open':
      return { from, to: null }
    case 'met':
    case 'not required':
    case 'refused':
      return { from, to: ending.by.on }
    case 'cannot tell':
      return ending.by === null ? null : { from, to: ending.by.on }
  }
}

interface Run {
  readonly occurrence: Occurrence
  readonly span: Interval
  readonly dueOn: LocalDate
  readonly permanence: boolean
}

function runsOf(occurrences: readonly Occurrence[]): readonly Run[] {
  const runs: Run[] = []
  for (const occurrence of occurrences) {
    const span = running(occurrence)
    if (span === null || occurrence.dueOn === null) continue
    if (span.to !== null && span.to <= span.from) continue
    runs.push({ occurrence, span, dueOn: occurrence.dueOn, permanence: ruleOf(occurrence.rule).permanence })
  }
  return runs
}

const at = <T extends Interval>(spans: readonly T[], on: LocalDate): T | null => {
  for (let i = spans.length - 1; i >= 0; i -= 1) {
    const span = spans[i]
    if (span !== undefined && contains(span, on)) return span
  }
  return null
}

/** The worker on a day: the latest started of those whose episode covers it (episodes may overlap by a week). */
function workerOn(episodes: readonly SocialWorkerEpisode[], on: LocalDate): string | null {
  for (let i = episodes.length - 1; i >= 0; i -= 1) {
    const one = episodes[i]
    if (one !== undefined && one.startedOn <= on && (one.endedOn === null || on < one.endedOn)) return one.worker
  }
  return null
}

/** The days on which anything of a period changes, each inside it, in order. */
function turningPoints(
  period: PeriodOfCare, parts: readonly (readonly Interval[])[], workers: readonly SocialWorkerEpisode[],
): readonly LocalDate[] {
  const days = new Set<LocalDate>([period.from])
  const add = (day: LocalDate | null): void => {
    if (day !== null && day > period.from && (period.to === null || day < period.to)) days.add(day)
  }
  for (const spans of parts) {
    for (const span of spans) {
      add(span.from)
      add(span.to)
    }
  }
  for (const worker of workers) {
    add(worker.startedOn)
    add(worker.endedOn)
  }
  return [...days].sort((a, b) => a - b)
}

function alike(a: Standing, b: Standing): boolean {
  return a.legalStatus === b.legalStatus && a.legalStatusSince === b.legalStatusSince &&
    a.placementType === b.placementType && a.homeSince === b.homeSince && a.away === b.away &&
    a.route === b.route && a.legal === b.legal && a.physical === b.physical &&
    a.permanenceAchieved === b.permanenceAchieved && a.nextDueOn === b.nextDueOn &&
    a.nextDueRule === b.nextDueRule && a.driftFromOn === b.driftFromOn && a.driftRule === b.driftRule &&
    a.worker === b.worker && a.unaccompanied === b.unaccompanied
}

/** The placement type in force in a home on a day. */
function typeOn(home: Home, on: LocalDate): string | null {
  let type = home.types[0]?.placementType ?? home.placementType
  for (const change of home.types) if (change.from <= on) type = change.placementType
  return type
}

interface Inside {
  readonly period: PeriodOfCare
  readonly homes: readonly Home[]
  readonly spells: readonly LegalSpell[]
  readonly absences: readonly TemporaryAbsence[]
  readonly states: readonly PermanenceState[]
  readonly runs: readonly Run[]
  readonly workers: readonly SocialWorkerEpisode[]
  readonly unaccompanied: readonly UnaccompaniedChild[]
}

function standingOn(inside: Inside, on: LocalDate, to: LocalDate | null): Standing {
  const { period } = inside
  const home = at(inside.homes, on)
  const spell = at(inside.spells, on)
  const state = at(inside.states, on)
  let next: Run | null = null
  let drift: Run | null = null
  for (const run of inside.runs) {
    if (!contains(run.span, on)) continue
    if (next === null || run.dueOn < next.dueOn) next = run
    if (run.permanence && (drift === null || run.dueOn < drift.dueOn)) drift = run
  }
  return {
    from: on,
    to,
    periodNumber: period.number,
    inCareSince: period.from,
    startKnown: period.startKnown,
    legalStatus: spell?.legalStatus ?? null,
    legalStatusSince: spell?.from ?? period.from,
    placementType: home === null ? null : typeOn(home, on),
    homeSince: home?.from ?? period.from,
    homeNumber: home?.number ?? 1,
    away: at(inside.absences, on)?.placementType ?? null,
    route: state?.route ?? null,
    legal: state?.legal ?? 'none',
    physical: state?.physical ?? 'unsettled',
    permanenceAchieved: state?.achieved ?? false,
    nextDueOn: next?.dueOn ?? null,
    nextDueRule: next?.occurrence.rule ?? null,
    driftFromOn: drift?.dueOn ?? null,
    driftRule: drift?.occurrence.rule ?? null,
    worker: workerOn(inside.workers, on),
    unaccompanied: inside.unaccompanied.some((status) => status.ceasedOn === null || on < status.ceasedOn),
  }
}

/**
 * Every standing of a child, over all periods of care, in order, without gaps inside a period. Short breaks give none:
 * they are no period of care in any count. A day is covered by at most one.
 */
export function deriveStandings(
  history: CareHistory,
  evidence: PermanenceEvidence,
  occurrences: readonly Occurrence[],
): readonly Standing[] {
  const runs = runsOf(occurrences)
  const workers = [...history.facts.social_worker_episode].sort((a, b) => a.startedOn - b.startedOn)
  const unaccompanied = history.facts.unaccompanied_child
  const standings: Standing[] = []
  for (const period of history.periods) {
    if (period.kind !== 'care' || (period.to !== null && period.to <= period.from)) continue
    const mine = <T extends { readonly periodNumber: number }>(all: readonly T[]): readonly T[] =>
      all.filter((one) => one.periodNumber === period.number)
    const inside: Inside = {
      period,
      homes: mine(history.homes),
      spells: mine(history.legalSpells),
      absences: mine(history.absences),
      states: mine(evidence.states),
      runs: runs.filter((run) => run.occurrence.periodNumber === period.number),
      workers,
      unaccompanied,
    }
    const typeChanges = inside.homes.flatMap((home) => home.types.map((change) => ({ from: change.from, to: null })))
    const parts = [
      inside.homes, typeChanges, inside.spells, inside.absences, inside.states, inside.runs.map((run) => run.span),
      unaccompanied.map((status) => ({ from: period.from, to: status.ceasedOn })),
    ]
    const days = turningPoints(period, parts, workers)
    let last = null as Standing | null
    for (let i = 0; i < days.length; i += 1) {
      const on = days[i]
      if (on === undefined) continue
      const next: Standing = standingOn(inside, on, days[i + 1] ?? period.to)
      if (last !== null && alike(last, next)) {
        last = { ...last, to: next.to }
        standings[standings.length - 1] = last
      } else {
        standings.push(next)
        last = next
      }
    }
  }
  return standings
}
