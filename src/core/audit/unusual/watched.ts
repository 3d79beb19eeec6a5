/**
 * What the rules of unusual access are asked about: looks at children, who looked, and how they stood to the child then. No
 * rule reads anything else, and none reads what was written about a child.
 */
import type { LocalDate } from '../../time/localDate.ts'
import type { WorkingCalendar } from '../../time/workingDays.ts'
import type { UnusualPolicy } from './policy.ts'

/** One event of the audit log that names a child. */
export interface WatchedLook {
  readonly eventId: number
  /** Seconds since 1970. */
  readonly at: number
  /** The day and the minute of the day (0 to 1439) on the clocks of England. */
  readonly on: LocalDate
  readonly minute: number
  readonly personId: string
  readonly childId: string
  /** Asked for in vain: nothing was seen. */
  readonly refused: boolean
  /** Whether anything tied them to the child that day: allocated, team, service, panel, standing in. */
  readonly tied: boolean
  /** When untied: the newest tie that had ended by then. `on` is the first day without it. */
  readonly ended: { readonly as: 'own' | 'deputy'; readonly on: LocalDate } | null
}

export interface WatchedPerson {
  /** As they gave it, if they did; and so with the postcode. */
  readonly familyName: string | null
  readonly postcode: string | null
  /** Whether a role of theirs is there to look at any child (policy `oversee`). */
  readonly oversees: boolean
  /** The weeks before: what is usual for this person. */
  readonly usual: {
    /** The most different children in one clock hour. */
    readonly busiestHour: number
    /** Days on which they looked at a child out of hours, and those on which they did in the dead of night. */
    readonly daysOutOfHours: number
    readonly nights: number
  }
}

export interface WatchedChild {
  /** Names of the people in the child's family records, as written there. */
  readonly familyNames: readonly string[]
  /** Of the family and of the child's homes. */
  readonly postcodes: readonly string[]
}

export interface Watched {
  /** Oldest first: those not asked about before, and those shortly before them. */
  readonly looks: readonly WatchedLook[]
  readonly people: ReadonlyMap<string, WatchedPerson>
  readonly children: ReadonlyMap<string, WatchedChild>
  /** How many families of children held bear a family name (`plainName`). */
  readonly familiesNamed: ReadonlyMap<string, number>
  readonly calendar: WorkingCalendar
  readonly policy: UnusualPolicy
}

/** The rules, by the name that findings carry. */
export const ruleNames = [
  'own surname', 'own address', 'no tie', 'burst', 'out of hours', 'famous case', 'refused looks', 'after a tie', 'after standing in',
] as const
export type RuleName = (typeof ruleNames)[number]

/** Something to be looked into. It says that a look was unusual, never that it was wrong. */
export interface Unusual {
  readonly rule: RuleName
  /** The same finding made again has the same key, and is kept once. */
  readonly key: string
  readonly people: readonly string[]
  /** Null when it is about no one child. */
  readonly childId: string | null
  /** The events it rests on, oldest first. */
  readonly events: readonly number[]
  /** A sentence for whoever reviews it; no name and nothing about the child stands in it. */
  readonly words: string
}

/** A rule: everything unusual of its kind among the looks. */
export type UnusualRule = (watched: Watched) => readonly Unusual[]

/** The looks in groups, each oldest first. */
export function groupedBy(looks: readonly WatchedLook[], key: (look: WatchedLook) => string): ReadonlyMap<string, readonly WatchedLook[]> {
  const groups = new Map<string, WatchedLook[]>()
  for (const look of looks) {
    const name = key(look)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [look])
    else group.push(look)
  }
  return groups
}

export const eventsOf = (looks: readonly WatchedLook[]): readonly number[] => looks.map(({ eventId }) => eventId)

/** How many different children. */
export const childrenIn = (looks: readonly WatchedLook[]): number => new Set(looks.map(({ childId }) => childId)).size

export const overseesAll = ({ people }: Watched, personId: string): boolean => people.get(personId)?.oversees ?? false

/**
 * Of each period the first group of looks that is enough: a group ends at a look of the period and reaches back `seconds`,
 * into the period before where it must. An earlier period's group never hides a later one's.
 */
export function firstWithin(
  looks: readonly WatchedLook[], seconds: number, period: (last: WatchedLook) => string, isEnough: (group: readonly WatchedLook[]) => boolean,
): ReadonlyMap<string, readonly WatchedLook[]> {
  const found = new Map<string, readonly WatchedLook[]>()
  let from = 0
  for (const [to, last] of looks.entries()) {
    while ((looks[from]?.at ?? last.at) < last.at - seconds) from += 1
    const name = period(last)
    if (found.has(name)) continue
    const group = looks.slice(from, to + 1)
    if (isEnough(group)) found.set(name, group)
  }
  return found
}
