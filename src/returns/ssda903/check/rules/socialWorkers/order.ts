/** A child's social worker episodes in the order they began, and which of them was open. */
import { isoDate, type LocalDate } from '../../../../../core/time/localDate.ts'
import { isBlank, type RowOf } from '../../rows.ts'

export type WorkerRow = RowOf<'SWEpisodes'>
export type StartedWorker = WorkerRow & { readonly SW_DECOM: LocalDate }

/** The first day from which a social worker episode must give the reason for the change (format notes 2.11). */
const REASON_SINCE: LocalDate = isoDate('2023-04-01')

/** Whether the reason for the change is missing where it must be given. Reads SW_DECOM and SW_REASON. */
export function lacksReason({ SW_DECOM, SW_REASON }: WorkerRow): boolean {
  return SW_REASON === '' && SW_DECOM !== null && SW_DECOM >= REASON_SINCE
}

/** Whether the social worker episode has no end: one that cannot be read is an end. Reads SW_DEC. */
export function isOpen(row: WorkerRow): boolean {
  return isBlank(row, 'SW_DEC')
}

/**
 * The rows in the order the social workers began; of two that began on one day the open one comes last. Undefined when
 * one has no start that can be read: it may belong anywhere. Reads SW_DECOM and SW_DEC.
 */
export function inOrder(rows: readonly WorkerRow[]): readonly StartedWorker[] | undefined {
  if (!areStarted(rows)) return undefined
  if (rows.length < 2) return rows
  return rows.toSorted((a, b) => a.SW_DECOM - b.SW_DECOM || Number(isOpen(a)) - Number(isOpen(b)) || a.row - b.row)
}

function areStarted(rows: readonly WorkerRow[]): rows is readonly StartedWorker[] {
  return rows.every(({ SW_DECOM }) => SW_DECOM !== null)
}
