/** When the return asks for a child's previous permanence. */
import { isoDate, type LocalDate } from '../../../../../core/time/localDate.ts'
import { periodsOfCare } from '../../care.ts'
import type { ChildRows, EpisodeRow } from '../../rows.ts'

/** The first day on which a child who came into care is asked about (format notes 2.9). */
export const ASKED_SINCE: LocalDate = isoDate('2016-04-01')

/**
 * The earliest episode in the file of the child's latest period of care. Where its reason is not S, care began before
 * it, in an episode that only an earlier return holds. Undefined when no episode has a start. Reads DECOM, RNE and REC.
 */
export function latestStart(child: ChildRows): EpisodeRow | undefined {
  return periodsOfCare(child).at(-1)?.[0]
}
