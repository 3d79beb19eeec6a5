/**
 * A sitting that was planned is moved to another day or called off, for a reason, until its minutes are begun. Nobody is lost by
 * it: a sitting that moves takes its agenda with it; the children of one called off are put off, and proposed for the next.
 */
import { done, refused, revised, type Decided, type Telling } from '../records/recordType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'
import { agendaType, itemType, sittingType, type AgendaItem, type Item, type Sitting } from './records.ts'

/** The page of a sitting. */
export const sittingAddress = ({ partOf, recordId }: Sitting): string => `/panels/${partOf ?? ''}/sittings/${recordId}`

/** What moving a sitting or calling it off rests on. */
export interface SittingStanding {
  readonly sitting: Sitting
  /** A minute or a decision is written: the sitting was held. */
  readonly begun: boolean
  /** Who is told: those with seats, who presents, who takes the minutes; never who does it. */
  readonly tell: readonly string[]
  readonly today: LocalDate
}

/** Why a sitting can neither be moved nor called off, in words; null when it can. */
export function whyItStands({ sitting, begun }: Pick<SittingStanding, 'sitting' | 'begun'>): string | null {
  switch (sitting.values.state) {
    case 'cancelled': return 'The sitting was called off.'
    case 'signed off': return 'The minutes of this sitting are signed off.'
    case 'planned': return begun ? 'The minutes of this sitting are begun, so it stands. Put off the children who were not heard.' : null
  }
}

/** Moves a sitting to another day with its agenda. `others`: days on which the panel sits already. */
export function moved(at: SittingStanding, on: LocalDate, why: string, others: readonly LocalDate[]): Decided {
  const stands = whyItStands(at)
  if (stands !== null) return refused(stands)
  const { sitting, today } = at
  if (on < today) return refused('The day of the sitting must be today or in the future', 'on')
  if (on === sitting.values.on) return refused('The sitting is on this day. Enter the day it moves to', 'on')
  if (others.includes(on)) return refused('The panel has a sitting on this day already', 'on')
  return done([revised(sittingType, sitting, { on, movedWhy: why })], told(at, `A panel’s sitting of ${formatLong(sitting.values.on)} is moved to ${formatLong(on)}.`))
}

/**
 * Calls a sitting off. `agenda`: its items; `leaving`: places that would have ended with its minutes and wait for no others, which
 * end now.
 */
export function calledOff(at: SittingStanding, why: string, agenda: readonly AgendaItem[], leaving: readonly Item[]): Decided {
  const stands = whyItStands(at)
  if (stands !== null) return refused(stands)
  const { sitting } = at
  const on = formatLong(sitting.values.on)
  return done([
    revised(sittingType, sitting, { state: 'cancelled', calledOffWhy: why }),
    ...agenda.filter(({ values }) => values.state === 'accepted').map((item) => revised(agendaType, item, { state: 'put off', putOffWhy: `The sitting was called off: ${why}` })),
    ...leaving.map((item) => revised(itemType, item, { state: 'closed' })),
  ], told(at, `A panel’s sitting of ${on} is called off. The children on its agenda are proposed for the next.`))
}

const told = ({ sitting, tell }: SittingStanding, words: string): readonly Telling[] =>
  [...new Set(tell)].map((personId) => ({ personId, words, address: sittingAddress(sitting), childId: null }))
