/**
 * A drift signal: something inspectors found again and again, noticed by the system by itself. It is a question to a
 * person and says what it rests on and the next useful step; the clocks say what the law requires. Where what it needs is
 * not recorded it says so: "cannot tell" is never "fine".
 */
import type { Role } from '../access/roles.ts'
import type { Expiry } from '../carers/dates.ts'
import type { StorySummary } from '../lifeStory/story.ts'
import type { PlanSummary } from '../plan/state.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface SignalPolicy {
  readonly settledMonths: number
  readonly homeUnderOrderMonths: number
  readonly agreementMonths: number
  readonly placementOrderMonths: number
  readonly moves: number
  readonly temporaryApprovalWeeks: number
  readonly warnDays: number
  readonly repeated: number
  readonly lifeStoryStartWeeks: number
  readonly lifeStoryQuietMonths: number
  readonly lifeStoryAdoptionMonths: number
  readonly privateFosteringPer100000: number
  readonly privateFosteringBelowPercent: number
  readonly privateFosteringMonths: number
}

/** An approval of the carers the child lives with that waits for a decision or is in force, with the days that come of it. */
export interface CarerApproval {
  readonly kind: 'temporary' | 'early permanence' | 'foster carer'
  readonly state: 'put forward' | 'in force'
  readonly from: LocalDate
  readonly expiry: Expiry
  readonly panelOn: LocalDate | null
  readonly panelBookedBy: LocalDate
}

/** What is known of a child in care on a day. */
export interface SignalFacts {
  readonly childId: string
  readonly today: LocalDate
  readonly inCareSince: LocalDate
  readonly startKnown: boolean
  readonly legalStatus: string | null
  readonly legalStatusSince: LocalDate
  readonly placementType: string | null
  readonly homeSince: LocalDate
  /** Days on which the child came to a home in the last twelve months, the first of the period of care left out. */
  readonly movedOn: readonly LocalDate[]
  /** The second review of this period of care: when it was held, and by when it was due; null when neither is known. */
  readonly secondReview: { readonly heldOn: LocalDate | null; readonly dueOn: LocalDate | null }
  readonly lastReviewOn: LocalDate | null
  /** Null when no plan has been begun in Holdfast. */
  readonly plan: PlanSummary | null
  /** Approved match with carers, as far as the return shows one. */
  readonly matchedOn: LocalDate | null
  /** Brothers and sisters in care in another home; null when nobody of the family is written down. */
  readonly siblingsApart: number | null
  /** Newest together-or-apart assessment, and whether it says how they spend time together. */
  readonly siblingAssessment: { readonly assessedOn: LocalDate; readonly timePlanned: boolean } | null
  /** Concerns of the reviewing officer that are open, with the day their answer is due. */
  readonly openConcerns: readonly { readonly raisedOn: LocalDate; readonly dueOn: LocalDate | null }[]
  /** Actions, whatever became of them. */
  readonly actions: readonly { readonly what: string; readonly raisedOn: LocalDate; readonly open: boolean }[]
  /** Null when nothing is written of the child's life story. */
  readonly lifeStory: StorySummary | null
  readonly approvals: readonly CarerApproval[]
}

export type Signal =
  | {
    readonly kind: 'shown'
    /** What it rests on: a sentence with the days in it. */
    readonly evidence: string
    readonly since: LocalDate | null
    /** The next useful step. */
    readonly next: string
    readonly who: Role
  }
  | { readonly kind: 'cannot tell'; readonly why: string }
  | { readonly kind: 'quiet' }

export interface SignalRule {
  readonly id: string
  /** For a tag on the tracker: at most 24 characters. */
  readonly tag: string
  /** A whole name, for the child page and the list of rules. */
  readonly title: string
  /** What it looks for and why, with its source. */
  readonly rests: string
  readonly ask: (facts: SignalFacts, policy: SignalPolicy) => Signal
}

export const quiet: Signal = { kind: 'quiet' }
export const cannotTell = (why: string): Signal => ({ kind: 'cannot tell', why })
