import { addMonths, formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

/** Foster homes that are not long term: with a relative or friend, with other carers. */
const notLongTerm: ReadonlySet<string> = new Set(['U3', 'U6'])

export const neverMatched: SignalRule = {
  id: 'never-matched', tag: 'Settled, not matched', title: 'Settled in a foster home and never formally matched',
  rests: 'A long-term foster placement is an arrangement of its own, assessed and agreed (Care Planning Regulations 2010, reg 22B); settled children are left without the certainty of it (Ofsted, Haringey 2023).',
  ask({ today, placementType, homeSince, matchedOn }, { settledMonths }) {
    if (placementType === null || !notLongTerm.has(placementType) || (matchedOn !== null && matchedOn >= homeSince)) return quiet
    const asked = addMonths(homeSince, settledMonths)
    if (today < asked) return quiet
    return {
      kind: 'shown', since: asked, evidence: `In the same foster home since ${formatLong(homeSince)}; the return has it as not long term.`,
      next: 'Ask child and carers, and bring a match for long-term fostering to the panel.', who: 'social worker',
    }
  },
}
