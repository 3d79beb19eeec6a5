/**
 * What a measure is: a definition, a window, and one question that lists its cases. The figure is counted from the list,
 * so the figure and the children behind it cannot disagree.
 */
import type { ChildId } from '../core/facts/factType.ts'
import { addDays, addMonths, collectionYearOf, collectionYearStart, type LocalDate } from '../core/time/localDate.ts'
import type { Db } from '../store/tables.ts'

/** One case that a measure looked at: a child, a review, an adoption. */
export interface Case {
  readonly childId: ChildId
  readonly code: string
  readonly verdict:
    | { readonly kind: 'counts'; readonly value: number | null }
    | { readonly kind: 'does not count' }
    /** The facts cannot say: in neither numerator nor denominator, and said. */
    | { readonly kind: 'left out'; readonly why: string }
}

/** Both days inclusive; `from` null for a snapshot at the close of `to`. */
export interface Window {
  readonly from: LocalDate | null
  readonly to: LocalDate
}

export interface MeasureQuestion {
  readonly db: Db
  readonly authorityId: number
  readonly window: Window
}

export interface Measure {
  readonly id: string
  readonly title: string
  /** In words, with its window: what is counted, over what. */
  readonly definition: string
  readonly source: string
  /** Raised whenever the definition changes, so that figures of different definitions are never compared unseen. */
  readonly version: number
  /** `children` counts cases; `percent` counts over all; `days` is the mean of the cases' own values. */
  readonly unit: 'children' | 'percent' | 'days'
  /** What one case is, for the words beside the figure. */
  readonly of: 'children' | 'reviews' | 'adoptions'
  window(asAt: LocalDate): Window
  cases(question: MeasureQuestion): Promise<readonly Case[]>
}

/** At the close of a day. */
export const snapshot = (asAt: LocalDate): Window => ({ from: null, to: asAt })

/** From 1 April to the day. */
export const yearToDate = (asAt: LocalDate): Window => ({ from: collectionYearStart(collectionYearOf(asAt)), to: asAt })

/** The 12 months that end on the day (domain 5.0: the day after, less 12 months). */
export const twelveMonths = (asAt: LocalDate): Window => ({ from: addMonths(addDays(asAt, 1), -12), to: asAt })

/** A case that counts, with its own figure where the measure is a mean. */
export const counts = (child: { readonly childId: ChildId; readonly code: string }, value: number | null = null): Case => ({
  childId: child.childId, code: child.code, verdict: { kind: 'counts', value },
})
export const doesNotCount = (child: { readonly childId: ChildId; readonly code: string }): Case => ({
  childId: child.childId, code: child.code, verdict: { kind: 'does not count' },
})
export const leftOut = (child: { readonly childId: ChildId; readonly code: string }, why: string): Case => ({
  childId: child.childId, code: child.code, verdict: { kind: 'left out', why },
})
