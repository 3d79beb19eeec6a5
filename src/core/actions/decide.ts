/** What becomes of an action: done, no longer needed, handed on, put off. Who may say so is decided here too. */
import type { Decision } from '../access/decide.ts'
import { done, refused, revised, type Decided, type Telling } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'
import { actionAddress, actionType, tellOwner, type Action } from './action.ts'

/** Why nobody may change this action, or null: whoever has it says what became of it, besides those the access table lets change actions. */
export function whyNot(action: Action, personId: string, mayChange: Decision): string | null {
  if (action.values.state !== 'open') return 'This action has ended. Raise a new one if something is still to be done.'
  if (action.values.owner === personId || mayChange.kind === 'allow') return null
  return 'Only the person who has this action, the child’s social worker and the team manager can say what became of it.'
}

/** Says that an action is done: what was done, on a day that is neither before it was raised nor to come. */
export function complete(action: Action, { endedOn, ending, by }: { readonly endedOn: LocalDate; readonly ending: string; readonly by: string }, today: LocalDate): Decided {
  if (endedOn > today) return refused('The day it was done must be today or in the past', 'endedOn')
  if (endedOn < action.values.raisedOn) return refused('The day it was done must not be before the day it was raised', 'endedOn')
  return done([revised(actionType, action, { state: 'done', endedOn, ending })], tellRaiser(action, by, 'An action that you raised is done.'))
}

/** Says that an action is no longer needed, and why: never the way to be rid of one that was not done. */
export function cancel(action: Action, { why, by }: { readonly why: string; readonly by: string }, today: LocalDate): Decided {
  return done(
    [revised(actionType, action, { state: 'cancelled', endedOn: today, cancelledWhy: why })],
    tellRaiser(action, by, 'An action that you raised was ended as no longer needed.'))
}

/** Gives an action to somebody else, who is told. It stays open and keeps its day, so that handing on never hides a delay. */
export function handOn(action: Action, { to, why, by }: { readonly to: string; readonly why: string; readonly by: string }): Decided {
  if (to === action.values.owner) return refused('Choose somebody other than the person who has it', 'owner')
  const { recordId, childId } = action
  return done(
    [revised(actionType, action, { owner: to, handedOnWhy: why })],
    childId === null ? [] : tellOwner({ recordId, childId, owner: to }, by))
}

/** Whoever raised it learns what became of it, unless they did it themselves. */
function tellRaiser({ recordId, childId, firstRecordedBy }: Action, by: string, words: string): readonly Telling[] {
  if (firstRecordedBy.personId === by || childId === null) return []
  return [{ personId: firstRecordedBy.personId, words, address: actionAddress(childId, recordId), childId }]
}
