import { addMonths, formatLong, later } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

export const homeUnderOrder: SignalRule = {
  id: 'home-under-order', tag: 'Home under an order', title: 'At home under a care order for long',
  rests: 'A care order with the child at home is not left to run longer than the child needs it (Children Act 1989 s 39; Ofsted, Haringey 2023).',
  ask({ today, legalStatus, legalStatusSince, placementType, homeSince }, { homeUnderOrderMonths }) {
    if (placementType !== 'P1' || (legalStatus !== 'C1' && legalStatus !== 'C2')) return quiet
    const both = later(homeSince, legalStatusSince)
    const asked = addMonths(both, homeUnderOrderMonths)
    if (today < asked) return quiet
    return {
      kind: 'shown', since: asked, evidence: `At home with parents under ${legalStatus === 'C1' ? 'an interim care order' : 'a care order'} since ${formatLong(both)}.`,
      next: 'Ask at the next review whether an application to discharge the order should be made.', who: 'social worker',
    }
  },
}
