import { addDays, formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

export const planOlderThanReview: SignalRule = {
  id: 'plan-older-than-review', tag: 'Plan not moved', title: 'The plan is older than the last review',
  rests: 'The plan is brought up to date after each review (Care Planning Regulations 2010, reg 36 and schedule 7; Ofsted, Haringey 2023: plans not updated).',
  ask({ today, plan, lastReviewOn }) {
    if (plan === null || lastReviewOn === null || plan.daysSinceMoved === null) return quiet
    const moved = addDays(today, -plan.daysSinceMoved)
    if (moved >= lastReviewOn) return quiet
    return {
      kind: 'shown', since: lastReviewOn, evidence: `The last review was held on ${formatLong(lastReviewOn)}; no line of the plan has moved since ${formatLong(moved)}.`,
      next: 'Bring the plan up to date with what the review decided.', who: 'social worker',
    }
  },
}
