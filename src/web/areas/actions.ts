/** The actions of a child. */
import { actionOwners, actionSeen, actionsOfChild, raiseAction, settleAction, type ActionSeen } from '../../app/actions.ts'
import { actionType } from '../../core/actions/action.ts'
import { requiring } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { formAnswer, type FormAsked } from '../forms/takeForm.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { actionPageModel } from '../views/action/view.ts'
import { actionsModel } from '../views/actions/view.ts'

const place = '/actions'

/** `GET /children/:childId/actions` */
export const actionList: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const mayRaise = (await ask.work.decide(head.childId, 'record', 'actions')).kind === 'allow'
  return {
    kind: 'page', view: 'actions', room: 'children', title: `Actions, child ${head.code}`,
    model: actionsModel(head, await actionsOfChild(ask.work, head.childId), mayRaise),
  }
}

/** `GET` and `POST /children/:childId/actions/new` */
export const newAction: Handler = childForm(place, async (ask, head) => childFormAnswer(ask, head, {
  type: actionType, only: ['what', 'owner', 'dueOn'], people: await actionOwners(ask.work), title: 'Raise an action', button: 'Raise the action',
  done: 'The action is raised.', back: { path: place, words: 'All actions of this child' },
  save: (values) => raiseAction(ask.work, head.childId, values),
}))

interface Found {
  readonly head: ChildHeadModel
  readonly seen: ActionSeen
}

async function foundIn(ask: Ask): Promise<Found | undefined> {
  const id = ask.params['actionId'] ?? ''
  const head = await headOf(ask, place)
  const seen = head === undefined || !isId(id) ? undefined : await actionSeen(ask.work, head.childId, id)
  return head === undefined || seen === undefined ? undefined : { head, seen }
}

async function onePage({ work }: Ask, { head, seen }: Found): Promise<Answer> {
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  return {
    kind: 'page', view: 'action', room: 'children', title: `Action, child ${head.code}`,
    model: actionPageModel(head, seen, (id) => names.get(id) ?? 'somebody who is no longer listed'),
  }
}

/** `GET /children/:childId/actions/:actionId` */
export const oneAction: Handler = async (ask) => {
  const found = await foundIn(ask)
  return found === undefined ? { kind: 'not found' } : onePage(ask, found)
}

/** A form that says how an action goes on. */
const settling = (make: (ask: Ask, seen: ActionSeen, around: Around) => Promise<Answer>): Handler => async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const { head, seen } = found
  const here = `${head.href}${place}/${seen.action.recordId}`
  if (seen.whyNot !== null) return ask.sent ? { kind: 'redirect', to: here, flash: { kind: 'notice', words: seen.whyNot } } : onePage(ask, found)
  return make(ask, seen, { head, held: seen.action, back: { href: here, words: 'Back to the action' } })
}

type Around = Pick<FormAsked<typeof actionType, never>, 'head' | 'held' | 'back'>

/** The three ways in which an action goes on, by the last part of their address. */
export const settlings = {
  done: settling((ask, { action }, around) => formAnswer(ask, {
    ...around, type: requiring(actionType, 'endedOn', 'ending'), only: ['endedOn', 'ending'], title: 'It is done', button: 'Save that it is done', done: 'The action is done.',
    lead: [quoted(action)],
    save: (values) => settleAction(ask.work, action, { kind: 'done', ...values }),
  })),
  'not-needed': settling((ask, { action }, around) => formAnswer(ask, {
    ...around, type: requiring(actionType, 'cancelledWhy'), only: ['cancelledWhy'], title: 'It is no longer needed', button: 'End the action', done: 'The action has ended.',
    lead: [quoted(action), 'Not for an action that nobody did: leave it open or hand it on, so that it is not lost.'],
    save: ({ cancelledWhy }) => settleAction(ask.work, action, { kind: 'cancelled', why: cancelledWhy }),
  })),
  'hand-on': settling(async (ask, { action }, around) => formAnswer(ask, {
    ...around, type: requiring(actionType, 'handedOnWhy'), only: ['owner', 'handedOnWhy'], title: 'Hand it on', button: 'Hand it on', done: 'The action is handed on.',
    lead: [quoted(action), 'It keeps its day. The person you hand it to is told.'], people: await actionOwners(ask.work),
    // It says who is to do it next: never filled in with who has it now.
    instead: { owner: null, handedOnWhy: null },
    save: ({ owner, handedOnWhy }) => settleAction(ask.work, action, { kind: 'handed on', to: owner, why: handedOnWhy }),
  })),
} as const satisfies Readonly<Record<string, Handler>>

export type SettlingName = keyof typeof settlings

const quoted = ({ values: { what } }: ActionSeen['action']): string => `“${what}”`
