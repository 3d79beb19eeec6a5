import { addMonths, formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

const withAdopters: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6'])

export const orderWithoutMatch: SignalRule = {
  id: 'order-without-match', tag: 'No match', title: 'Placement order for long and no match',
  rests: 'A placement order that finds no family is looked at again (Adoption and Children Act 2002 s 24; adoption scorecard A2).',
  ask({ today, legalStatus, legalStatusSince, placementType, matchedOn }, { placementOrderMonths }) {
    if (legalStatus !== 'E1' || withAdopters.has(placementType ?? '') || matchedOn !== null) return quiet
    const asked = addMonths(legalStatusSince, placementOrderMonths)
    if (today < asked) return quiet
    return {
      kind: 'shown', since: asked, evidence: `Under a placement order since ${formatLong(legalStatusSince)}; no match is recorded.`,
      next: 'Ask the regional agency what has been tried, widen the search, and ask whether adoption is still the plan.', who: 'family finder',
    }
  },
}
