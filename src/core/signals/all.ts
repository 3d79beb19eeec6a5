/** Every drift signal, and what it says of a child. */
import { agreementAlone } from './rules/agreementAlone.ts'
import { challengeUnanswered } from './rules/challengeUnanswered.ts'
import { homeUnderOrder } from './rules/homeUnderOrder.ts'
import { lifeStory } from './rules/lifeStory.ts'
import { manyMoves } from './rules/manyMoves.ts'
import { neverMatched } from './rules/neverMatched.ts'
import { noEndorsedPlan } from './rules/noEndorsedPlan.ts'
import { noParallelLine } from './rules/noParallelLine.ts'
import { orderWithoutMatch } from './rules/orderWithoutMatch.ts'
import { planOlderThanReview } from './rules/planOlderThanReview.ts'
import { repeatedAction } from './rules/repeatedAction.ts'
import { siblingsApart } from './rules/siblingsApart.ts'
import { temporaryApproval } from './rules/temporaryApproval.ts'
import type { Signal, SignalFacts, SignalPolicy, SignalRule } from './signal.ts'

/** In the order they are shown. */
export const signalRules: readonly SignalRule[] = [
  noEndorsedPlan, noParallelLine, agreementAlone, orderWithoutMatch, neverMatched, homeUnderOrder, manyMoves, temporaryApproval,
  siblingsApart, planOlderThanReview, challengeUnanswered, repeatedAction, lifeStory,
]

export interface AskedSignal {
  readonly rule: SignalRule
  readonly signal: Signal
}

/** What every rule says of a child, in order. */
export function signalsFor(facts: SignalFacts, policy: SignalPolicy): readonly AskedSignal[] {
  return signalRules.map((rule) => ({ rule, signal: rule.ask(facts, policy) }))
}
