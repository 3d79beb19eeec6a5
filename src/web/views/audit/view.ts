/** How far the log is sealed, in words. */
import type { SealedState } from '../../../app/audit.ts'
import { counted } from '../../words/counts.ts'
import { momentWords } from '../../words/dates.ts'

/** A sentence or two; null parts are left out. */
export function sealedModel({ newest, unsealed, atLeast, oldestUnsealedAt }: SealedState): { readonly newest: string; readonly waiting: string } {
  return {
    newest: newest === null ? 'Nothing is sealed yet.' : `Sealed against later changes up to seal ${newest.number}, made ${momentWords(newest.sealedAt)}.`,
    waiting: oldestUnsealedAt === null
      ? 'Every event has its seal.'
      : `${atLeast ? 'At least ' : ''}${counted(unsealed, 'event')} ${unsealed === 1 ? 'waits' : 'wait'} for the next seal, the oldest since ${momentWords(oldestUnsealedAt)}. While the service runs that takes a few seconds.`,
  }
}
