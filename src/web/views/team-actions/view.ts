/** Open actions of every child that the person may see, whoever has them: what a team manager goes through. */
import type { ActionsListed, ActionsQuery } from '../../../app/myWork.ts'
import { actionListModel, type ActionListModel } from '../my-work/view.ts'

export interface TeamActionsModel {
  readonly list: ActionListModel
  readonly teamHref: string
  /** How long an action may be overdue before the manager is told. */
  readonly policy: string
}

/** What the template shows. */
export function teamActionsModel(listed: ActionsListed, query: ActionsQuery, escalateAfter: number): TeamActionsModel {
  return {
    list: actionListModel('/my-work/team', listed, query), teamHref: '/my-work/team',
    policy: `The team manager is told of an action ${escalateAfter} working days after it was due. That is local policy, not law.`,
  }
}
