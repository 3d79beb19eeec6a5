/** The days of a concern's stages, by the local protocol (rules/policies/challenge.json) and the Handbook's total. */
import { earlier, type LocalDate } from '../time/localDate.ts'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../time/workingDays.ts'
import type { Concern, Stage } from './concern.ts'

export interface ChallengePolicy {
  readonly informalWorkingDays: number
  /** All formal stages together (Handbook 6.2). */
  readonly totalWorkingDays: number
  /** The formal stages in their order. */
  readonly stages: readonly { readonly stage: Exclude<Stage, 'informal'>; readonly workingDays: number }[]
}

/** Formal stages after one, in order; all of them after the informal one. */
export function stagesAfter(policy: ChallengePolicy, stage: Stage): readonly Stage[] {
  const names = policy.stages.map((one) => one.stage)
  return stage === 'informal' ? names : names.slice(names.indexOf(stage) + 1)
}

const within = (calendar: WorkingCalendar, from: LocalDate, days: number): LocalDate | null => {
  const answer = addWorkingDays(calendar, from, days)
  return answer.kind === 'date' ? answer.date : null
}

/** The day by which all formal stages end. Null before it began, or beyond the table of bank holidays. */
export function totalDue({ values: { formalOn } }: Pick<Concern, 'values'>, policy: ChallengePolicy, calendar: WorkingCalendar): LocalDate | null {
  return formalOn === null ? null : within(calendar, formalOn, policy.totalWorkingDays)
}

/** The day by which a stage opened on a day is to be answered: its own days, and never past the total. Null beyond the table. */
export function stageDue(stage: Stage, openedOn: LocalDate, formalOn: LocalDate | null, policy: ChallengePolicy, calendar: WorkingCalendar): LocalDate | null {
  if (stage === 'informal') return within(calendar, openedOn, policy.informalWorkingDays)
  const days = policy.stages.find((one) => one.stage === stage)?.workingDays
  const own = days === undefined ? null : within(calendar, openedOn, days)
  const total = within(calendar, formalOn ?? openedOn, policy.totalWorkingDays)
  return own === null || total === null ? null : earlier(own, total)
}

export type DaysLeft =
  | { readonly kind: 'left'; readonly workingDays: number }
  | { readonly kind: 'overdue'; readonly workingDays: number }
  | { readonly kind: 'cannot tell' }

/** Working days until a day, or since it. The day itself is 0 left. */
export function daysLeft(dueOn: LocalDate | null, today: LocalDate, calendar: WorkingCalendar): DaysLeft {
  if (dueOn === null) return { kind: 'cannot tell' }
  const workingDays = dueOn >= today ? workingDaysBetween(calendar, today, dueOn) : workingDaysBetween(calendar, dueOn, today)
  if (workingDays === undefined) return { kind: 'cannot tell' }
  return { kind: dueOn >= today ? 'left' : 'overdue', workingDays }
}
