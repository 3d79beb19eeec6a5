/** What is due for a child, and what has been, each with its working. */
import type { ChildClock, ChildPage } from '../../../app/childPage.ts'
import type { Outcome } from '../../../core/clocks/clock.ts'
import { formatLong } from '../../../core/time/localDate.ts'
import { dueWords, outcomeTag, strengthWords, type Tag } from '../../words/clocks.ts'

export interface ClockRow {
  readonly title: string
  readonly strength: string
  readonly due: string
  readonly when: string | null
  readonly tag: Tag
  readonly met: string | null
  /** The whole working, as the core says it: trigger, arithmetic, bank holidays, what met it, the law. */
  readonly sentences: readonly string[]
}

/** The order of attention: what is late, what comes, what nobody can tell. */
const first: readonly Outcome[] = ['overdue', 'due', 'cannot tell yet']

/** Clocks still to act on, most pressing first; and those that have ended, newest first. */
export function clockRows(page: ChildPage): { readonly open: readonly ClockRow[]; readonly ended: readonly ClockRow[] } {
  const due = (one: ChildClock): number => one.occurrence.dueOn ?? Number.MAX_SAFE_INTEGER
  const open = page.clocks
    .filter(({ outcome }) => first.includes(outcome))
    .toSorted((a, b) => first.indexOf(a.outcome) - first.indexOf(b.outcome) || due(a) - due(b))
  const ended = page.clocks.filter(({ outcome }) => !first.includes(outcome)).toSorted((a, b) => due(b) - due(a))
  return { open: open.map((one) => row(one, page)), ended: ended.map((one) => row(one, page)) }
}

function row({ rule, occurrence, outcome, explanation }: ChildClock, page: ChildPage): ClockRow {
  const dueOn = occurrence.dueOn
  const open = outcome === 'due' || outcome === 'overdue'
  return {
    title: occurrence.sequence > 1 ? `${rule.title} (${occurrence.sequence})` : rule.title,
    strength: strengthWords(rule.strength),
    due: dueOn === null ? 'Cannot be worked out' : formatLong(dueOn),
    when: dueOn !== null && open ? dueWords(dueOn, page.asAt).words : null,
    tag: outcomeTag(outcome),
    met: explanation.metOn === null ? null : formatLong(explanation.metOn),
    sentences: explanation.sentences,
  }
}
