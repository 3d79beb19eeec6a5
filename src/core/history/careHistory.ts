/**
 * A child's care history: what the episodes of a return mean, derived once and used by clocks, measures and pages.
 *
 * All spans are half-open (see interval.ts). Nothing here is recorded by a person: it can be derived again at any time
 * from the facts, as at any day and as known at any moment.
 */
import type { FactId } from '../facts/factType.ts'
import type { ChildFacts, Episode } from '../facts/factTypes.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'

/**
 * One unbroken stretch of being looked after: from an episode with reason S to an episode whose end is not X1.
 */
export interface PeriodOfCare extends Interval {
  /** 1 for the earliest that is known. */
  readonly number: number
  /** A series of short breaks (V3, V4) is no period of care in any count (903 convention). */
  readonly kind: 'care' | 'short breaks'
  /**
   * False when the first known episode of the period did not start with reason S: the child was in care before `from`,
   * since a day the return does not hold. Lengths are then "at least", and clocks from entry cannot be told.
   */
  readonly startKnown: boolean
  /** REC of the last episode; null while open, or when the period stopped without one (see doubts). */
  readonly endReason: string | null
  readonly episodes: readonly Episode[]
}

/** A home: a run of episodes with the same carer (903 placement), through temporary absences that ended in a return. */
export interface Home extends Interval {
  readonly periodNumber: number
  /** 1 for the first home of the period. */
  readonly number: number
  /** Placement type of its last episode: U6 that became U4 without a move is one home, now U4. */
  readonly placementType: string | null
  readonly placementProvider: string | null
  readonly postcode: string | null
  readonly urn: string | null
  /** Placement types in order, each from the day it applied. */
  readonly types: readonly { readonly from: LocalDate; readonly placementType: string | null; readonly factId: FactId }[]
  /** Why the placement changed at its end (REASON_PLACE_CHANGE). */
  readonly endReason: string | null
  readonly factIds: readonly FactId[]
}

/** A stretch with one legal status code. */
export interface LegalSpell extends Interval {
  readonly periodNumber: number
  readonly legalStatus: string | null
  readonly factIds: readonly FactId[]
}

/** A stretch away from home in a temporary placement (T0 to T4), inside a home. */
export interface TemporaryAbsence extends Interval {
  readonly periodNumber: number
  readonly placementType: string
  readonly factId: FactId
}

/** Something in the episodes that does not fit: said, never smoothed over. */
export interface HistoryDoubt {
  readonly kind:
    | 'start not known'
    | 'gap between episodes'
    | 'overlapping episodes'
    | 'ends before it starts'
    | 'ended to continue but nothing follows'
    | 'open but another follows'
    | 'new period while the last was open'
    | 'reason does not fit the change'
    | 'no date of birth'
  readonly on: LocalDate | null
  readonly factIds: readonly FactId[]
  /** A sentence for a person. */
  readonly words: string
}

export interface CareHistory {
  readonly facts: ChildFacts
  readonly bornOn: LocalDate | null
  readonly periods: readonly PeriodOfCare[]
  readonly homes: readonly Home[]
  readonly legalSpells: readonly LegalSpell[]
  readonly absences: readonly TemporaryAbsence[]
  readonly doubts: readonly HistoryDoubt[]
}
