/**
 * The agenda that proposes itself: of the children on a panel's list, those there is a reason to hear at a sitting, each
 * reason said. People accept each or put it off with a reason; what is put off is proposed again next time.
 */
import { added, done, refused, revised, type Change, type Decided } from '../records/recordType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import { agendaType, type AgendaItem, type Item, type Sitting } from './records.ts'

/** What is known of a child on the list. */
export interface Candidate {
  readonly item: Item
  /** The earliest running clock. */
  readonly nextDueOn: LocalDate | null
  readonly nextDue: string | null
  /** From when a permanence clock runs past its date. */
  readonly driftFromOn: LocalDate | null
  /** Actions this panel raised that are still to do. */
  readonly openActions: number
  /** Names of drift signals that fire. */
  readonly signals: readonly string[]
  /** The last sitting at which the child was put off, when it was not heard since: the panel owes it a hearing. */
  readonly lastPutOff: { readonly on: LocalDate; readonly why: string } | null
}

/** Kinds of reason, most pressing first. */
export const reasonKinds = ['asked for', 'overdue', 'put off', 'drifting', 'signal', 'transferred in', 'new', 'due', 'actions'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export interface Reason {
  readonly kind: ReasonKind
  readonly words: string
}

export interface Proposal {
  readonly item: Item
  readonly reasons: readonly Reason[]
}

const daysLate = (from: LocalDate, today: LocalDate): string => `${today - from} ${today - from === 1 ? 'day' : 'days'}`

/** Why a child should be heard at a sitting on a day; empty when there is no reason. `today` is what clocks are judged by. */
export function reasonsFor({ item, nextDueOn, nextDue, driftFromOn, openActions, signals, lastPutOff }: Candidate, sittingOn: LocalDate, today: LocalDate): readonly Reason[] {
  const { askedFor, how, enteredOn, cameFrom, lastHeardOn, returnOn } = item.values
  const reasons: Reason[] = []
  if (askedFor !== null) reasons.push({ kind: 'asked for', words: `Asked for: ${askedFor}` })
  if (nextDueOn !== null && nextDueOn < today) {
    reasons.push({ kind: 'overdue', words: `Overdue by ${daysLate(nextDueOn, today)}: ${nextDue ?? 'a clock'}` })
  }
  if (lastPutOff !== null) reasons.push({ kind: 'put off', words: `Put off from ${formatLong(lastPutOff.on)}: ${lastPutOff.why}` })
  if (driftFromOn !== null && driftFromOn < today) reasons.push({ kind: 'drifting', words: `Permanence drifting for ${daysLate(driftFromOn, today)}` })
  for (const signal of signals) reasons.push({ kind: 'signal', words: signal })
  if (lastHeardOn === null) {
    reasons.push(how === 'transferred'
      ? { kind: 'transferred in', words: `Transferred in on ${formatLong(enteredOn)}${cameFrom === null ? '' : ` from ${cameFrom}`}` }
      : { kind: 'new', words: `New to the panel since ${formatLong(enteredOn)}` })
  }
  if (returnOn !== null && returnOn <= sittingOn) reasons.push({ kind: 'due', words: `Due to return by ${formatLong(returnOn)}` })
  if (openActions > 0) reasons.push({ kind: 'actions', words: `${openActions} ${openActions === 1 ? 'action' : 'actions'} not done` })
  return reasons
}

/** Since when a child waits for this panel: the earliest day that has passed it by. */
function waitingSince({ item: { values }, nextDueOn, driftFromOn }: Candidate, today: LocalDate): LocalDate {
  const { enteredOn, lastHeardOn, returnOn } = values
  const passed = [nextDueOn, driftFromOn, returnOn].filter((day): day is LocalDate => day !== null && day < today)
  return passed.reduce((first, day) => (day < first ? day : first), lastHeardOn ?? enteredOn)
}

/**
 * The children proposed, who waits most urgently first: by the most pressing reason, then those a sitting put off before, then
 * who has waited longest. Otherwise a child whose clock stays overdue would be heard month by month, and another never.
 * Those there is no reason to hear are left out.
 */
export function proposals(candidates: readonly Candidate[], sittingOn: LocalDate, today: LocalDate): readonly Proposal[] {
  return candidates
    .map((candidate) => {
      const reasons = reasonsFor(candidate, sittingOn, today)
      return {
        item: candidate.item, reasons, rank: Math.min(...reasons.map(({ kind }) => reasonKinds.indexOf(kind))),
        owed: candidate.lastPutOff === null ? 1 : 0, since: waitingSince(candidate, today),
      }
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => a.rank - b.rank || a.owed - b.owed || a.since - b.since)
    .map(({ item, reasons }) => ({ item, reasons }))
}

/** Of those proposed, in their order, the ones a sitting still has time for beside `taken`, and the ones that wait. */
export function fitting<T>(proposed: readonly T[], taken: number, capacity: number): { readonly fit: readonly T[]; readonly over: readonly T[] } {
  const room = Math.max(0, capacity - taken)
  return { fit: proposed.slice(0, room), over: proposed.slice(room) }
}

/** Puts those there is no time for off to the next sitting: each stays on this agenda as put off, and is proposed again. */
export function putOffRest(sitting: Sitting, over: readonly Proposal[], why: string, newId: () => string): readonly Change[] {
  return over.map(({ item, reasons }) => added(agendaType, newId(), { childId: item.childId, partOf: sitting.recordId }, {
    state: 'put off', because: reasons.map(({ words }) => words).join('\n'), presenter: null, putOffWhy: why,
  }))
}

const signedOff = 'This sitting takes no more children: its minutes are signed off, or it was called off.'

/** Takes children onto the agenda, in the order given. Those who are on it already stay as they are. */
export function accepted(sitting: Sitting, taken: readonly Proposal[], held: readonly AgendaItem[], newId: () => string): Decided {
  if (sitting.values.state !== 'planned') return refused(signedOff)
  return done(taken.flatMap(({ item, reasons }) => {
    const because = reasons.length === 0 ? 'Put on the agenda by hand' : reasons.map(({ words }) => words).join('\n')
    const before = held.find(({ childId }) => childId === item.childId)
    if (before?.values.state === 'accepted') return []
    if (before !== undefined) return [revised(agendaType, before, { state: 'accepted', because, putOffWhy: null })]
    return [added(agendaType, newId(), { childId: item.childId, partOf: sitting.recordId }, { state: 'accepted', because, presenter: null, putOffWhy: null })]
  }))
}

/** Puts a child off to a later sitting, with the reason. Not once the panel has decided. */
export function putOff(sitting: Sitting, proposal: Proposal, held: AgendaItem | undefined, decided: boolean, why: string, newId: () => string): Decided {
  if (sitting.values.state !== 'planned') return refused(signedOff)
  if (decided) return refused('The panel has decided about this child at this sitting, so the child cannot be put off.')
  if (why.trim() === '') return refused('Enter why the child is put off', 'putOffWhy')
  if (held !== undefined) return done([revised(agendaType, held, { state: 'put off', putOffWhy: why.trim() })])
  const because = proposal.reasons.map(({ words }) => words).join('\n')
  return done([added(agendaType, newId(), { childId: proposal.item.childId, partOf: sitting.recordId }, {
    state: 'put off', because: because === '' ? 'Proposed by nobody' : because, presenter: null, putOffWhy: why.trim(),
  })])
}
