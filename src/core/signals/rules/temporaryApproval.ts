import { addDays, formatLong } from '../../time/localDate.ts'
import { cannotTell, quiet, type SignalRule } from '../signal.ts'

export const temporaryApproval: SignalRule = {
  id: 'temporary-approval', tag: 'Approval may end', title: 'A connected person’s approval may be about to end',
  rests: 'Temporary approval of a connected person ends after 16 weeks unless it is extended or full approval given (Care Planning Regulations 2010, regs 24 and 25).',
  ask({ today, placementType, homeSince }, { temporaryApprovalWeeks, warnDays }) {
    if (placementType !== 'U3') return quiet
    const ends = addDays(homeSince, 7 * temporaryApprovalWeeks)
    if (today < addDays(ends, -warnDays)) return quiet
    // The return does not hold approvals. Long after, nearly every such carer is approved: asked about only near the day.
    if (today > addDays(ends, warnDays)) return cannotTell('Whether the carers are approved is not recorded in Holdfast.')
    return {
      kind: 'shown', since: addDays(ends, -warnDays),
      evidence: `With a relative or friend since ${formatLong(homeSince)}: a temporary approval from that day ends on ${formatLong(ends)}. Whether full approval was given is not recorded in Holdfast.`,
      next: 'See that the fostering panel date stands before then, or that an extension is recorded.', who: 'supervising social worker',
    }
  },
}
