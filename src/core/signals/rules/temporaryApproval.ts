import { addDays, formatLong } from '../../time/localDate.ts'
import { cannotTell, quiet, type CarerApproval, type Signal, type SignalFacts, type SignalPolicy, type SignalRule } from '../signal.ts'

export const temporaryApproval: SignalRule = {
  id: 'temporary-approval', tag: 'Approval may end', title: 'A connected person’s approval may be about to end',
  rests: 'Temporary approval of a connected person ends after 16 weeks unless it is extended or full approval given; then the placement is ended, after other arrangements were made (Care Planning Regulations 2010, regs 24 and 25).',
  ask(facts, policy) {
    const newest = facts.approvals.toSorted((a, b) => b.from - a.from)
    const standing = newest.find(({ state }) => state === 'in force')
    if (standing !== undefined) return ofRecord(standing, facts, policy)
    const asked = newest.find(({ state }) => state === 'put forward')
    return asked !== undefined && facts.placementType === 'U3' ? undecided(asked, facts) : withoutRecord(facts, policy)
  },
}

function ofRecord({ kind, from, expiry, panelOn, panelBookedBy }: CarerApproval, { today }: SignalFacts, { warnDays }: SignalPolicy): Signal {
  if (kind !== 'temporary' || expiry.kind !== 'on') return quiet
  const ends = formatLong(expiry.day)
  const panel = panelOn === null ? 'no fostering panel is booked' : `the fostering panel ${panelOn < today ? 'was' : 'is'} on ${formatLong(panelOn)}`
  const since = `Temporary approval since ${formatLong(from)}`
  if (today > expiry.day) {
    return {
      kind: 'shown', since: expiry.day, evidence: `${since} ended on ${ends}; how it ended is not written down, and ${panel}.`,
      next: 'Write down how it ended. Where they were not approved, other arrangements are made for the child and the placement is ended (regulation 25(6)).', who: 'social worker',
    }
  }
  if (today >= addDays(expiry.day, -warnDays) || (panelOn !== null && panelOn > expiry.day)) {
    return {
      kind: 'shown', since: addDays(expiry.day, -warnDays), evidence: `${since} ends on ${ends}; ${panel}.`,
      next: panelOn === null || panelOn > expiry.day ? 'Bring the panel forward, or ask a nominated officer to extend the approval before it ends.' : 'See that a decision stands before it ends, or ask for an extension.',
      who: 'social worker',
    }
  }
  if (panelOn === null && today >= panelBookedBy) {
    return { kind: 'shown', since: panelBookedBy, evidence: `${since} ends on ${ends}; no fostering panel is booked.`, next: 'Book the fostering panel.', who: 'social worker' }
  }
  return quiet
}

const undecided = ({ from }: CarerApproval, { homeSince }: SignalFacts): Signal => ({
  kind: 'shown', since: homeSince, evidence: `With a relative or friend since ${formatLong(homeSince)}; temporary approval from ${formatLong(from)} was asked for and nobody has decided.`,
  next: 'Decide as nominated officer.', who: 'head of service',
})

/** The return says where the child lives and nothing of approvals: asked about near the day on which one from then would end. */
function withoutRecord({ today, placementType, homeSince }: SignalFacts, { temporaryApprovalWeeks, warnDays }: SignalPolicy): Signal {
  if (placementType !== 'U3') return quiet
  const ends = addDays(homeSince, 7 * temporaryApprovalWeeks)
  if (today < addDays(ends, -warnDays)) return quiet
  // Long after, nearly every such carer is approved: nobody can tell.
  if (today > addDays(ends, warnDays)) return cannotTell('Whether the carers are approved is not recorded in Holdfast.')
  return {
    kind: 'shown', since: addDays(ends, -warnDays),
    evidence: `With a relative or friend since ${formatLong(homeSince)}: a temporary approval from that day ends on ${formatLong(ends)}. Whether full approval was given is not recorded in Holdfast.`,
    next: 'Write down their approval, and see that the fostering panel date stands before then or that an extension is asked for.', who: 'social worker',
  }
}
