/**
 * What a clock is. A rule turns a child's history into occurrences; an occurrence has a trigger, a due date and an
 * ending; its outcome is decided when somebody asks, from the day asked about, never stored.
 */
import type { FactId } from '../facts/factType.ts'
import type { CareHistory } from '../history/careHistory.ts'
import type { PermanenceEvidence } from '../permanence/evidence.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { WorkingCalendar } from '../time/workingDays.ts'

/** V seen, K known, S source, L local policy, UNCERTAIN (domain.md). K and UNCERTAIN are shown and configurable. */
export type Mark = 'V' | 'K' | 'S' | 'L' | 'UNCERTAIN'

/** How bad it is to miss: breach of statute is red, of guidance or local policy amber, a scorecard only informs. */
export type Strength = 'statute' | 'guidance' | 'local policy' | 'scorecard'

export type RuleId =
  | 'review-1'
  | 'review-2'
  | 'review-n'
  | 'permanence-plan-by-review-2'
  | 'health-first'
  | 'pathway-assessment'
  | 'care-proceedings-26'
  | 'adoption-match-6m'
  | 'a1-426'
  | 'a2-121'
  | 'stable-home-14m'
  | 'visit-first'
  | 'visit-placed-for-adoption'

/** How the due date is counted from the trigger (domain 1.0). */
export type Span =
  | { readonly unit: 'working days'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number }
  | { readonly unit: 'weeks'; readonly count: number }
  | { readonly unit: 'months'; readonly count: number }

/** Something that happened, on a day, known from a fact. */
export interface Happening {
  readonly on: LocalDate
  readonly factId: FactId | null
  /** "came into care", "had the first review": completes "counted from 3 March 2025, when the child …". */
  readonly what: string
}

export type Ending =
  /** Nothing has met or stopped it. */
  | { readonly kind: 'open' }
  | { readonly kind: 'met'; readonly by: Happening }
  /** Stop conditions: left care, turned 18, plan changed. Closed, never late (domain 1.0, rule 10). */
  | { readonly kind: 'not required'; readonly by: Happening }
  | { readonly kind: 'refused'; readonly by: Happening }
  /**
   * The facts cannot say whether it was met: never shown as overdue, never as fine. `by` is what made it so (the second
   * review held without a plan in the return, a move that implies a match on an unknown day): before that day the clock
   * was open. Null when the facts could tell at no time.
   */
  | { readonly kind: 'cannot tell'; readonly because: string; readonly by: Happening | null }

export interface Occurrence {
  readonly rule: RuleId
  readonly version: number
  /** 1 for the first of a recurring clock in its period of care. */
  readonly sequence: number
  readonly periodNumber: number
  /** Null when the facts do not hold the day it is counted from; then `dueOn` is null and the ending `cannot tell`. */
  readonly trigger: Happening | null
  /**
   * Set when the clock came to apply to the child only later than the day it is counted from: a scorecard counts an
   * adopted child's days from entry, but nobody had such a clock before adoption was the plan. Before this day it has
   * not started (`outcomeAsAt` is null), so that what is shown as at a day is what was true on it.
   */
  readonly appliesFrom?: LocalDate
  readonly span: Span
  /** Null when it cannot be computed: no trigger, or past the end of the bank holiday table. */
  readonly dueOn: LocalDate | null
  readonly ending: Ending
  /** Anything a reader must know about this one: a stand-in for a fact not held, an exception applied. */
  readonly note: string | null
}

/** Local choices a rule may read. Data, per authority, with source and dates (rules/policies). */
export interface LocalPolicy {
  readonly stableHome: { readonly from: 'entry to care' | 'not used'; readonly months: number }
}

export interface ClockContext {
  readonly calendar: WorkingCalendar
  readonly policy: LocalPolicy
  /**
   * Days inside none of the returns held, though later ones are: oldest first (`daysNotHeld` makes them). Reviews are
   * only in the return of their own year, so without this a child long in care would be said to have missed every
   * review before the first return. Absent or empty: everything is held.
   */
  readonly notHeld?: readonly Interval[]
  /**
   * Of the child whose clocks are worked out: days on which a looked-after review first endorsed a permanence plan, as
   * recorded in Holdfast, for no return holds plans. Absent or empty: none is recorded, which does not say that there was none.
   */
  readonly plansEndorsed?: readonly LocalDate[]
}

/** One version of a rule: what the law was between two dates. An occurrence is judged by the version in force on its trigger date. */
export interface RuleVersion {
  readonly version: number
  readonly validFrom: LocalDate
  /** The first day no longer in force; null while in force. */
  readonly validTo: LocalDate | null
  readonly citation: string
  readonly span: Span
  /** When this version is known otherwise than the rule as a whole. */
  readonly mark?: Mark
}

export interface ClockRule {
  readonly id: RuleId
  readonly title: string
  /** One sentence: who must have done what by when. */
  readonly words: string
  readonly strength: Strength
  readonly mark: Mark
  /** What completes it, in words. */
  readonly completedBy: string
  /** Counts towards days of drift: a late one means that permanence itself is late. */
  readonly permanence: boolean
  readonly versions: readonly RuleVersion[]
  /** Every occurrence that the facts give rise to, over all periods of care, oldest first. */
  occurrences(history: CareHistory, evidence: PermanenceEvidence, context: ClockContext): readonly Occurrence[]
}

export type Outcome = 'met' | 'late' | 'due' | 'overdue' | 'not required' | 'refused' | 'cannot tell yet'
