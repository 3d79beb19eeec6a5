/** The checks that several of the social worker rules share: the list gave one rule two codes, or one rule a column. */
import { onlyWith, type ChildCheck } from '../../rule.ts'
import { inOrder, isOpen, type WorkerRow } from './order.ts'

/** A check that marks a social worker episode without an end after which another began. Reads SW_DECOM and SW_DEC. */
export const openBeforeNext: ChildCheck = onlyWith('SWEpisodes', ({ SWEpisodes }, _, mark) => {
  for (const row of inOrder(SWEpisodes)?.slice(0, -1) ?? []) if (isOpen(row)) mark(row)
})

/** A check that marks the last social worker episode when it ended before 31 March. Reads SW_DECOM and SW_DEC. */
export const endedWithoutNext: ChildCheck = onlyWith('SWEpisodes', ({ SWEpisodes }, { end }, mark) => {
  const last = inOrder(SWEpisodes)?.at(-1)
  if (last !== undefined && last.SW_DEC !== null && last.SW_DEC < end) mark(last)
})

/**
 * A check that marks this year's first social worker episode when a column of it is not as in the episode that last
 * year's return left open. Silent where either is not there. Reads SW_DECOM, SW_DEC and the column, of both years.
 */
export function notAsLeftOpen(column: 'SW_ID' | 'SW_DECOM' | 'SW_REASON'): ChildCheck {
  return (child, _, mark) => {
    const before: WorkerRow | undefined = inOrder(child.last?.SWEpisodes ?? [])?.findLast(isOpen)
    if (before === undefined) return
    const now = inOrder(child.SWEpisodes)?.[0]
    if (now !== undefined && now[column] !== before[column]) mark(now)
  }
}
