/**
 * Changing a child's plan: each asks whether the person may, decides in the core, and writes all or nothing. Every one is
 * about one child whom the request reaches.
 */
import { dimensionsType, type Dimensions } from '../core/plan/dimensions.ts'
import {
  addLine, authorisePlan, beginPlan, changeLine, changePlan, changeRole, noteMove, putForward, sendBack, type AskedLine, type AskedPlan,
} from '../core/plan/decisions.ts'
import { lineType, type Line, type LineRole } from '../core/plan/line.ts'
import { optionType, type Option } from '../core/plan/option.ts'
import { planType } from '../core/plan/plan.ts'
import { authorsOf } from '../core/plan/state.ts'
import { toldType, type Told } from '../core/plan/told.ts'
import type { Route } from '../core/permanence/routes.ts'
import { newAction, tellOwner } from '../core/actions/action.ts'
import { added, done, refused, revised, type Decided, type Held, type RecordType, type ValuesOf } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { planHeld, type PlanHeld } from './plan.ts'
import { mayDecide } from './planPage.ts'
import { ownerRefusal } from './actions.ts'
import { carryOut } from './records.ts'
import { NotAllowed, type Work } from './work.ts'

/** What a change gave: done, or why not. */
export type Outcome = Extract<Decided, { readonly kind: 'refused' }> | undefined

async function mustChange(work: Work, childId: string, action: 'record' | 'change' = 'change'): Promise<void> {
  if ((await work.decide(childId, action, 'plan draft')).kind !== 'allow') throw new NotAllowed([action, 'plan draft'])
}

/** The plan that is changed; throws NotAllowed when there is none, for then nothing led here. */
async function mustHold(work: Work, childId: string): Promise<PlanHeld> {
  const held = await planHeld(work, childId)
  if (held === undefined) throw new NotAllowed(['change', 'plan draft'])
  return held
}

/** Begins the child's plan, or another in its place with the reason why. */
export async function begin(work: Work, childId: string, asked: AskedPlan & { readonly changeWhy: string | null }): Promise<Outcome> {
  await mustChange(work, childId, 'record')
  const held = await planHeld(work, childId)
  return carryOut(work, beginPlan(held?.plan, asked, { childId, planId: work.records.newId() }))
}

/** Changes what the plan says as a whole. */
export async function change(work: Work, childId: string, asked: AskedPlan): Promise<Outcome> {
  await mustChange(work, childId)
  return carryOut(work, changePlan((await mustHold(work, childId)).plan, asked))
}

/** Adds a line to the plan. */
export async function newLine(work: Work, childId: string, asked: AskedLine & { readonly route: Route; readonly role: LineRole }): Promise<Outcome> {
  await mustChange(work, childId, 'record')
  const unseen = await ownerUnseen(work, childId, asked.owner)
  if (unseen !== undefined) return carryOut(work, unseen)
  const { plan, lines } = await mustHold(work, childId)
  return carryOut(work, addLine(plan, lines, asked, work.records.newId()))
}

/** Why a person cannot be given a line: they would not see it. Undefined when they can. */
async function ownerUnseen(work: Work, childId: string, owner: string): Promise<Decided | undefined> {
  const person = (await work.records.people()).find(({ personId }) => personId === owner)
  if (person !== undefined && (await work.decideFor(person, childId, 'see', 'plan')).kind === 'allow') return undefined
  return refused(`${person?.name ?? 'That person'} does not work with this child and would not see the line. Choose somebody who does, or have them allocated first`, 'owner')
}

/** Does something with one line of the child's plan. */
async function withLine(work: Work, childId: string, lineId: string, decide: (held: PlanHeld, line: Line) => Decided): Promise<Outcome> {
  await mustChange(work, childId)
  const held = await mustHold(work, childId)
  const line = held.lines.find(({ recordId }) => recordId === lineId)
  if (line === undefined) throw new NotAllowed(['change', 'plan draft'])
  return carryOut(work, decide(held, line))
}

/** Changes what a line says. */
export async function reviseLine(work: Work, childId: string, lineId: string, asked: AskedLine): Promise<Outcome> {
  const unseen = await ownerUnseen(work, childId, asked.owner)
  return withLine(work, childId, lineId, ({ plan }, line) =>
    (asked.owner !== line.values.owner ? unseen : undefined) ?? changeLine(plan, line, asked))
}

/** Notes what moved a line. */
export const moveLine = (work: Work, childId: string, lineId: string, asked: { readonly movedOn: LocalDate; readonly moved: string }): Promise<Outcome> =>
  withLine(work, childId, lineId, (_held, line) => noteMove(line, asked))

/** Gives a line another role: turns the plan to it, sets it beside the others, or ends it. */
export const turnLine = (
  work: Work, childId: string, lineId: string, asked: { readonly role: LineRole; readonly roleWhy: string | null },
): Promise<Outcome> => withLine(work, childId, lineId, ({ plan, lines }, line) => changeRole(plan, line, lines, asked, work.today))

/** Adds a task to a line: an action that is part of it. Whoever may give actions about the child may. */
export async function newTask(
  work: Work, childId: string, lineId: string, asked: { readonly what: string; readonly owner: string; readonly dueOn: LocalDate },
): Promise<Outcome> {
  if ((await work.decide(childId, 'record', 'actions')).kind !== 'allow') throw new NotAllowed(['record', 'actions'])
  if (!(await mustHold(work, childId)).lines.some(({ recordId }) => recordId === lineId)) throw new NotAllowed(['record', 'actions'])
  const refusal = await ownerRefusal(work, childId, asked.owner)
  if (refusal !== null) return carryOut(work, refused(refusal, 'owner'))
  if (asked.dueOn < work.today) return carryOut(work, refused('The day by which it is to be done must be today or in the future', 'dueOn'))
  const action = { ...asked, recordId: work.records.newId(), childId, partOf: lineId, raisedBy: 'plan line' as const }
  return carryOut(work, done([newAction(action, work.today)], tellOwner(action, work.actor.personId)))
}

/** Puts the plan forward to whoever is to authorise it. */
export async function submit(work: Work, childId: string, askedOf: string): Promise<Outcome> {
  await mustChange(work, childId)
  const { plan, lines } = await mustHold(work, childId)
  const person = (await work.records.people(['team manager'])).find(({ personId }) => personId === askedOf)
  if (person === undefined || (await work.decideFor(person, childId, 'decide', 'plan draft')).kind !== 'allow') {
    return carryOut(work, refused('Choose a manager who may authorise plans of this child', 'askedOf'))
  }
  return carryOut(work, putForward(plan, lines, askedOf, await authorsHeld(work, { plan, lines }), work.today))
}

/** Authorises the plan, or sends it back with the reason. Whoever wrote part of it is refused, in words. */
export async function settlePlan(
  work: Work, childId: string, asked: { readonly decision: 'authorise' | 'send back'; readonly returnedWhy: string | null },
): Promise<Outcome> {
  const { plan, lines } = await mustHold(work, childId)
  const authors = await authorsHeld(work, { plan, lines })
  const { personId } = work.actor
  switch (await mayDecide(work, childId, authors)) {
    case 'no': throw new NotAllowed(['decide', 'plan draft'])
    case 'wrote it': return carryOut(work, refused('You wrote part of this plan, so somebody else must authorise it.'))
    case 'yes':
      return carryOut(work, asked.decision === 'authorise'
        ? authorisePlan(plan, lines, personId, authors, work.today)
        : sendBack(plan, asked.returnedWhy, personId, authors))
  }
}

/** Who wrote the plan as it now stands. */
export async function authorsHeld(work: Work, { plan, lines }: PlanHeld): Promise<readonly string[]> {
  const versions: Line[] = []
  for (const line of lines) versions.push(...await work.records.versions(lineType, line.recordId))
  return authorsOf(await work.records.versions(planType, plan.recordId), versions)
}

/** What stands beside the lines: the balance sheet, who was told, the dimensions. It is the plan's, and changes nothing authorised. */
async function writeBeside<T extends RecordType>(work: Work, childId: string, type: T, held: Held<T> | undefined, values: ValuesOf<T>): Promise<Outcome> {
  await mustChange(work, childId, held === undefined ? 'record' : 'change')
  const { plan } = await mustHold(work, childId)
  if (held !== undefined && held.partOf !== plan.recordId) throw new NotAllowed(['change', 'plan draft'])
  return carryOut(work, done([
    held === undefined ? added(type, work.records.newId(), { childId, partOf: plan.recordId }, values) : revised(type, held, values),
  ]))
}

/** Writes an option on the balance sheet, new or revised. */
export const writeOption = (work: Work, childId: string, held: Option | undefined, values: ValuesOf<typeof optionType>): Promise<Outcome> =>
  writeBeside(work, childId, optionType, held, values)

/** Notes who was told that plans run side by side. */
export const writeTold = (work: Work, childId: string, held: Told | undefined, values: ValuesOf<typeof toldType>): Promise<Outcome> =>
  writeBeside(work, childId, toldType, held, values)

/** Notes how legal, physical and relational permanence stand, each by itself. */
export const writeDimensions = (
  work: Work, childId: string, held: Dimensions | undefined, values: ValuesOf<typeof dimensionsType>,
): Promise<Outcome> => writeBeside(work, childId, dimensionsType, held, values)
