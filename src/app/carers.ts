/**
 * On what approval a child lives with their carers. Who asks records an assessment (the table's "assessments"); the nominated
 * officer's decision is its own act, and whoever assessed or asked does not make it.
 */
import { approvalType, extensionType, type Approval, type Extension, type WholeApproval } from '../core/carers/approval.ts'
import {
  askToExtend, bookPanel, decideApproval, decideExtension, endApproval, putForward, sayOutcome, writeApproved,
  type ApprovedAsked, type Asking, type ExtendingAsked,
} from '../core/carers/decide.ts'
import { refused, type Decided, type ValuesOf } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { byChild } from './byChild.ts'
import { carryOut, holdsOne } from './records.ts'
import type { Work } from './work.ts'

type Refused = Extract<Decided, { readonly kind: 'refused' }> | undefined
export interface OfficerDecision {
  readonly approve: boolean
  readonly reasons: string
}

/** Every approval of one child's record, newest first by the day from which it counts. */
export async function approvalsOf(work: Work, childId: string): Promise<readonly WholeApproval[]> {
  const all = whole(await work.records.find([approvalType], { childId }), await work.records.find([extensionType], { childId }))
  return all.toSorted((a, b) => b.approval.values.from - a.approval.values.from)
}

/** Those of many children's approvals that are put forward or in force, by child. */
export function standingApprovals(approvals: readonly Approval[], extensions: readonly Extension[]): ReadonlyMap<string, readonly WholeApproval[]> {
  const stands = approvals.filter(({ values: { state } }) => state === 'put forward' || state === 'in force')
  const extensionsBy = byChild(extensions)
  return new Map([...byChild(stands)].map(([childId, of]) => [childId, whole(of, extensionsBy.get(childId) ?? [])]))
}

const whole = (approvals: readonly Approval[], extensions: readonly Extension[]): readonly WholeApproval[] =>
  approvals.map((approval) => ({ approval, extensions: extensions.filter(({ partOf }) => partOf === approval.recordId) }))

/** Whether the person may decide as nominated officer on what was put forward: never on what they assessed or asked for. */
export async function mayDecideAsOfficer(work: Work, approval: Approval, extension?: Extension): Promise<boolean> {
  const assessors = [approval.values.assessor, approval.firstRecordedBy.personId, extension?.firstRecordedBy.personId].filter((one) => typeof one === 'string')
  return (await work.decideWith(approval.childId ?? '', { assessors }, 'decide', 'nominated officer approval')).kind === 'allow'
}

/** Nominated officers who may decide for this child, but for whoever asks and whoever assessed. */
async function officersFor(work: Work, childId: string, assessor: string | null): Promise<readonly string[]> {
  const may: string[] = []
  for (const person of await work.records.people(['head of service'])) {
    if (person.personId === work.actor.personId || person.personId === assessor) continue
    if ((await work.decideFor(person, childId, 'decide', 'nominated officer approval')).kind === 'allow') may.push(person.personId)
  }
  return may
}

/** Asks for an approval under regulation 24 or 25A. */
export async function askForApproval(work: Work, childId: string, asked: Asking): Promise<Refused> {
  work.allow('record', 'assessments')
  if (asked.assessor !== null && !await holdsOne(work, asked.assessor, approvalType.fields.assessor.roles)) return carryOut(work, refused('Choose who assessed them from the list', 'assessor'))
  return carryOut(work, putForward(work.records.newId(), childId, asked, await officersFor(work, childId, asked.assessor)))
}

/** Writes down that the fostering service approved them. */
export async function writeFullApproval(work: Work, childId: string, asked: ApprovedAsked): Promise<Refused> {
  work.allow('record', 'assessments')
  const ids = { recordId: work.records.newId(), childId, today: work.today }
  return carryOut(work, writeApproved(ids, asked, (await approvalsOf(work, childId)).map(({ approval }) => approval)))
}

/** Asks for more time under regulation 25. */
export async function askForExtension(work: Work, one: WholeApproval, asked: ExtendingAsked): Promise<Refused> {
  work.allow('record', 'assessments')
  return carryOut(work, askToExtend(work.records.newId(), one, asked, work.today, await officersFor(work, one.approval.childId ?? '', one.approval.values.assessor)))
}

const notTheirs = refused('Whoever assessed the carers or asked for this does not decide it: another nominated officer does')

/** The nominated officer's decision on an approval. Who asked is told. */
export async function giveApproval(work: Work, { approval }: WholeApproval, decision: OfficerDecision): Promise<Refused> {
  if (!await mayDecideAsOfficer(work, approval)) return carryOut(work, notTheirs)
  return carryOut(work, decideApproval(approval, decision, work.actor.personId, work.today, [approval.firstRecordedBy.personId]))
}

/** The nominated officer's decision on an extension. Who asked is told. */
export async function giveExtension(work: Work, one: WholeApproval, extension: Extension, decision: OfficerDecision): Promise<Refused> {
  if (!await mayDecideAsOfficer(work, one.approval, extension)) return carryOut(work, notTheirs)
  return carryOut(work, decideExtension(one, extension, decision, work.actor.personId, work.today, [extension.firstRecordedBy.personId]))
}

/** Books the fostering panel, or moves it. */
export function setPanel(work: Work, { approval }: WholeApproval, panelOn: LocalDate): Promise<Refused> {
  work.allow('change', 'assessments')
  return carryOut(work, bookPanel(approval, panelOn))
}

/** Writes down when the outcome of the independent review was known. */
export function writeOutcome(work: Work, extension: Extension, outcomeOn: LocalDate): Promise<Refused> {
  work.allow('change', 'assessments')
  return carryOut(work, sayOutcome(extension, outcomeOn))
}

/** Writes down how an approval ended. */
export function writeEnd(work: Work, { approval }: WholeApproval, asked: Pick<ValuesOf<typeof approvalType>, 'endedOn' | 'ending'>): Promise<Refused> {
  work.allow('change', 'assessments')
  return carryOut(work, endApproval(approval, asked))
}
