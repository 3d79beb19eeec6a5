/** Imports and differences, as people read them. */
import type { Difference, ImportProgress, ImportStatus } from '../../app/imports.ts'
import type { Tag } from './clocks.ts'
import { whole } from './counts.ts'

const statuses: Readonly<Record<ImportStatus, Tag>> = {
  waiting: { words: 'Waiting', colour: 'govuk-tag--grey' },
  running: { words: 'Running', colour: 'govuk-tag--blue' },
  done: { words: 'Done', colour: 'govuk-tag--green' },
  refused: { words: 'Refused', colour: 'govuk-tag--red' },
  cancelled: { words: 'Cancelled', colour: 'govuk-tag--grey' },
  failed: { words: 'Failed', colour: 'govuk-tag--red' },
}

/** How an import stands. */
export function importTag(status: ImportStatus): Tag {
  return statuses[status]
}

/** Whether nothing more will happen to it. */
export function hasEnded(status: ImportStatus): boolean {
  return status !== 'waiting' && status !== 'running'
}

/** `Reconciling: 120 of 400`. */
export function progressWords({ stage, done, total }: ImportProgress): string {
  const words = stage === '' ? 'Waiting to start' : `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}`
  if (total === null) return done === 0 ? words : `${words}: ${whole(done)}`
  return `${words}: ${whole(done)} of ${whole(total)}`
}

const settled: Readonly<Record<Difference['status'], Tag>> = {
  open: { words: 'Open', colour: 'govuk-tag--blue' },
  accepted: { words: 'Accepted', colour: 'govuk-tag--green' },
  kept: { words: 'Kept', colour: 'govuk-tag--grey' },
  overtaken: { words: 'Overtaken by a later return', colour: 'govuk-tag--grey' },
}

/** How a difference stands. */
export function differenceTag(status: Difference['status']): Tag {
  return settled[status]
}
