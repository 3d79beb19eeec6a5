import { addMonths, formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

export const agreementAlone: SignalRule = {
  id: 'agreement-alone', tag: 'Section 20, no plan', title: 'Looked after by agreement with no long-term plan',
  rests: 'Accommodation under section 20 is not left to drift without a plan for where the child will grow up (Re N [2015] EWCA Civ 1112; Ofsted, Haringey 2023).',
  ask({ today, legalStatus, legalStatusSince, plan }, { agreementMonths }) {
    if (legalStatus !== 'V2' || (plan !== null && plan.primaryRoute !== null)) return quiet
    const asked = addMonths(legalStatusSince, agreementMonths)
    if (today < asked) return quiet
    return {
      kind: 'shown', since: asked,
      evidence: `Accommodated by agreement since ${formatLong(legalStatusSince)}, and ${plan === null ? 'no plan has been begun in Holdfast' : 'the plan has no primary line in force'}.`,
      next: 'Decide the route to permanence, and take legal advice where agreement cannot carry it.', who: 'team manager',
    }
  },
}
