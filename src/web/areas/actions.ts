/** The actions of a child. */
import { actionOwners, actionSeen, actionsOfChild, raiseAction, settleAction, type ActionSeen, type Outcome } from '../../app/actions.ts'
import { actionType } from '../../core/actions/action.ts'
import { readForm, type FieldError, type Typed } from '../../core/records/readForm.ts'
import { requiring } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { conflictPage } from '../forms/conflict.ts'
import { formModel } from '../forms/form.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { actionPageModel } from '../views/action/view.ts'
import { actionsModel } from '../views/actions/view.ts'
import { recordFormPage } from '../views/record-form/view.ts'

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

const asked = ['what', 'owner', 'dueOn'] as const

async function raisingPage({ work }: Ask, head: ChildHeadModel, typed?: Typed, errors: readonly FieldError[] = []): Promise<Answer> {
  return recordFormPage({
    head, title: 'Raise an action', action: `${head.href}/actions`, button: 'Raise the action',
    form: formModel(actionType, { only: asked, people: await actionOwners(work), typed, errors }),
    back: { href: `${head.href}/actions`, words: 'All actions of this child' },
  })
}

/** `GET /children/:childId/actions/new` */
export const newActionForm: Handler = async (ask) => {
  const head = await headOf(ask, place)
  return head === undefined ? { kind: 'not found' } : raisingPage(ask, head)
}

/** `POST /children/:childId/actions` */
export const raise: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const read = readForm(actionType, ask.form, ask.today, asked)
  if (read.kind === 'wrong') return raisingPage(ask, head, ask.form, read.errors)
  const refusal = await raiseAction(ask.work, head.childId, read.values)
  if (refusal !== undefined) return raisingPage(ask, head, ask.form, [{ field: refusal.field ?? 'what', text: refusal.why }])
  return { kind: 'redirect', to: `${head.href}/actions`, flash: { kind: 'success', words: 'The action is raised.' } }
}

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

/** What a form about an action asks, and what it makes of the answers. */
interface Settling {
  readonly title: string
  readonly lead?: readonly string[]
  readonly button: string
  readonly flash: string
  readonly fields: readonly (keyof typeof actionType.fields)[]
  /** A form that says who is to do it next must not be filled in with who has it now. */
  readonly blank?: true
  readonly read: (ask: Ask) => { readonly outcome: Outcome } | { readonly errors: readonly FieldError[] }
}

/** The three ways in which an action goes on, by the last part of their address. */
export const settlings = {
  done: {
    title: 'It is done', button: 'Save that it is done', flash: 'The action is done.', fields: ['endedOn', 'ending'],
    read: ({ form, today }) => {
      const read = readForm(requiring(actionType, 'endedOn', 'ending'), form, today, ['endedOn', 'ending'])
      return read.kind === 'wrong' ? read : { outcome: { kind: 'done', ...read.values } }
    },
  },
  'not-needed': {
    title: 'It is no longer needed', button: 'End the action', flash: 'The action has ended.', fields: ['cancelledWhy'],
    lead: ['Not for an action that nobody did: leave it open or hand it on, so that it is not lost.'],
    read: ({ form, today }) => {
      const read = readForm(requiring(actionType, 'cancelledWhy'), form, today, ['cancelledWhy'])
      return read.kind === 'wrong' ? read : { outcome: { kind: 'cancelled', why: read.values.cancelledWhy } }
    },
  },
  'hand-on': {
    title: 'Hand it on', button: 'Hand it on', flash: 'The action is handed on.', fields: ['owner', 'handedOnWhy'], blank: true,
    lead: ['It keeps its day. The person you hand it to is told.'],
    read: ({ form, today }) => {
      const read = readForm(requiring(actionType, 'handedOnWhy'), form, today, ['owner', 'handedOnWhy'])
      return read.kind === 'wrong' ? read : { outcome: { kind: 'handed on', to: read.values.owner, why: read.values.handedOnWhy } }
    },
  },
} as const satisfies Readonly<Record<string, Settling>>

export type SettlingName = keyof typeof settlings

async function settlingPage({ work }: Ask, { head, seen }: Found, name: SettlingName, typed?: Typed, errors: readonly FieldError[] = []): Promise<Answer> {
  const { title, button, fields, lead, blank }: Settling = settlings[name]
  const here = `${head.href}/actions/${seen.action.recordId}`
  const type = requiring(actionType, ...fields)
  return recordFormPage({
    head, title, button, action: `${here}/${name}`, lead: [`“${seen.action.values.what}”`, ...(lead ?? [])],
    form: formModel(type, {
      only: fields, version: seen.action.version, people: await actionOwners(work), typed, errors, ...(blank === true ? {} : { values: seen.action.values }),
    }),
    back: { href: here, words: 'Back to the action' },
  })
}

/** `GET /children/:childId/actions/:actionId/<name>` */
export const settlingForm = (name: SettlingName): Handler => async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  return found.seen.whyNot === null ? settlingPage(ask, found, name) : onePage(ask, found)
}

/** `POST /children/:childId/actions/:actionId/<name>` */
export const settle = (name: SettlingName): Handler => async (ask) => {
  const found = await foundIn(ask)
  if (found === undefined) return { kind: 'not found' }
  const { title, fields, flash, read }: Settling = settlings[name]
  const { head, seen } = found
  const here = `${head.href}/actions/${seen.action.recordId}`
  if (seen.whyNot !== null) return { kind: 'redirect', to: here, flash: { kind: 'notice', words: seen.whyNot } }
  const conflict = await conflictPage(ask, actionType, seen.action, { only: fields, back: here })
  if (conflict !== undefined) return conflict
  const answer = read(ask)
  if ('errors' in answer) return settlingPage(ask, found, name, ask.form, answer.errors)
  const refusal = await settleAction(ask.work, seen.action, answer.outcome)
  if (refusal !== undefined) return settlingPage(ask, found, name, ask.form, [{ field: refusal.field ?? fields[0] ?? title, text: refusal.why }])
  return { kind: 'redirect', to: here, flash: { kind: 'success', words: flash } }
}
