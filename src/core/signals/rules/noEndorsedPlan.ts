import { formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

export const noEndorsedPlan: SignalRule = {
  id: 'no-endorsed-plan', tag: 'No endorsed plan', title: 'No permanence plan endorsed by the second review',
  rests: 'Every child has a plan for permanence by the second review (statutory guidance, Children Act 1989 volume 2, 2.3; Ofsted, Haringey 2023).',
  ask({ today, plan, secondReview: { heldOn, dueOn } }) {
    if (plan !== null && (plan.endorsedOn !== null || plan.firstEndorsedOn !== null)) return quiet
    const reached = heldOn ?? (dueOn !== null && dueOn < today ? dueOn : null)
    if (reached === null) return quiet
    const which = heldOn === null ? `was due on ${formatLong(reached)} and is not recorded` : `was held on ${formatLong(reached)}`
    const has = plan === null ? 'no plan has been begun in Holdfast' : plan.identifiedOn === null ? 'the plan is not authorised' : 'the plan is identified and not endorsed'
    return {
      kind: 'shown', since: reached, evidence: `The second review ${which}, and ${has}.`,
      next: plan === null ? 'Begin the permanence plan.' : plan.identifiedOn === null ? 'Finish the plan and put it forward.' : 'Bring the plan to the next review to be endorsed.',
      who: plan === null || plan.identifiedOn === null ? 'social worker' : 'reviewing officer',
    }
  },
}
