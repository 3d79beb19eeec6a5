/** The meeting on screen, one child a page: the papers, what is said, what is decided, and on to the next child. */
import { actionOwners } from '../../app/actions.ts'
import { paperOf } from '../../app/panelPapers.ts'
import {
  childAtSitting, correctMinutes, decideChild, minuteChild, namePresenter, putChildOff, type ChildAtSitting,
} from '../../app/panelSittings.ts'
import { panelsInUse } from '../../app/panels.ts'
import { actionType } from '../../core/actions/action.ts'
import { agendaType, correctionType, decisionType, minuteType } from '../../core/panels/records.ts'
import { readForm, type FieldError } from '../../core/records/readForm.ts'
import { conflictPage } from '../forms/conflict.ts'
import { formModel } from '../forms/form.ts'
import { readRows, rowCount, rowFields, rowTyped } from '../forms/rows.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { hearingModel } from '../views/panel-hearing/view.ts'
import { paperModel } from '../views/panel-papers/view.ts'
import { papersPage, sittingHref } from './panelSittings.ts'

const decisionFields = ['decision', 'colour', 'colourWhy', 'next', 'returnOn', 'nextWhy'] as const
const actionFields = ['what', 'owner', 'dueOn'] as const

async function childAsked({ work, params }: Pick<Ask, 'work' | 'params'>): Promise<ChildAtSitting | undefined> {
  const { panelId = '', sittingId = '', childId = '' } = params
  return [panelId, sittingId, childId].every(isId) ? childAtSitting(work, panelId, sittingId, childId) : undefined
}

const hrefOf = (one: ChildAtSitting, childId = one.line.childId): string => `${sittingHref(one.at)}/children/${childId}`

/** Where to go after a child: the next one, or back to the sitting after the last. */
function nextHref(one: ChildAtSitting): string {
  const next = one.at.accepted[one.index + 1]
  return next === undefined ? sittingHref(one.at) : hrefOf(one, next.childId)
}

interface Typed {
  readonly form: 'decision' | 'minute' | 'correction' | 'presenter' | 'put-off'
  readonly errors: readonly FieldError[]
}

async function page(ask: Ask, one: ChildAtSitting, typed: Typed | null): Promise<Answer> {
  const { work, form, labels, today } = ask
  const paper = await paperOf(work, one.line.childId)
  if (paper === undefined) return { kind: 'not found' }
  const people = await work.records.people()
  const owners = await actionOwners(work)
  const { at, line, minute: held } = one
  const open = at.sitting.values.state === 'planned'
  const typedIn = (name: Typed['form']) => (typed?.form === name ? { typed: form, errors: typed.errors } : {})
  const deciding = typed?.form === 'decision' ? typed : null
  const rows = rowCount(deciding === null ? undefined : form, 'action', line.decision === null ? 2 : 1)
  const inUse = await panelsInUse(work)
  const previous = at.accepted[one.index - 1]
  return {
    kind: 'page', view: 'panel-hearing', room: 'panels', title: `Child ${line.code} at ${at.panel.panel.values.name}`, status: typed === null || typed.errors.length === 0 ? 200 : 422,
    model: hearingModel({
      one, href: hrefOf(one), sitting: sittingHref(at), people, today, open,
      paper: paperModel(paper, line.held?.values.because ?? '', labels, today),
      previous: previous === undefined ? null : { href: hrefOf(one, previous.childId), code: previous.code },
      next: at.accepted[one.index + 1] === undefined ? null : { href: nextHref(one), code: at.accepted[one.index + 1]?.code ?? '' },
      errors: typed?.form === 'put-off' ? typed.errors : [],
      panels: (inUse?.panels ?? []).filter(({ panel }) => panel.recordId !== at.panel.panel.recordId)
        .map(({ panel }) => ({ value: panel.recordId, text: panel.values.name, checked: deciding !== null && form.get('to') === panel.recordId })),
      toError: deciding?.errors.find(({ field }) => field === 'to')?.text ?? null,
      presenterForm: open && at.serves ? formModel(agendaType, {
        only: ['presenter'], people, ...(line.held === null ? {} : { values: line.held.values, version: line.held.version }), ...typedIn('presenter'),
      }) : null,
      minuteForm: open && one.mayMinute ? formModel(minuteType, { ...(held === null ? {} : { values: held.values, version: held.version }), ...typedIn('minute') }) : null,
      correctionForm: !open && one.mayCorrect ? formModel(correctionType, { only: ['words'], ...typedIn('correction') }) : null,
      decisionForm: !open || one.whyNotDecide !== null ? null : formModel(decisionType, {
        only: decisionFields,
        ...(line.decision === null ? { values: { colour: one.computed.colour, next: 'returns' } } : { values: line.decision.values, version: line.decision.version }),
        ...typedIn('decision'),
      }),
      rows: Array.from({ length: rows }, (_, index) => rowFields(actionType, 'action', index, {
        only: actionFields, people: owners,
        ...(deciding === null ? {} : {
          typed: rowTyped(form, 'action', index),
          errors: deciding.errors.flatMap(({ field, text }) => (field.startsWith(`action-${index + 1}-`) ? [{ field: field.slice(`action-${index + 1}-`.length), text }] : [])),
        }),
      })),
    }),
  }
}

/** `GET …/children/:childId` */
export const hearing: Handler = async (ask) => {
  const one = await childAsked(ask)
  return one === undefined ? { kind: 'not found' } : page(ask, one, null)
}

/** `GET …/children/:childId/paper` */
export const paper: Handler = async (ask) => {
  const one = await childAsked(ask)
  const found = one === undefined ? undefined : await paperOf(ask.work, one.line.childId)
  if (one === undefined || found === undefined) return { kind: 'not found' }
  return papersPage(ask, one.at, [{ paper: found, because: one.line.held?.values.because ?? '' }], hrefOf(one))
}

/** `POST …/presenter` */
export const presenter: Handler = async (ask) => {
  const one = await childAsked(ask)
  const held = one?.line.held
  if (one === undefined || held === null || held === undefined) return { kind: 'not found' }
  const conflict = await conflictPage(ask, agendaType, held, { only: ['presenter'], back: hrefOf(one), room: 'panels' })
  if (conflict !== undefined) return conflict
  const refusal = await namePresenter(ask.work, one.at, held, ask.form.get('presenter') ?? '')
  if (refusal !== undefined) return page(ask, one, { form: 'presenter', errors: [{ field: refusal.field ?? 'presenter', text: refusal.why }] })
  return { kind: 'redirect', to: hrefOf(one), flash: { kind: 'success', words: 'It is recorded who presents this child.' } }
}

/** `POST …/put-off` */
export const postpone: Handler = async (ask) => {
  const one = await childAsked(ask)
  if (one === undefined) return { kind: 'not found' }
  const refusal = await putChildOff(ask.work, one.at, one.line.childId, ask.form.get('putOffWhy') ?? '')
  if (refusal !== undefined) return page(ask, one, { form: 'put-off', errors: [{ field: 'putOffWhy', text: refusal.why }] })
  return { kind: 'redirect', to: nextHref(one), flash: { kind: 'success', words: `Child ${one.line.code} is put off, with the reason.` } }
}

/** `POST …/decision` */
export const decision: Handler = async (ask) => {
  const one = await childAsked(ask)
  if (one === undefined) return { kind: 'not found' }
  if (one.line.decision !== null) {
    const conflict = await conflictPage(ask, decisionType, one.line.decision, { only: decisionFields, back: hrefOf(one), room: 'panels' })
    if (conflict !== undefined) return conflict
  }
  const { form, today, work } = ask
  if (form.get('more') === 'action') return page(ask, one, { form: 'decision', errors: [] })
  const read = readForm(decisionType, form, today, decisionFields)
  const actions = readRows(actionType, form, 'action', today, actionFields)
  if (read.kind === 'wrong' || actions.errors.length > 0) {
    return page(ask, one, { form: 'decision', errors: [...(read.kind === 'wrong' ? read.errors : []), ...actions.errors] })
  }
  const refusal = await decideChild(work, one, read.values, form.get('to'), actions.rows.map(({ values }) => values))
  if (refusal !== undefined) return page(ask, one, { form: 'decision', errors: [{ field: refusal.field ?? 'decision', text: refusal.why }] })
  return { kind: 'redirect', to: nextHref(one), flash: { kind: 'success', words: `What the panel decided stands on the record of child ${one.line.code}.` } }
}

/** `POST …/minute` */
export const minute: Handler = async (ask) => {
  const one = await childAsked(ask)
  if (one === undefined) return { kind: 'not found' }
  if (one.minute !== null) {
    const conflict = await conflictPage(ask, minuteType, one.minute, { only: ['said'], back: hrefOf(one), room: 'panels' })
    if (conflict !== undefined) return conflict
  }
  const read = readForm(minuteType, ask.form, ask.today)
  if (read.kind === 'wrong') return page(ask, one, { form: 'minute', errors: read.errors })
  const refusal = await minuteChild(ask.work, one, read.values.said)
  if (refusal !== undefined) return page(ask, one, { form: 'minute', errors: [{ field: 'said', text: refusal.why }] })
  return { kind: 'redirect', to: ask.form.get('stay') === 'yes' ? hrefOf(one) : nextHref(one), flash: { kind: 'success', words: `What was said about child ${one.line.code} is in the minutes.` } }
}

/** `POST …/correction` */
export const correction: Handler = async (ask) => {
  const one = await childAsked(ask)
  if (one === undefined) return { kind: 'not found' }
  const read = readForm(correctionType, ask.form, ask.today, ['words'])
  if (read.kind === 'wrong') return page(ask, one, { form: 'correction', errors: read.errors })
  const refusal = await correctMinutes(ask.work, one, read.values.words)
  if (refusal !== undefined) return page(ask, one, { form: 'correction', errors: [{ field: 'words', text: refusal.why }] })
  return { kind: 'redirect', to: hrefOf(one), flash: { kind: 'success', words: 'The correction stands beside the minutes, with today’s date.' } }
}
