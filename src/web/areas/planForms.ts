/** The forms of a child's permanence plan: the plan itself, its lines, what stands beside them, and the decision on it. */
import {
  authorsHeld, begin, change, moveLine, newLine, newTask, reviseLine, settlePlan, submit, turnLine, writeDimensions, writeOption, writeTold,
} from '../../app/changePlan.ts'
import { planHeld, type PlanHeld } from '../../app/plan.ts'
import { planPage } from '../../app/planPage.ts'
import type { PersonListed } from '../../app/records.ts'
import type { Work } from '../../app/work.ts'
import { actionType } from '../../core/actions/action.ts'
import { dimensionsType } from '../../core/plan/dimensions.ts'
import { lineFields, lineType, type Line } from '../../core/plan/line.ts'
import { optionType } from '../../core/plan/option.ts'
import { planFields, planType } from '../../core/plan/plan.ts'
import { lackingIn } from '../../core/plan/state.ts'
import { toldType } from '../../core/plan/told.ts'
import { routeWords } from '../../core/permanence/routes.ts'
import { declareRecord, type RecordFields } from '../../core/records/recordType.ts'
import type { ChildHeadModel } from '../childHead.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { decideModel } from '../views/plan-decide/view.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { takeForm } from '../forms/takeForm.ts'

const notFound: Answer = { kind: 'not found' }
const toPlan = { path: '/plan', words: 'Plan' }

/** A form that needs a plan to be there. */
const onPlan = (make: (ask: Ask, head: ChildHeadModel, held: PlanHeld) => Promise<Answer>): Handler =>
  childForm('/plan', async (ask, head) => {
    const held = await planHeld(ask.work, head.childId)
    return held === undefined ? notFound : make(ask, head, held)
  })

/** A form about one of its lines. */
const onLine = (make: (ask: Ask, head: ChildHeadModel, line: Line, held: PlanHeld) => Promise<Answer>): Handler =>
  onPlan(async (ask, head, held) => {
    const line = held.lines.find(({ recordId }) => recordId === ask.params['recordId'])
    return line === undefined ? notFound : make(ask, head, line, held)
  })

/** `/children/:childId/plan/begin`: the first plan, or another in the place of one that no longer fits. */
export const beginForm: Handler = childForm('/plan', async (ask, head) => {
  const older = await planHeld(ask.work, head.childId)
  const again = older === undefined ? [] : ['changeWhy'] as const
  return childFormAnswer(ask, head, {
    back: toPlan, type: planType, only: [...planFields, ...again], button: 'Begin the plan', done: 'The plan is begun. Add its lines next.',
    title: older === undefined ? 'Begin a permanence plan' : 'Begin another plan',
    intro: older === undefined ? [] : [
      'The plan that is there now is closed: it stays in the history, and nothing is in force until the new one is authorised.',
      'To turn the plan to another route, change the role of a line instead.',
    ],
    save: ({ changeWhy = null, ...values }) => begin(ask.work, head.childId, { ...values, changeWhy }),
  })
})

/** `/children/:childId/plan/about`: what the plan says as a whole. */
export const aboutForm: Handler = onPlan((ask, head, { plan }) => childFormAnswer(ask, head, {
  back: toPlan, type: planType, only: planFields, held: plan, title: 'What the plan says', button: 'Save', done: 'The plan is changed.',
  intro: plan.values.status === 'draft' ? [] : ['Saving a change makes the plan a draft again: it has to be put forward and authorised anew.'],
  save: (values) => change(ask.work, head.childId, values),
}))

/** `/children/:childId/plan/lines/new` */
export const newLineForm: Handler = onPlan((ask, head, { plan, lines }) => childFormAnswer(ask, head, {
  back: toPlan, type: offering(lineType, 'role', ({ value }) => value !== 'ended'), only: ['route', 'role', ...lineFields],
  values: { owner: ask.work.actor.personId, startedOn: ask.today, role: lines.length === 0 ? 'primary' : 'parallel' },
  title: 'Add a line', button: 'Add the line', done: plan.values.status === 'draft' ? 'The line is added.' : 'The line is added. The plan is a draft again.',
  intro: ['A line is one way to permanence. Say why it is right for this child, who is moving it on, and by when.'],
  save: (values) => newLine(ask.work, head.childId, values),
}))

/** The same declaration with some of a field's choices left out: what may be chosen differs by the moment. */
function offering<T extends { readonly fields: RecordFields }>(type: T, field: string, keep: (choice: { readonly value: string }) => boolean): T {
  const about = type.fields[field]
  if (about === undefined || !('choices' in about)) return type
  return { ...type, fields: { ...type.fields, [field]: { ...about, choices: about.choices.filter(keep) } } }
}

/** `/children/:childId/plan/lines/:recordId/change` */
export const lineForm: Handler = onLine((ask, head, line, { plan }) => childFormAnswer(ask, head, {
  type: lineType, only: lineFields, held: line, back: { path: `/plan/lines/${line.recordId}`, words: 'Back' }, button: 'Save', done: 'The line is changed.',
  title: `Change the line: ${routeWords[line.values.route]}`,
  intro: plan.values.status === 'draft' ? [] : ['Changing why, the target date or what would decide it makes the plan a draft again. Who is moving it on and what shows that it can work may change at any time.'],
  save: (values) => reviseLine(ask.work, head.childId, line.recordId, values),
}))

/** `/children/:childId/plan/lines/:recordId/moved` */
export const movedForm: Handler = onLine((ask, head, line) => childFormAnswer(ask, head, {
  type: required(lineType, { movedOn: 'Enter the day it moved', moved: 'Enter what moved it' }), only: ['movedOn', 'moved'],
  values: { movedOn: ask.today }, back: { path: `/plan/lines/${line.recordId}`, words: 'Back' }, button: 'Save', done: 'What moved the line is noted.',
  title: `What moved it: ${routeWords[line.values.route]}`, intro: ['Something that brought the child nearer to permanence by this route, for example: viability assessment of the aunt came back positive.'],
  save: ({ movedOn, moved }) => moveLine(ask.work, head.childId, line.recordId, { movedOn: movedOn ?? ask.today, moved: moved ?? '' }),
}))

/** The same declaration with fields asked that may otherwise be left out, and what to say when they are. */
function required<T extends { readonly fields: RecordFields }>(type: T, missing: Readonly<Record<string, string>>): T {
  const fields = Object.fromEntries(Object.entries(type.fields).map(([field, about]) =>
    [field, missing[field] === undefined ? about : { ...about, required: true, missing: missing[field] }]))
  return { ...type, fields }
}

/** `/children/:childId/plan/lines/:recordId/role` */
export const roleForm: Handler = onLine((ask, head, line, { lines }) => {
  const primary = lines.find(({ values: { role } }) => role === 'primary')
  return childFormAnswer(ask, head, {
    type: required(lineType, { roleWhy: 'Enter why its role changes' }), only: ['role', 'roleWhy'], held: line, instead: { roleWhy: null },
    back: { path: `/plan/lines/${line.recordId}`, words: 'Back' }, button: 'Change the role', done: 'The role is changed. The plan is a draft until it is authorised.',
    title: `Change the role: ${routeWords[line.values.route]}`,
    intro: [
      'The plan becomes a draft until somebody authorises the change. What was in force stays in force until then, and every role it has had stays in the history.',
      ...(primary === undefined || primary.recordId === line.recordId ? [] : [
        `If you make this the primary line, ${routeWords[primary.values.route].toLowerCase()} goes on beside it as a parallel line, and the next review has to endorse the plan anew.`,
      ]),
    ],
    save: (values) => turnLine(ask.work, head.childId, line.recordId, values),
  })
})

/** `/children/:childId/plan/lines/:recordId/task`: an action that is part of the line. */
export const taskForm: Handler = onLine(async (ask, head, line) => (await ask.work.decide(head.childId, 'see', 'plan draft')).kind !== 'allow' ? notFound : childFormAnswer(ask, head, {
  type: actionType, only: ['what', 'owner', 'dueOn'], values: { owner: line.values.owner }, back: { path: `/plan/lines/${line.recordId}`, words: 'Back' },
  title: `Add a task: ${routeWords[line.values.route]}`, button: 'Add the task', done: 'The task is added, and its owner has been told.',
  save: (values) => newTask(ask.work, head.childId, line.recordId, values),
}))

/** `/children/:childId/plan/options/new` and `/children/:childId/plan/options/:recordId` */
export const optionForm: Handler = onPlan(async (ask, head, { plan }) => {
  const id = ask.params['recordId']
  const held = id === undefined ? undefined : await ask.work.records.one(optionType, id)
  if (id !== undefined && held?.partOf !== plan.recordId) return notFound
  const route = ask.query.get('route')
  return childFormAnswer(ask, head, {
    back: toPlan, type: optionType, only: Object.keys(optionType.fields) as (keyof typeof optionType.fields)[], held,
    values: { consideredOn: ask.today, ...(route !== null && route in routeWords ? { route: route as keyof typeof routeWords } : {}) },
    title: held === undefined ? 'Weigh up an option' : `Weigh up: ${routeWords[held.values.route]}`, button: 'Save', done: 'The balance sheet is changed.',
    intro: ['Set out what speaks for and against, on the evidence, for every realistic option. An option that is ruled out stays, with the reason.'],
    save: (values) => writeOption(ask.work, head.childId, held, values),
  })
})

/** `/children/:childId/plan/told/new` and `/children/:childId/plan/told/:recordId` */
export const toldForm: Handler = onPlan(async (ask, head, { plan }) => {
  const id = ask.params['recordId']
  const held = id === undefined ? undefined : await ask.work.records.one(toldType, id)
  if (id !== undefined && held?.partOf !== plan.recordId) return notFound
  return childFormAnswer(ask, head, {
    back: toPlan, type: toldType, only: Object.keys(toldType.fields) as (keyof typeof toldType.fields)[], held,
    values: { toldOn: ask.today, toldBy: ask.work.actor.personId },
    title: 'Who was told that plans run side by side', button: 'Save', done: 'Noted who was told.',
    intro: ['Parents are told from the outset that more than one plan is being worked on, and within what time. The child is told in a way that suits their age.'],
    save: (values) => writeTold(ask.work, head.childId, held, values),
  })
})

/** `/children/:childId/plan/dimensions` */
export const dimensionsForm: Handler = onPlan(async (ask, head, { plan }) => {
  const held = (await ask.work.records.find([dimensionsType], { partOf: plan.recordId })).at(-1)
  return childFormAnswer(ask, head, {
    back: toPlan, type: dimensionsType, only: Object.keys(dimensionsType.fields) as (keyof typeof dimensionsType.fields)[], held, values: { notedOn: ask.today },
    title: 'Legal, physical and relational permanence', button: 'Save', done: 'The notes on permanence are changed.',
    intro: ['Each is looked at by itself. One being secure does not make another so.'],
    save: (values) => writeDimensions(ask.work, head.childId, held, values),
  })
})

/** `/children/:childId/plan/put-forward` */
export const putForwardForm: Handler = onPlan(async (ask, head, held) => {
  const lacking = lackingIn(held.plan, held.lines)
  if (lacking.length > 0 && !ask.sent) return { kind: 'redirect', to: `${head.href}/plan` }
  return childFormAnswer(ask, head, {
    back: toPlan, type: required(planType, { askedOf: 'Choose who is to authorise it' }), only: ['askedOf'], held: held.plan,
    people: await approvers(ask.work, head.childId, held),
    title: 'Put the plan forward', button: 'Put it forward', done: 'The plan is put forward. Whoever is to authorise it has been told.',
    intro: ['Whoever authorises the plan did not write any of it. Changing the plan after this takes it back to a draft.'],
    save: ({ askedOf }) => submit(ask.work, head.childId, askedOf ?? ''),
  })
})

/** Managers who may authorise plans of this child and wrote nothing of this one. */
async function approvers(work: Work, childId: string, held: PlanHeld): Promise<readonly PersonListed[]> {
  const authors = await authorsHeld(work, held)
  const found: PersonListed[] = []
  for (const person of await work.records.people(['team manager'])) {
    if (!authors.includes(person.personId) && (await work.decideFor(person, childId, 'decide', 'plan draft')).kind === 'allow') found.push(person)
  }
  return found
}

/** What whoever authorises a plan is asked. */
const decisionForm = declareRecord({
  name: 'plan decision', noun: 'the decision on a plan', resource: 'plan draft', about: 'child',
  fields: {
    decision: {
      kind: 'choice', label: 'What do you decide?', required: true, missing: 'Choose whether to authorise the plan or send it back', choices: [
        { value: 'authorise', label: 'Authorise it', hint: 'The lines are in force with these roles from now on' },
        { value: 'send back', label: 'Send it back', hint: 'Say below what has to be different' },
      ],
    },
    returnedWhy: { ...planType.fields.returnedWhy, hint: 'Only when it is: what has to be different before it can be authorised' },
  },
})

/** `/children/:childId/plan/decide`: authorising the plan or sending it back. */
export const decideForm: Handler = childForm('/plan', async (ask, head) => {
  const page = await planPage(ask.work, head.childId, null)
  const back = { href: `${head.href}/plan` }
  if (page.kind === 'none' || page.plan.values.status !== 'put forward') return { kind: 'redirect', to: back.href }
  if (page.may.decide === 'no') return notFound
  const taken = await takeForm(ask, {
    type: decisionForm, version: page.plan.version, back, done: 'The plan is authorised. Those who wrote it have been told.',
    async save({ decision, returnedWhy }) {
      // What is authorised is what was read.
      if (ask.form.get('version') !== String(page.plan.version)) return { field: 'decision', why: 'The plan was changed while you read it. Read it again, then decide' }
      const refused = await settlePlan(ask.work, head.childId, { decision, returnedWhy })
      if (refused !== undefined) return { field: refused.field ?? 'decision', why: refused.why }
      return decision === 'authorise' ? undefined : { to: back.href, done: 'The plan is sent back. Those who wrote it have been told.' }
    },
  })
  if (taken.kind === 'answered') return taken.answer
  return {
    kind: 'page', view: 'plan-decide', room: 'children', title: `Authorise the plan – child ${head.code}`, status: taken.status,
    model: { head, form: taken.form, ...decideModel(page, ask.today) },
  }
})
