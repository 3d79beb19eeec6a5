/** The drift signals of a child, as the page shows them. */
import { roleDescriptions } from '../../../core/access/roles.ts'
import type { AskedSignal } from '../../../core/signals/all.ts'
import { longDate } from '../../words/dates.ts'

export interface SignalsModel {
  readonly shown: readonly { readonly title: string; readonly evidence: string; readonly since: string | null; readonly next: string; readonly who: string; readonly rests: string }[]
  readonly cannotTell: readonly { readonly title: string; readonly why: string }[]
}

/** Those that are shown, then those that nobody can tell. */
export function signalsModel(asked: readonly AskedSignal[]): SignalsModel {
  return {
    shown: asked.flatMap(({ rule, signal }) => (signal.kind !== 'shown' ? [] : [{
      title: rule.title, evidence: signal.evidence, since: signal.since === null ? null : longDate(signal.since), next: signal.next,
      who: roleDescriptions[signal.who].words, rests: rule.rests,
    }])),
    cannotTell: asked.flatMap(({ rule, signal }) => (signal.kind === 'cannot tell' ? [{ title: rule.title, why: signal.why }] : [])),
  }
}
