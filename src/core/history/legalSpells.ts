/** Legal spells of one period of care. */
import type { FactId } from '../facts/factType.ts'
import type { LegalSpell } from './careHistory.ts'
import type { Stretch } from './chain.ts'

/**
 * The runs of one legal status that fill a period. A run ends with its period: the same status in the next period is
 * another spell.
 *
 * @param stretches those of one period, each of at least a day, without gaps
 */
export function deriveLegalSpells(periodNumber: number, stretches: readonly Stretch[], spells: LegalSpell[]): void {
  let factIds: FactId[] = []
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i]
    if (stretch === undefined) break
    const { legalStatus } = stretch.episode
    factIds.push(stretch.episode.factId)
    const next = stretches[i + 1]
    if (next !== undefined && next.episode.legalStatus === legalStatus) continue
    const first = stretches[i - factIds.length + 1] ?? stretch
    spells.push({ periodNumber, legalStatus, from: first.from, to: stretch.to, factIds })
    factIds = []
  }
}
