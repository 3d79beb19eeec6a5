/** A child's deprivation of liberty orders: their sequence, and where the child lived under them. */
import type { LocalDate } from '../../../../../core/time/localDate.ts'
import type { ChildRule } from '../../rule.ts'
import { isUnreadable, type EpisodeRow, type RowOf } from '../../rows.ts'

export type OrderRow = RowOf<'DoLo'>
export type StartedOrder = OrderRow & { readonly DOLO_START: LocalDate }

/** When the order ceased: never while it is open, undefined when its end cannot be read. Reads DOLO_END. */
export function endOf(order: OrderRow): number | undefined {
  return isUnreadable(order, 'DOLO_END') ? undefined : (order.DOLO_END ?? Number.POSITIVE_INFINITY)
}

/** The orders with a start that can be read, in the order they began. Reads DOLO_START and DOLO_END. */
export function inOrder(orders: readonly OrderRow[]): readonly StartedOrder[] {
  const started = orders.filter((order): order is StartedOrder => order.DOLO_START !== null)
  if (started.length < 2) return started
  // Of two that began on one day the shorter comes first.
  return started.toSorted((a, b) => a.DOLO_START - b.DOLO_START || Number(endOf(a) ?? 0) - Number(endOf(b) ?? 0) || 0)
}

/**
 * Whether the child was in an episode on a day of the order. The day on which one ends and the other begins belongs to
 * what begins; an order that ends on the day it began counts for that day. False where a date cannot be read.
 */
function overlap(order: StartedOrder, episode: EpisodeRow): boolean {
  const end = endOf(order)
  if (end === undefined || episode.DECOM === null || isUnreadable(episode, 'DEC')) return false
  return episode.DECOM < Math.max(end, order.DOLO_START + 1) && order.DOLO_START < (episode.DEC ?? Number.POSITIVE_INFINITY)
}

/**
 * A check that marks each order, and each episode during it, whose kind of home is `wrong`. Homes that are no code of
 * the year are for rule 146. Reads DOLO_START and DOLO_END, and PLACE, DECOM and DEC of the Episodes.
 */
export function livedIn(wrong: (place: string) => boolean): ChildRule['check'] {
  return ({ DoLo, Episodes }, { codes }, mark) => {
    for (const order of inOrder(DoLo)) {
      for (const episode of Episodes) {
        if (!wrong(episode.PLACE) || !codes('PLACE').has(episode.PLACE) || !overlap(order, episode)) continue
        mark(order, ['DOLO_START'])
        mark(episode, ['PLACE'])
      }
    }
  }
}
