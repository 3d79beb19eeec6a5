/** All that people would have written about one child in the last months. */
import { approvalsTold } from './approvals.ts'
import { concernsTold, supervisionTold } from './challenge.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import type { Above, Authored, Hands, Setting } from './known.ts'
import { meetingsTold } from './meetings.ts'
import { noPlan, planTold, type PlanTold } from './plans.ts'
import { profileTold } from './profiles.ts'
import { notesTold, reviewsTold } from './reviews.ts'
import { storyTold } from './stories.ts'
import { voiceTold } from './voices.ts'

export interface LifeTold {
  readonly plan: PlanTold
  /** In the order in which it was written. */
  readonly written: readonly Authored[]
}

/** The written life of a child. */
export function lifeTold(child: ChildInCare, hands: Hands, above: Above, at: Setting): LifeTold {
  if (!hands.allocated) return { plan: noPlan, written: [...voiceTold(child, hands, at), ...reviewsTold(child, hands, noPlan, at), ...notesTold(child, hands, above, at)] }
  const plan = planTold(child, hands, at)
  return {
    plan,
    written: [
      ...plan.written, ...voiceTold(child, hands, at), ...reviewsTold(child, hands, plan, at), ...notesTold(child, hands, above, at), ...meetingsTold(child, hands, plan, at),
      ...concernsTold(child, hands, above, at), ...supervisionTold(child, hands, at), ...storyTold(child, hands, at), ...approvalsTold(child, hands, above.head, at),
      ...profileTold(child, hands, plan, at),
    ],
  }
}
