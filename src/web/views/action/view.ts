/** One action: what it is, how it stands, what has been said of it. */
import type { ActionSeen } from '../../../app/actions.ts'
import type { Action } from '../../../core/actions/action.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { actionModel, type ActionModel } from '../../words/actions.ts'
import { longDate, momentWords } from '../../words/dates.ts'

export interface ActionPageModel {
  readonly head: ChildHeadModel
  readonly action: ActionModel
  readonly due: string
  readonly raised: string
  readonly ending: string | null
  readonly history: readonly { readonly when: string; readonly who: string; readonly what: string; readonly why: string | null }[]
  /** The three forms; null when this person cannot use them, and `whyNot` says why. */
  readonly forms: { readonly done: string; readonly handOn: string; readonly notNeeded: string } | null
  readonly whyNot: string | null
}

/** What the template shows. */
export function actionPageModel(head: ChildHeadModel, seen: ActionSeen, nameOf: (id: string) => string): ActionPageModel {
  const action = actionModel(seen)
  const { values, firstRecordedBy } = seen.action
  return {
    head, action, due: longDate(values.dueOn), raised: `${action.raisedBy}, ${longDate(values.raisedOn)}, written by ${firstRecordedBy.name}`,
    ending: values.ending ?? values.cancelledWhy,
    history: seen.versions.map((version, i) => ({
      when: momentWords(version.recordedAt), who: version.recordedBy.name, ...changeWords(version, seen.versions[i + 1], nameOf),
    })),
    forms: seen.whyNot === null ? { done: `${action.href}/done`, handOn: `${action.href}/hand-on`, notNeeded: `${action.href}/not-needed` } : null,
    whyNot: action.ended ? null : seen.whyNot,
  }
}

function changeWords({ values }: Action, before: Action | undefined, nameOf: (id: string) => string): { readonly what: string; readonly why: string | null } {
  if (before === undefined) return { what: `Raised and given to ${nameOf(values.owner)}`, why: null }
  if (values.state === 'done') return { what: `Done on ${longDate(values.endedOn)}`, why: values.ending }
  if (values.state === 'cancelled') return { what: 'No longer needed', why: values.cancelledWhy }
  if (values.owner !== before.values.owner) {
    return { what: `Handed on from ${nameOf(before.values.owner)} to ${nameOf(values.owner)}`, why: values.handedOnWhy }
  }
  return { what: 'Changed', why: null }
}
