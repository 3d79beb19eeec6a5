/** Actions in words: how one stands, who raised it. */
import type { ActionRow } from '../../app/actions.ts'
import { actionAddress, actionType } from '../../core/actions/action.ts'
import { choiceWords } from '../../core/records/shown.ts'
import type { Tag } from './clocks.ts'
import { counted } from './counts.ts'
import { shortDate } from './dates.ts'

/** One action as a row of a table. */
export interface ActionModel {
  readonly href: string
  readonly what: string
  readonly owner: string
  readonly due: string
  /** "in 3 days", "4 working days late", "done 3 March 2026". */
  readonly when: string
  readonly late: boolean
  readonly tag: Tag
  readonly raisedBy: string
  readonly ended: boolean
}

/** The words and the link of an action. */
export function actionModel({ action, owner, standing }: ActionRow): ActionModel {
  const { what, dueOn, raisedBy, endedOn, state } = action.values
  const shared = {
    href: actionAddress(action.childId ?? '', action.recordId), what, owner, due: shortDate(dueOn),
    raisedBy: choiceWords(actionType.fields.raisedBy, raisedBy),
  }
  switch (standing.kind) {
    case 'to do': return {
      ...shared, late: false, ended: false, when: standing.days === 0 ? 'due today' : `in ${counted(standing.days, 'day')}`,
      tag: standing.days === 0 ? { words: 'Due today', colour: 'govuk-tag--yellow' } : { words: 'To do', colour: 'govuk-tag--blue' },
    }
    case 'overdue': return {
      ...shared, late: true, ended: false, tag: { words: standing.escalated ? 'Overdue, with manager' : 'Overdue', colour: 'govuk-tag--red' },
      when: standing.workingDays === undefined || standing.workingDays === 0
        ? `${counted(standing.days, 'day')} late` : `${counted(standing.workingDays, 'working day')} late`,
    }
    case 'ended': return {
      ...shared, late: false, ended: true, when: `${state === 'done' ? 'done' : 'ended'} ${shortDate(endedOn)}${standing.late ? ', late' : ''}`,
      tag: state === 'done' ? { words: 'Done', colour: 'govuk-tag--green' } : { words: 'No longer needed', colour: 'govuk-tag--grey' },
    }
  }
}
