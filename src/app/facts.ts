/** Facts that a person records in Holdfast before any return holds them: a review held, a decision made. */
import type { FactId, ValuesOf } from '../core/facts/factType.ts'
import type { FactName, FactTypes } from '../core/facts/factTypes.ts'

export interface Facts {
  /**
   * Records what a person says happened, and derives the child again, so that history and clocks follow at once. Gives the id
   * of the fact that then stands. A fact already held with the same identity (a review on that day) is the same fact: said
   * alike nothing is written, said otherwise the person's word supersedes it and the older stays in the history. `replaces`
   * corrects a fact that was recorded with another identity (a review on the wrong day).
   *
   * The request must reach the child for the act it was asked with; who may record what is the use case's to ask first.
   */
  record<N extends FactName>(childId: string, type: N, values: ValuesOf<FactTypes[N]>, replaces?: FactId | null): Promise<FactId>
  /** Derives the child again, when something beside the facts changed that the clocks read: a plan that a review endorsed. */
  derive(childId: string): Promise<void>
}
