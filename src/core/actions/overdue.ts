/** How an action stands against its day, and when the team manager hears of one that nobody did. */
import { addDays, type LocalDate } from '../time/localDate.ts'
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../time/workingDays.ts'
import type { Action } from './action.ts'

/** An authority's own policy on actions (rules/policies/actions.json). */
export interface ActionPolicy {
  /** Working days after the day it was due. */
  readonly escalateAfterWorkingDays: number
}

export type ActionStanding =
  /** `days` until it is due: 0 is today. */
  | { readonly kind: 'to do'; readonly days: number }
  /** `workingDays` since it was due; undefined when the table of bank holidays does not reach so far. */
  | { readonly kind: 'overdue'; readonly days: number; readonly workingDays: number | undefined; readonly escalated: boolean }
  | { readonly kind: 'ended'; readonly late: boolean }

/** How an action stands on a day. One that is due today is not overdue; one that was done late stays late. */
export function standingOf({ values: { dueOn, state, endedOn } }: Action, today: LocalDate, policy: ActionPolicy, calendar: WorkingCalendar): ActionStanding {
  if (state !== 'open') return { kind: 'ended', late: state === 'done' && endedOn !== null && endedOn > dueOn }
  if (dueOn >= today) return { kind: 'to do', days: dueOn - today }
  return {
    kind: 'overdue', days: today - dueOn, workingDays: workingDaysBetween(calendar, dueOn, today),
    escalated: today >= escalatesOn(dueOn, policy, calendar),
  }
}

/**
 * The day from which an open action due on `dueOn` is shown to the manager: the policy's last working day after it. Beyond
 * the table of bank holidays it counts calendar days instead, which is sooner: to hear early harms less than not to hear.
 */
export function escalatesOn(dueOn: LocalDate, policy: ActionPolicy, calendar: WorkingCalendar): LocalDate {
  const answer = addWorkingDays(calendar, dueOn, policy.escalateAfterWorkingDays)
  return answer.kind === 'date' ? answer.date : addDays(dueOn, policy.escalateAfterWorkingDays)
}
