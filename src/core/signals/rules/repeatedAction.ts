import { formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

/** The same words but for case, signs and spaces. */
const plain = (what: string): string => what.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

export const repeatedAction: SignalRule = {
  id: 'repeated-action', tag: 'Same action again', title: 'The same action is raised again and again',
  rests: 'Actions of supervision that come back month after month do not move a plan on (Ofsted, Haringey, 14 March 2025).',
  ask({ actions }, { repeated }) {
    const byWords = new Map<string, { count: number; open: boolean; first: (typeof actions)[number] }>()
    for (const one of actions.toSorted((a, b) => a.raisedOn - b.raisedOn)) {
      const key = plain(one.what)
      const seen = byWords.get(key)
      byWords.set(key, { count: (seen?.count ?? 0) + 1, open: (seen?.open ?? false) || one.open, first: seen?.first ?? one })
    }
    // Done at last: it is no longer a question.
    const again = [...byWords.values()].filter(({ count, open }) => count > repeated && open).toSorted((a, b) => b.count - a.count)[0]
    if (again === undefined) return quiet
    return {
      kind: 'shown', since: again.first.raisedOn, evidence: `“${again.first.what}” was raised ${again.count} times, first on ${formatLong(again.first.raisedOn)}.`,
      next: 'Ask in supervision what stands in the way, and change the action or who does it.', who: 'team manager',
    }
  },
}
