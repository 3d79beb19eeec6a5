import { lastsLongerThan } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'

/**
 * A check that marks a temporary placement of one type that lasted more than a number of days. A change of legal status
 * alone begins a new episode of the same placement; any other begins another placement, and its time anew.
 * Reads DECOM, RNE, PLACE, DEC and REC.
 */
export function staysLongerThan(days: number, place: string): ChildRule['check'] {
  return lastsLongerThan(days, ({ PLACE }) => PLACE === place, (_before, { RNE }) => RNE === 'L')
}
