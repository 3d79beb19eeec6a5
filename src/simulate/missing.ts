/** Children who go missing from care, or are away without leave. Most never are; a few are again and again. */
import { addDays, birthday, later, type LocalDate } from '../core/time/localDate.ts'
import type { Values } from './life.ts'
import { happens, weighted, whole, type Chance } from './random.ts'

/**
 * Missing periods of a stay: never overlapping (rule 574), each inside one placement, ended before it (rule 575), and
 * only from the 12th birthday. A stay that ends because the child vanished (`lost`, REC E8) ends missing (rule 580).
 */
export function missingOf(
  chance: Chance,
  episodes: readonly Values<'episode'>[],
  bornOn: LocalDate,
  lost: boolean,
): readonly Values<'missing_episode'>[] {
  const yearly = weighted(chance, [[0, 78], [0.6, 15], [4, 5], [10, 2]] as const)
  const rows: Values<'missing_episode'>[] = []
  const from = birthday(bornOn, 12)
  for (const { startedOn, endedOn, placementType, legalStatus } of episodes) {
    if (yearly === 0 || endedOn === null || placementType?.startsWith('T') === true || legalStatus === 'V3') continue
    let day = later(addDays(startedOn, 2), from)
    while (day < addDays(endedOn, -12)) {
      day = addDays(day, 1 + Math.floor((-Math.log(1 - chance.next()) * 365) / yearly))
      const back = addDays(day, happens(chance, 0.85) ? whole(chance, 0, 3) : whole(chance, 4, 11))
      if (back >= addDays(endedOn, -1)) break
      rows.push({ kind: happens(chance, 0.72) ? 'M' : 'A', startedOn: day, endedOn: back })
      day = addDays(back, 1)
    }
  }
  const last = episodes.at(-1)
  if (lost && last !== undefined && last.endedOn !== null) {
    const startedOn = later(addDays(last.startedOn, 1), addDays(last.endedOn, -whole(chance, 10, 28)))
    const before = rows.filter((row) => row.endedOn !== null && row.endedOn < startedOn)
    return [...before, { kind: 'M', startedOn, endedOn: last.endedOn }]
  }
  return rows
}
