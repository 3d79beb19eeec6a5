/**
 * What must follow a review, and by when (Independent Reviewing Officers' Handbook chapter 3; regulation 36 for an adjournment;
 * the days are policy: rules/policies/reviews.json). Worked out when asked, from the day the review ended; never stored.
 */
import { addMonths, addDays, type LocalDate } from '../time/localDate.ts'
import { addWorkingDays, type WorkingCalendar } from '../time/workingDays.ts'
import type { Review } from './review.ts'

export interface ReviewPolicy {
  readonly reportBeforeWorkingDays: number
  readonly decisionsWorkingDays: number
  readonly managerWorkingDays: number
  readonly recordWorkingDays: number
  readonly distributeWorkingDays: number
  readonly adjournmentWorkingDays: number
  readonly midwayAfterFirstWeeks: number
  readonly midwayAfterLaterMonths: number
}

export type StepName = 'report' | 'hold' | 'complete' | 'decisions' | 'record' | 'distribute'

export type StepStanding = 'done' | 'done late' | 'to do' | 'overdue' | 'cannot tell'

export interface Step {
  readonly step: StepName
  readonly words: string
  readonly source: string
  /** Null where the table of bank holidays does not reach so far. */
  readonly dueOn: LocalDate | null
  readonly doneOn: LocalDate | null
  readonly standing: StepStanding
}

const within = (calendar: WorkingCalendar, from: LocalDate, days: number): LocalDate | null => {
  const answer = addWorkingDays(calendar, from, days)
  return answer.kind === 'date' ? answer.date : null
}

function standingOn(dueOn: LocalDate | null, doneOn: LocalDate | null, today: LocalDate): StepStanding {
  // What is done is done, though nobody can say whether it was in time.
  if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? 'done late' : 'done'
  if (dueOn === null) return 'cannot tell'
  return dueOn < today ? 'overdue' : 'to do'
}

const handbook = 'Independent Reviewing Officers’ Handbook, chapter 3'

/** The steps of a review that is booked, adjourned or held, in their order; none for one called off. */
export function stepsOf({ values }: Review, policy: ReviewPolicy, calendar: WorkingCalendar, today: LocalDate): readonly Step[] {
  const { state, bookedFor, limit, adjournedOn, heldOn } = values
  const step = (name: StepName, words: string, source: string, dueOn: LocalDate | null, doneOn: LocalDate | null): Step =>
    ({ step: name, words, source, dueOn, doneOn, standing: standingOn(dueOn, doneOn, today) })
  switch (state) {
    case 'called off': return []
    case 'booked':
      return [step('hold', 'Hold the review', 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33', limit ?? bookedFor, null)]
    case 'adjourned':
      return [step('complete', 'Complete the adjourned review', 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 36',
        adjournedOn === null ? null : within(calendar, adjournedOn, policy.adjournmentWorkingDays), null)]
    case 'held': {
      const due = (days: number): LocalDate | null => (heldOn === null ? null : within(calendar, heldOn, days))
      return [
        step('decisions', 'Issue the decisions', handbook, due(policy.decisionsWorkingDays), values.decisionsOn),
        step('record', 'Complete the record', handbook, due(policy.recordWorkingDays), values.recordedOn),
        step('distribute', 'Distribute decisions and record', handbook, due(policy.distributeWorkingDays), values.distributedOn),
      ]
    }
  }
}

/** The day by which the social worker's report is due before a booked review. Null beyond the table of bank holidays. */
export function reportDue({ values: { bookedFor } }: Review, policy: ReviewPolicy, calendar: WorkingCalendar): LocalDate | null {
  return within(calendar, bookedFor, -policy.reportBeforeWorkingDays)
}

/** Decisions stand unless the manager objects within these days of receiving them. Null until issued, or beyond the table. */
export function managerObjectsBy({ values: { decisionsOn } }: Review, policy: ReviewPolicy, calendar: WorkingCalendar): LocalDate | null {
  return decisionsOn === null ? null : within(calendar, decisionsOn, policy.managerWorkingDays)
}

/** The day of the midway check after a review held (local policy). */
export function midwayDue(number: Review['values']['number'], heldOn: LocalDate, policy: ReviewPolicy): LocalDate {
  return number === 'first' ? addDays(heldOn, policy.midwayAfterFirstWeeks * 7) : addMonths(heldOn, policy.midwayAfterLaterMonths)
}
