import { formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

export const challengeUnanswered: SignalRule = {
  id: 'challenge-unanswered', tag: 'Concern unanswered', title: 'A concern of the reviewing officer is unanswered',
  rests: 'A dispute is answered within the local protocol and at most 20 working days (IRO Handbook, 6.4; Ofsted, Haringey 2023: challenge without effect).',
  ask({ today, openConcerns }) {
    const late = openConcerns.filter(({ dueOn }) => dueOn !== null && dueOn < today).toSorted((a, b) => (a.dueOn ?? 0) - (b.dueOn ?? 0))
    const [oldest] = late
    if (oldest?.dueOn === undefined || oldest.dueOn === null) return quiet
    return {
      kind: 'shown', since: oldest.dueOn,
      evidence: `A concern raised on ${formatLong(oldest.raisedOn)} was to be answered by ${formatLong(oldest.dueOn)}.${late.length > 1 ? ` ${late.length} concerns are late.` : ''}`,
      next: 'Answer it, or take it to the next stage.', who: 'team manager',
    }
  },
}
