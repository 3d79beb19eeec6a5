/**
 * Private fostering in the authority's area: a child under 16 (18 when disabled) who lives for 28 days or more with somebody who
 * is no close relative, by a private arrangement (Children Act 1989 s 66). Every authority is to be told of each one and rarely is:
 * fewer than the population suggests is a question about awareness, not good news (Ofsted, Haringey 2023; the council's action
 * plan, 2.1 and 2.2).
 */
import { smallest } from '../figures/small.ts'
import { declareRecord, refused, done, added, type Decided, type Held, type ValuesOf } from '../records/recordType.ts'
import { cannotTell, quiet, type Signal, type SignalPolicy } from '../signals/signal.ts'
import { addMonths, formatLong, type LocalDate } from '../time/localDate.ts'

export const fosteringCountType = declareRecord({
  name: 'private fostering count', noun: 'the count of private fostering', resource: 'papers', about: 'authority', happenedOn: 'countedOn',
  fields: {
    countedOn: { kind: 'day', label: 'Counted on', required: true, when: 'not in the future', missing: 'Enter the day of the count' },
    open: { kind: 'number', label: 'Arrangements open on that day', required: true, from: 0, to: 5000, missing: 'Enter how many arrangements were open' },
    notified: {
      kind: 'number', label: 'Notifications in the 12 months to that day', required: true, from: 0, to: 5000, missing: 'Enter how many notifications there were',
      hint: 'All that were received, whatever came of them',
    },
    children: {
      kind: 'number', label: 'Children aged 0 to 17 in the area', from: 100, to: 2_000_000, hint: 'Only when you know better than the published figures. Leave it empty otherwise',
    },
    note: { kind: 'long text', label: 'What was done to make it known', rows: 3, hint: 'Schools, surgeries, housing, language schools, faith groups' },
  },
})

export type FosteringCount = Held<typeof fosteringCountType>

/** Writes a count down; a day has one. */
export function writeCount(recordId: string, held: readonly FosteringCount[], values: ValuesOf<typeof fosteringCountType>): Decided {
  if (held.some((one) => one.values.countedOn === values.countedOn)) return refused('There is a count of that day already', 'countedOn')
  return done([added(fosteringCountType, recordId, { childId: null }, values)])
}

/** A count as anybody may read it. */
export const countWords = (count: number): string => (count < smallest ? `fewer than ${smallest}` : String(count))

export interface FosteringFacts {
  readonly today: LocalDate
  /** The newest count; null when there is none. */
  readonly count: Pick<ValuesOf<typeof fosteringCountType>, 'countedOn' | 'open' | 'children'> | null
  /** About how many children live in the area by published figures; null when there are none for this authority. */
  readonly population: number | null
}

/** About how many arrangements the population suggests; null when it is not known. */
export function suggested({ count, population }: Pick<FosteringFacts, 'count' | 'population'>, { privateFosteringPer100000 }: Pick<SignalPolicy, 'privateFosteringPer100000'>): number | null {
  const children = count?.children ?? population
  return children === null ? null : (children * privateFosteringPer100000) / 100_000
}

/** The drift signal of the authority: fewer private fostering arrangements than the population suggests. */
export function fosteringSignal(facts: FosteringFacts, policy: SignalPolicy): Signal {
  const { today, count } = facts
  if (count === null) return cannotTell('No count of private fostering arrangements is recorded in Holdfast.')
  if (addMonths(count.countedOn, policy.privateFosteringMonths) < today) {
    return cannotTell(`The last count of private fostering arrangements is of ${formatLong(count.countedOn)}.`)
  }
  const about = suggested(facts, policy)
  if (about === null) return cannotTell('How many children live in the area is not known here: it can be written down beside the count.')
  if (count.open * 100 >= about * policy.privateFosteringBelowPercent) return quiet
  return {
    kind: 'shown', since: count.countedOn,
    evidence: `On ${formatLong(count.countedOn)} ${countWords(count.open)} private fostering arrangements were open. A population of about ${
      (count.children ?? facts.population ?? 0).toLocaleString('en-GB')} children suggests about ${Math.round(about)}.`,
    next: 'Ask schools, surgeries and housing what they know, and see that the notification pathway is known to them.', who: 'head of service',
  }
}
