/**
 * A sitting: what the panel decides about a child goes straight to the child's record (the decision, its actions, the day the
 * child returns, the panel it goes to). When everybody is heard or put off the minutes are signed off by a chair who did
 * not take them; from then on nothing changes but by a dated correction (domain notes part 4).
 */
import type { AskedAction } from '../actions/action.ts'
import { newAction, tellOwner } from '../actions/action.ts'
import { added, done, refused, revised, type Change, type Decided, type ValuesOf } from '../records/recordType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import { putOffRest, type Proposal } from './agenda.ts'
import { colourWords, type ComputedColour } from './colour.ts'
import { entered, left } from './lists.ts'
import type { Quorum } from './quorum.ts'
import {
  choiceType, correctionType, decisionType, itemType, sittingType, minuteType,
  type AgendaItem, type Choice, type Item, type Minute, type Panel, type PanelDecision, type Sitting,
} from './records.ts'

/** What a chair types about a child. */
export type TypedDecision = Pick<ValuesOf<typeof decisionType>, 'decision' | 'colour' | 'colourWhy' | 'next' | 'returnOn' | 'nextWhy'>

/** All that a decision rests on. */
export interface Hearing {
  readonly sitting: Sitting
  readonly panel: Panel
  readonly quorum: Quorum
  readonly agendaItem: AgendaItem
  readonly item: Item
  /** The decision already made at this sitting, when the chair corrects it before sign-off. */
  readonly before: PanelDecision | undefined
  readonly computed: ComputedColour
  /** What the rules say now: a transfer by the chair stands as long as they say it. */
  readonly ruleNow: string
  readonly standing: Choice | undefined
}

export interface NewIds {
  newId(): string
}

/** Records what the panel decided, with its actions, and moves the child on. */
export function decided(
  { sitting, panel, quorum, agendaItem, item, before, computed, ruleNow, standing }: Hearing, typed: TypedDecision, to: Panel | null,
  actions: readonly Omit<AskedAction, 'recordId' | 'childId' | 'partOf' | 'raisedBy'>[], byPersonId: string, today: LocalDate, { newId }: NewIds,
): Decided {
  const { childId } = agendaItem
  if (childId === null) throw new RangeError('an agenda item without a child')
  if (sitting.values.state !== 'planned') return refused('The minutes are signed off: what was decided stands. A later sitting decides anew, or the minutes are corrected.')
  if (today < sitting.values.on) return refused(`The panel sits on ${formatLong(sitting.values.on)}: nothing can be decided before.`)
  if (agendaItem.values.state !== 'accepted') return refused('The child is put off, so nothing is decided at this sitting.')
  if (!quorum.met) return refused(`The sitting has no quorum: ${quorum.words}. Record who takes part first.`)
  if (computed.colour !== null && typed.colour !== computed.colour && typed.colourWhy === null) {
    return refused(`Holdfast works out ${computed.colour}. Enter why you choose ${typed.colour}.`, 'colourWhy')
  }
  if (typed.next === 'returns' && typed.returnOn === null) return refused('Enter the day the child returns', 'returnOn')
  if (typed.next !== 'returns' && typed.nextWhy === null) return refused('Enter why the child goes to another panel or leaves', 'nextWhy')
  if (typed.next === 'transfer' && (to === null || to.recordId === panel.recordId)) return refused('Choose the other panel the child goes to', 'to')
  const moved = before !== undefined && before.values.next !== 'returns'
  if (moved && typed.next !== before.values.next) return refused('The child was already moved on at this sitting. Choose the panel on the child’s own page.', 'next')
  const values = {
    ...typed, returnOn: typed.next === 'returns' ? typed.returnOn : null, decidedOn: sitting.values.on, computed: colourWords(computed),
    wentTo: typed.next === 'transfer' ? (to?.values.name ?? null) : null,
  }
  const decisionId = before?.recordId ?? newId()
  const record = before === undefined
    ? added(decisionType, decisionId, { childId, partOf: sitting.recordId }, values)
    : revised(decisionType, before, values)
  const asked = actions.map((action) => ({ ...action, recordId: newId(), childId, partOf: decisionId, raisedBy: 'panel' as const }))
  return done(
    [record, ...(moved ? [] : onwards(item, typed, { panel, to }, sitting, { ruleNow, standing }, childId, { newId })), ...asked.map((one) => newAction(one, today))],
    asked.flatMap((one) => tellOwner(one, byPersonId)),
  )
}

/** What becomes of the child's place: it waits for the day of return, moves on with the child, or ends with these minutes. */
function onwards(
  item: Item, typed: TypedDecision, { panel, to }: { readonly panel: Panel; readonly to: Panel | null }, sitting: Sitting, rules: Pick<Hearing, 'ruleNow' | 'standing'>, childId: string, { newId }: NewIds,
): readonly Change[] {
  const heard = { lastHeardOn: sitting.values.on, askedFor: null }
  if (typed.next === 'returns') return [revised(itemType, item, { ...heard, returnOn: typed.returnOn })]
  const why = typed.nextWhy ?? ''
  const leaving = left({ ...item, values: { ...item.values, ...heard } }, new Set([panel.recordId]), to?.values.name ?? null, why, sitting.values.on)
  // The rules would send the child straight back: the chair's word stands until they say something new.
  const word = chosen({ childId, panel: typed.next === 'transfer' ? to : null, reason: why, lookAgainOn: null, ruleThen: rules.ruleNow }, rules.standing, newId)
  const arriving = typed.next === 'transfer' && to !== null
    ? [entered(newId(), childId, to, { how: 'transferred', rule: 'chosen', why, cameFrom: panel.values.name }, sitting.values.on)] : []
  return [leaving, ...word, ...arriving]
}

/** A person's word on which panel a child belongs to (null: none), in place of the one before. */
export function chosen(
  { childId, panel, reason, lookAgainOn, ruleThen }: {
    readonly childId: string; readonly panel: Panel | null; readonly reason: string; readonly lookAgainOn: LocalDate | null; readonly ruleThen: string
  }, before: Choice | undefined, newId: () => string,
): readonly Change[] {
  const values = { state: 'stands' as const, panelId: panel?.recordId ?? null, panel: panel?.values.name ?? 'No panel', reason, lookAgainOn, ruleThen }
  return [
    ...(before === undefined ? [] : [revised(choiceType, before, { state: 'replaced' })]),
    added(choiceType, newId(), { childId }, values),
  ]
}

/** What was said about a child, before sign-off. */
export function minuted(sitting: Sitting, childId: string, said: string, before: Minute | undefined, { newId }: NewIds): Decided {
  if (sitting.values.state !== 'planned') return refused('The minutes are signed off. Add a correction instead.')
  return done([before === undefined
    ? added(minuteType, newId(), { childId, partOf: sitting.recordId }, { said })
    : revised(minuteType, before, { said })])
}

/**
 * Signs the minutes off. Every child on the agenda was decided about or put off, and it is known who took the minutes; that
 * it is somebody else who signs is a duty, asked before (`core/access/duties.ts`). Children who leave, leave now; those who
 * were proposed and that nobody answered (`unanswered`) are put off, so that the next agenda knows of them.
 */
export function signedOff(
  sitting: Sitting, quorum: Quorum, agenda: readonly AgendaItem[], decisions: readonly PanelDecision[], leaving: readonly Item[],
  unanswered: readonly Proposal[], byPersonId: string, today: LocalDate, { newId }: NewIds,
): Decided {
  if (sitting.values.state === 'cancelled') return refused('The sitting was called off.')
  if (sitting.values.state !== 'planned') return refused('The minutes are signed off already.')
  if (today < sitting.values.on) return refused(`The panel sits on ${formatLong(sitting.values.on)}: there is nothing to sign off yet.`)
  if (sitting.values.minuteTaker === null) return refused('Say who took the minutes first: whoever took them does not sign them off.', 'minuteTaker')
  if (decisions.length > 0 && !quorum.met) return refused(`The sitting had no quorum: ${quorum.words}. Record who took part.`)
  const open = agenda.filter(({ childId, values }) => values.state === 'accepted' && !decisions.some((one) => one.childId === childId))
  if (open.length > 0) {
    return refused(`${open.length} ${open.length === 1 ? 'child has' : 'children have'} no decision yet. Decide about each, or put them off with a reason.`)
  }
  return done([
    revised(sittingType, sitting, { state: 'signed off', signedOffOn: today, signedOffBy: byPersonId, heard: decisions.length }),
    ...leaving.map((item) => revised(itemType, item, { state: 'closed' })),
    ...putOffRest(sitting, unanswered.filter(({ item }) => item.values.enteredOn <= sitting.values.on), 'Not reached at this sitting', newId),
  ])
}

/** A dated correction beside signed minutes, which stay as they are. */
export function corrected(sitting: Sitting, childId: string, words: string, today: LocalDate, { newId }: NewIds): Decided {
  if (sitting.values.state !== 'signed off') return refused('The minutes are not signed off yet: change them instead.')
  return done([added(correctionType, newId(), { childId, partOf: sitting.recordId }, { on: today, words })])
}
