/** The actions of a child. */
import type { ActionRow } from '../../../app/actions.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { actionModel, type ActionModel } from '../../words/actions.ts'

export interface ActionsModel {
  readonly head: ChildHeadModel
  readonly open: readonly ActionModel[]
  readonly ended: readonly ActionModel[]
  readonly raiseHref: string | null
}

/** What the template shows. */
export function actionsModel(head: ChildHeadModel, rows: readonly ActionRow[], mayRaise: boolean): ActionsModel {
  const all = rows.map(actionModel)
  return {
    head, open: all.filter(({ ended }) => !ended), ended: all.filter(({ ended }) => ended),
    raiseHref: mayRaise ? `${head.href}/actions/new` : null,
  }
}
