/** On what approval a child lives with their carers. */
import {
  approvalsOf, askForApproval, askForExtension, giveApproval, giveExtension, mayDecideAsOfficer, setPanel, writeEnd, writeFullApproval, writeOutcome,
} from '../../app/carers.ts'
import { approvalType, extensionType, type Extension, type WholeApproval } from '../../core/carers/approval.ts'
import { approvedFields, askingFields, extendingFields } from '../../core/carers/decide.ts'
import { datedExpiry, furthest } from '../../core/carers/dates.ts'
import { declareRecord, requiring, type Held } from '../../core/records/recordType.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { carersModel } from '../views/carers/view.ts'
import { longDate } from '../words/dates.ts'

const place = '/carers'
const back = { path: place, words: 'Carers’ approval' }
const notFound: Answer = { kind: 'not found' }

/** `GET /children/:childId/carers` */
export const carers: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return notFound
  const { work, today } = ask
  const approvals = await approvalsOf(work, head.childId)
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  const mayDecide = new Set<string>()
  for (const { approval, extensions } of approvals) {
    if (approval.values.state === 'put forward' && await mayDecideAsOfficer(work, approval)) mayDecide.add(approval.recordId)
    for (const one of extensions) if (one.values.state === 'put forward' && await mayDecideAsOfficer(work, approval, one)) mayDecide.add(one.recordId)
  }
  return {
    kind: 'page', view: 'carers', room: 'children', title: `Carers’ approval – child ${head.code}`,
    model: { head, ...carersModel(approvals, { href: head.href, today, mayRecord: work.may('record', 'assessments'), mayDecide, nameOf: (id) => names.get(id) }) },
  }
}

/** A form about one approval of the child. */
const onApproval = (make: (ask: Ask, head: ChildHeadModel, one: WholeApproval) => Promise<Answer>): Handler =>
  childForm(place, async (ask, head) => {
    const one = (await approvalsOf(ask.work, head.childId)).find(({ approval }) => approval.recordId === ask.params['recordId'])
    return one === undefined ? notFound : make(ask, head, one)
  })

/** A form about one extension of it. */
const onExtension = (make: (ask: Ask, head: ChildHeadModel, one: WholeApproval, extension: Extension) => Promise<Answer>): Handler =>
  onApproval((ask, head, one) => {
    const extension = one.extensions.find(({ recordId }) => recordId === ask.params['extensionId'])
    return extension === undefined ? Promise.resolve(notFound) : make(ask, head, one, extension)
  })

/** What is asked of a nominated officer: the two kinds of approval that they give. */
const asking = (() => {
  const type = requiring(approvalType, 'assessedOn', 'grounds')
  const { kind } = type.fields
  return { ...type, fields: { ...type.fields, kind: { ...kind, choices: kind.choices.filter(({ value }) => value !== 'foster carer') as never as typeof kind.choices } } }
})()

/** `/children/:childId/carers/new`: asks for an approval under regulation 24 or 25A. */
export const newApproval: Handler = childForm(place, (ask, head) => childFormAnswer(ask, head, {
  type: asking, only: askingFields, values: { kind: 'temporary', from: ask.today }, title: 'Ask for approval of the carers', button: 'Put it to the nominated officer', back,
  done: 'It waits for a nominated officer, and they are told.',
  intro: ['A nominated officer decides. Whoever assessed the carers, or asks here, does not.'],
  save: (asked) => askForApproval(ask.work, head.childId, asked),
}))

/** `/children/:childId/carers/approved`: writes down that the fostering service approved them. */
export const fullApproval: Handler = childForm(place, (ask, head) => childFormAnswer(ask, head, {
  type: approvalType, only: approvedFields, title: 'Write down approval as foster carers', button: 'Write it down', back,
  done: 'The approval is written down. A temporary approval before it ends with that day.',
  intro: ['The fostering service decides, after its panel. This writes down in the child’s record that it has.'],
  save: (asked) => writeFullApproval(ask.work, head.childId, asked),
}))

const decisionType = declareRecord({
  name: 'nominated officer decision', noun: 'the nominated officer’s decision', resource: 'nominated officer approval', about: 'child',
  fields: {
    approve: {
      kind: 'choice', label: 'What do you decide?', required: true, missing: 'Choose what you decide',
      choices: [{ value: 'yes', label: 'I approve it' }, { value: 'no', label: 'I do not approve it' }],
    },
    reasons: { kind: 'long text', label: 'Your reasons', required: true, missing: 'Write down your reasons', hint: 'The child may read them one day' },
  },
})
const decisionWords = { button: 'Give the decision', done: 'The decision is given, and who asked is told.', back } as const

/** `/children/:childId/carers/:recordId/decide` */
export const decideOnApproval: Handler = onApproval((ask, head, one) => childFormAnswer(ask, head, {
  ...decisionWords, type: decisionType, title: `Decide on the approval of ${one.approval.values.carers}`,
  intro: [one.approval.values.grounds ?? '', 'Whoever assessed the carers or asked for the approval does not decide it.'].filter((words) => words !== ''),
  save: ({ approve, reasons }) => giveApproval(ask.work, one, { approve: approve === 'yes', reasons }),
}))

/** `/children/:childId/carers/:recordId/extensions/:extensionId/decide` */
export const decideOnExtension: Handler = onExtension((ask, head, one, extension) => childFormAnswer(ask, head, {
  ...decisionWords, type: decisionType, title: `Decide on more time for ${one.approval.values.carers}`,
  intro: [
    extension.values.until === null ? 'Asked for until the outcome of the independent review is known.' : `Asked for until ${longDate(extension.values.until)}.`,
    extension.values.stillBest, `The approval ends on ${longDate(datedExpiry(one.approval.values.from, one.extensions))} unless it is extended before.`,
  ],
  save: ({ approve, reasons }) => giveExtension(ask.work, one, extension, { approve: approve === 'yes', reasons }),
}))

/** `/children/:childId/carers/:recordId/extend` */
export const extendApproval: Handler = onApproval((ask, head, one) => childFormAnswer(ask, head, {
  type: extensionType, only: extendingFields, title: `Ask for more time for ${one.approval.values.carers}`, button: 'Put it to the nominated officer', back,
  done: 'It waits for a nominated officer, and they are told.',
  intro: [
    `The approval ends on ${longDate(datedExpiry(one.approval.values.from, one.extensions))}. When the assessment is not finished it can be extended once, to ${longDate(furthest(one.approval.values.from))} at the latest.`,
    'Before it is decided the fostering panel’s view is sought and the reviewing officer is told (regulation 25(4)).',
  ],
  save: (asked) => askForExtension(ask.work, one, asked),
}))

const panelType = requiring(approvalType, 'panelOn')
const endType = requiring(approvalType, 'endedOn', 'ending')
const outcomeType = requiring(extensionType, 'outcomeOn')
const asHeld = <T extends typeof panelType | typeof endType>(_type: T, { approval }: WholeApproval): Held<T> => approval as unknown as Held<T>

/** `/children/:childId/carers/:recordId/panel` */
export const panelForApproval: Handler = onApproval((ask, head, one) => childFormAnswer(ask, head, {
  type: panelType, only: ['panelOn'], held: asHeld(panelType, one), title: 'The fostering panel', button: 'Save', done: 'The day of the fostering panel is kept.', back,
  save: ({ panelOn }) => setPanel(ask.work, one, panelOn),
}))

/** `/children/:childId/carers/:recordId/end` */
export const endOfApproval: Handler = onApproval((ask, head, one) => childFormAnswer(ask, head, {
  type: endType, only: ['endedOn', 'ending'], held: asHeld(endType, one), title: `How the approval of ${one.approval.values.carers} ended`, button: 'Write it down', back,
  done: 'It is written down how the approval ended.',
  save: (asked) => writeEnd(ask.work, one, asked),
}))

/** `/children/:childId/carers/:recordId/extensions/:extensionId/outcome` */
export const outcomeOfReview: Handler = onExtension((ask, head, _one, extension) => childFormAnswer(ask, head, {
  type: outcomeType, only: ['outcomeOn'], held: extension as unknown as Held<typeof outcomeType>, title: 'The outcome of the independent review', button: 'Save', back,
  done: 'It is written down when the outcome was known. The extension ended with that day.',
  save: ({ outcomeOn }) => writeOutcome(ask.work, extension, outcomeOn),
}))
