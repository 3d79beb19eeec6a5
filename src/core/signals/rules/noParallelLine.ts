import { formatLong } from '../../time/localDate.ts'
import { cannotTell, quiet, type SignalRule } from '../signal.ts'

/** An interim care order: the court has not decided yet. */
const IN_PROCEEDINGS = 'C1'

export const noParallelLine: SignalRule = {
  id: 'no-parallel-line', tag: 'No parallel line', title: 'In proceedings with one line only',
  rests: 'While proceedings go on more than one way to permanence is pursued at once, so that a ruling does not start the work anew (statutory guidance, Children Act 1989 volume 2, 2.4 to 2.6).',
  ask({ legalStatus, legalStatusSince, plan }) {
    if (legalStatus !== IN_PROCEEDINGS) return quiet
    if (plan === null) return cannotTell('No plan has been begun in Holdfast, so its lines are not known.')
    if (plan.lines.some(({ role }) => role === 'parallel')) return quiet
    return {
      kind: 'shown', since: legalStatusSince,
      evidence: `Under an interim care order since ${formatLong(legalStatusSince)}; the plan has ${plan.lines.length === 0 ? 'no line in force' : 'no parallel line'}.`,
      next: 'Hold a permanency planning meeting and add the next realistic route as a parallel line, or say why there is none.', who: 'team manager',
    }
  },
}
