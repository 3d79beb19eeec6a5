/** Private fostering: the counts, and what the newest says of the authority. */
import type { PrivateFostering } from '../../../app/privateFostering.ts'
import { roleDescriptions } from '../../../core/access/roles.ts'
import { countWords } from '../../../core/privateFostering/count.ts'
import type { Signal } from '../../../core/signals/signal.ts'
import { whole } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'

export interface FosteringSignalModel {
  readonly words: string
  readonly next: string | null
  readonly who: string | null
}

/** The signal in words: null when it is quiet. */
export function fosteringSignalModel(signal: Signal): FosteringSignalModel | null {
  switch (signal.kind) {
    case 'shown': return { words: `Fewer private fostering arrangements than the population suggests. ${signal.evidence}`, next: signal.next, who: roleDescriptions[signal.who].words }
    case 'cannot tell': return { words: `Nobody can tell whether there is less private fostering known than there should be. ${signal.why}`, next: null, who: null }
    case 'quiet': return null
  }
}

export interface PrivateFosteringModel {
  readonly signal: FosteringSignalModel | null
  readonly suggested: string | null
  /** For every 100,000 children. */
  readonly rate: string
  readonly counts: readonly { readonly when: string; readonly open: string; readonly notified: string; readonly children: string; readonly note: string | null; readonly writer: string }[]
  readonly newHref: string | null
}

/** What the page shows. Small numbers are told to those who count, and who may know of few children elsewhere. */
export function privateFosteringModel(
  { counts, signal, suggested }: PrivateFostering, { mayWrite, knowsSmall }: { readonly mayWrite: boolean; readonly knowsSmall: boolean }, rate: number,
): PrivateFosteringModel {
  const told = (count: number): string => (mayWrite || knowsSmall ? whole(count) : countWords(count))
  return {
    signal: fosteringSignalModel(signal),
    suggested: suggested === null ? null : String(Math.round(suggested)),
    rate: whole(rate),
    counts: counts.map(({ values, firstRecordedBy }) => ({
      when: longDate(values.countedOn), open: told(values.open), notified: told(values.notified),
      children: values.children === null ? 'Published figure' : whole(values.children), note: values.note, writer: firstRecordedBy.name,
    })),
    newHref: mayWrite ? '/private-fostering/new' : null,
  }
}
