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
import type { RecordType } from '../../core/records/recordType.ts'
import { formModel } from '../forms/form.ts'
import { readRows, rowCount, rowFields, rowTyped } from '../forms/rows.ts'
import { sentForm, type FormTaking } from '../forms/takeForm.ts'
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

/** A form of the page, taken in; the page again when it was not taken. */
const sent = <T extends RecordType, K extends keyof T['fields'] & string>(
  ask: Ask, one: ChildAtSitting, form: Typed['form'], asked: Omit<FormTaking<T, K>, 'back' | 'room'>,
): Promise<Answer> => sentForm(ask, { ...asked, back: { href: hrefOf(one) }, room: 'panels' } as FormTaking<T, K>, (errors) => page(ask, one, { form, errors }))

/** A handler about the child at the sitting that the address names. */
const onChild = (make: (ask: Ask, one: ChildAtSitting) => Promise<Answer>): Handler => async (ask) => {
  const one = await childAsked(ask)
  return one === undefined ? { kind: 'not found' } : make(ask, one)
}

/** `POST …/presenter` */
export const presenter: Handler = onChild(async (ask, one) => {
  const { held } = one.line
  return held === null ? { kind: 'not found' } : sent(ask, one, 'presenter', {
    type: agendaType, only: ['presenter'], held, done: 'It is recorded who presents this child.',
    save: (values) => namePresenter(ask.work, one.at, held, values.presenter ?? ''),
  })
})

/** `POST …/put-off` */
export const postpone: Handler = onChild((ask, one) => sent(ask, one, 'put-off', {
  type: agendaType, only: ['putOffWhy'], onward: nextHref(one), done: `Child ${one.line.code} is put off, with the reason.`,
  async save({ putOffWhy }) {
    const refusal = await putChildOff(ask.work, one.at, one.line.childId, putOffWhy ?? '')
    return refusal === undefined ? undefined : { field: 'putOffWhy', why: refusal.why }
  },
}))

/** `POST …/decision` */
export const decision: Handler = onChild((ask, one) => {
  const { form, today, work } = ask
  const actions = readRows(actionType, form, 'action', today, actionFields)
  return sent(ask, one, 'decision', {
    type: decisionType, only: decisionFields, held: one.line.decision ?? undefined, onward: nextHref(one),
    done: `What the panel decided stands on the record of child ${one.line.code}.`,
    read() {
      const own = readForm(decisionType, form, today, decisionFields)
      return actions.errors.length === 0 ? own : { kind: 'wrong', errors: [...(own.kind === 'wrong' ? own.errors : []), ...actions.errors] }
    },
    save: (values) => decideChild(work, one, values, form.get('to'), actions.rows.map((row) => row.values)),
  })
})

/** `POST …/minute` */
export const minute: Handler = onChild((ask, one) => sent(ask, one, 'minute', {
  type: minuteType, only: ['said'], held: one.minute ?? undefined, onward: ask.form.get('stay') === 'yes' ? hrefOf(one) : nextHref(one),
  done: `What was said about child ${one.line.code} is in the minutes.`,
  save: ({ said }) => minuteChild(ask.work, one, said),
}))

/** `POST …/correction` */
export const correction: Handler = onChild((ask, one) => sent(ask, one, 'correction', {
  type: correctionType, only: ['words'], done: 'The correction stands beside the minutes, with today’s date.',
  save: ({ words }) => correctMinutes(ask.work, one, words),
}))
