/** Actions: those of a child, one of them, raising one, and saying what became of it. */
import { granted } from '../core/access/table.ts'
import { roles } from '../core/access/roles.ts'
import { actionType, newAction, tellOwner, type Action } from '../core/actions/action.ts'
import { cancel, complete, handOn, whyNot } from '../core/actions/decide.ts'
import { standingOf, type ActionStanding } from '../core/actions/overdue.ts'
import { done, refused, type Decided } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { carryOut, type PersonListed } from './records.ts'
import type { Work } from './work.ts'

/** An action as lists and pages show it. */
export interface ActionRow {
  readonly action: Action
  readonly owner: string
  readonly standing: ActionStanding
}

/** Whoever holds none of these could never open an action that they were given. */
const couldOwn = roles.filter((role) => granted(role, 'actions', 'see').size > 0)

/** People to whom an action can be given, by name. Whether one of them reaches the child is asked when they are chosen. */
export function actionOwners(work: Work): Promise<readonly PersonListed[]> {
  return work.records.people(couldOwn)
}

/**
 * Why a person cannot be given an action of this child, or null. Given to somebody who does not reach the child it would be
 * seen by nobody who is to do it. The words are the same whatever shuts them out, so that no lock is given away.
 */
export async function ownerRefusal(work: Work, childId: string, personId: string): Promise<string | null> {
  const person = (await actionOwners(work)).find((one) => one.personId === personId)
  if (person !== undefined && (await work.decideFor(person, childId, 'see', 'actions')).kind === 'allow') return null
  return `${person?.name ?? 'That person'} does not work with this child and would not see the action. Choose somebody who does, or have them allocated first`
}

/** Rows of actions, with the names of who has them and how each stands today. */
export async function rowsOf(work: Work, actions: readonly Action[]): Promise<readonly ActionRow[]> {
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  return actions.map((action) => ({
    action, owner: names.get(action.values.owner) ?? 'Somebody who is no longer listed',
    standing: standingOf(action, work.today, work.policies.actions, work.calendar),
  }))
}

/** Every action of a child: open ones first by their day, then those that have ended, newest first. */
export async function actionsOfChild(work: Work, childId: string): Promise<readonly ActionRow[]> {
  const all = await rowsOf(work, await work.records.find([actionType], { childId }))
  const isOpen = ({ action }: ActionRow): boolean => action.values.state === 'open'
  const endedOn = ({ action: { values: { endedOn, raisedOn } } }: ActionRow): LocalDate => endedOn ?? raisedOn
  return [
    ...all.filter(isOpen).sort((a, b) => a.action.values.dueOn - b.action.values.dueOn),
    ...all.filter((row) => !isOpen(row)).sort((a, b) => endedOn(b) - endedOn(a)),
  ]
}

/** The actions that one record raised: a review's, a meeting's, a panel item's. */
export async function actionsRaisedBy(work: Work, recordId: string): Promise<readonly ActionRow[]> {
  return rowsOf(work, await work.records.find([actionType], { partOf: recordId }))
}

export interface ActionSeen extends ActionRow {
  /** Every version, newest first: who had it, and what was said. */
  readonly versions: readonly Action[]
  /** Why this person cannot say what became of it; null when they can. */
  readonly whyNot: string | null
}

/** One action of a child, or undefined when the request reaches none of that id. */
export async function actionSeen(work: Work, childId: string, recordId: string): Promise<ActionSeen | undefined> {
  const action = await work.records.one(actionType, recordId)
  if (action === undefined || action.childId !== childId) return undefined
  const [row] = await rowsOf(work, [action])
  if (row === undefined) return undefined
  return { ...row, versions: await work.records.versions(actionType, recordId), whyNot: await refusalFor(work, action) }
}

async function refusalFor(work: Work, action: Action): Promise<string | null> {
  return whyNot(action, work.actor.personId, await work.decide(action.childId ?? '', 'change', 'actions'))
}

/** What a person types to raise an action by hand. */
export interface ActionTyped {
  readonly what: string
  readonly owner: string
  readonly dueOn: LocalDate
}

/** Raises an action by hand. Its day must not be past: an action that is late from the start says nothing of whoever has it. */
export async function raiseAction(work: Work, childId: string, typed: ActionTyped): Promise<Extract<Decided, { kind: 'refused' }> | undefined> {
  work.allow('record', 'actions')
  const refusal = await ownerRefusal(work, childId, typed.owner)
  if (refusal !== null) return { kind: 'refused', field: 'owner', why: refusal }
  if (typed.dueOn < work.today) return { kind: 'refused', field: 'dueOn', why: 'The day by which it is to be done must be today or in the future' }
  const asked = { ...typed, recordId: work.records.newId(), childId, raisedBy: 'by hand' as const, partOf: null }
  return carryOut(work, done([newAction(asked, work.today)], tellOwner(asked, work.actor.personId)))
}

/** What became of an action. */
export type Outcome =
  | { readonly kind: 'done'; readonly endedOn: LocalDate; readonly ending: string }
  | { readonly kind: 'cancelled'; readonly why: string }
  | { readonly kind: 'handed on'; readonly to: string; readonly why: string }

/** Says what became of an action; gives why it cannot be said. Throws RecordConflict when somebody said something else meanwhile. */
export async function settleAction(work: Work, action: Action, outcome: Outcome): Promise<Extract<Decided, { kind: 'refused' }> | undefined> {
  const not = await refusalFor(work, action)
  if (not !== null) return { kind: 'refused', field: null, why: not }
  return carryOut(work, await decided(work, action, outcome))
}

async function decided(work: Work, action: Action, outcome: Outcome): Promise<Decided> {
  const by = work.actor.personId
  switch (outcome.kind) {
    case 'done': return complete(action, { ...outcome, by }, work.today)
    case 'cancelled': return cancel(action, { why: outcome.why, by }, work.today)
    case 'handed on': {
      const refusal = await ownerRefusal(work, action.childId ?? '', outcome.to)
      return refusal === null ? handOn(action, { to: outcome.to, why: outcome.why, by }) : refused(refusal, 'owner')
    }
  }
}
