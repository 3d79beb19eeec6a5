/**
 * Decisions that a child should be placed for adoption, and their reversals, as they bear on one period of care.
 *
 * DATE_PLACED of the return is the agency decision maker's decision, not the day the child moved (domain 2.3, trap).
 */
import type { FactId } from '../facts/factType.ts'
import type { ChildFacts } from '../facts/factTypes.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface AdoptionDecisionSpan {
  readonly decidedOn: LocalDate
  /** The day the decision was reversed; null while it stands. */
  readonly reversedOn: LocalDate | null
  readonly factId: FactId
}

const none: readonly AdoptionDecisionSpan[] = []

/**
 * Every decision held of a child, in order of its day. The decision date of an adoption (DATE_INT) counts where the
 * table of decisions lacks it: for an adopted child the two must be the same day (rule 523).
 */
export function adoptionDecisions(facts: ChildFacts): readonly AdoptionDecisionSpan[] {
  if (facts.adoption_decision.length === 0 && facts.adoption.length === 0) return none
  const decisions: AdoptionDecisionSpan[] = facts.adoption_decision.map(({ decidedOn, ceasedOn, factId }) => ({
    decidedOn, reversedOn: ceasedOn, factId,
  }))
  for (const { decidedOn, factId } of facts.adoption) {
    if (decidedOn !== null && !decisions.some((one) => one.decidedOn === decidedOn)) {
      decisions.push({ decidedOn, reversedOn: null, factId })
    }
  }
  return decisions.sort((a, b) => a.decidedOn - b.decidedOn)
}

/** The latest decision that stands on a day, of those made from `since` on. */
export function standingDecision(
  decisions: readonly AdoptionDecisionSpan[], since: LocalDate | null, on: LocalDate,
): AdoptionDecisionSpan | null {
  for (let i = decisions.length - 1; i >= 0; i--) {
    const one = decisions[i]
    if (one === undefined || one.decidedOn > on || (since !== null && one.decidedOn < since)) continue
    if (one.reversedOn === null || on < one.reversedOn) return one
  }
  return null
}

/** The decision reversed latest by a day, of those made from `since` on. */
export function latestReversal(
  decisions: readonly AdoptionDecisionSpan[], since: LocalDate | null, on: LocalDate,
): { readonly on: LocalDate; readonly factId: FactId } | null {
  let latest: { on: LocalDate; factId: FactId } | null = null
  for (const { decidedOn, reversedOn, factId } of decisions) {
    if (reversedOn === null || reversedOn > on || (since !== null && decidedOn < since)) continue
    if (latest === null || reversedOn >= latest.on) latest = { on: reversedOn, factId }
  }
  return latest
}
