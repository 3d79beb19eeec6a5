/**
 * A council's looks for eight weeks, invented: 150 people at work on 1,650 children, and 200 behaviours scripted among them
 * (promise B4). What people do is drawn from what such work is like and knows nothing of the rules' numbers: some behaviours
 * are too faint to be caught, and some ordinary days look odd.
 */
import type { UnusualPolicy } from '../../src/core/audit/unusual/policy.ts'
import { findUnusual } from '../../src/core/audit/unusual/findUnusual.ts'
import { familyNamesIn } from '../../src/core/audit/unusual/names.ts'
import { isNight, isOutOfHours } from '../../src/core/audit/unusual/outOfHours.ts'
import type { RuleName, Unusual, WatchedChild, WatchedLook, WatchedPerson } from '../../src/core/audit/unusual/watched.ts'
import { addDays, isoDate, weekday, type LocalDate } from '../../src/core/time/localDate.ts'
import { isWorkingDay, type WorkingCalendar } from '../../src/core/time/workingDays.ts'

type Kind = 'worker' | 'manager' | 'officer' | 'overseer'

interface Person {
  readonly id: string
  readonly kind: Kind
  readonly familyName: string | null
  readonly postcode: string | null
  /** Children tied to them. */
  readonly own: string[]
}

export interface Behaviour {
  readonly kind: RuleName
  readonly events: ReadonlySet<number>
}

export interface Story {
  readonly looks: readonly WatchedLook[]
  readonly people: readonly Person[]
  readonly children: ReadonlyMap<string, WatchedChild>
  readonly behaviours: readonly Behaviour[]
  readonly from: LocalDate
  readonly days: number
}

/** Numbers from 0 to 1, the same for a seed (mulberry32, public domain). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WARM_UP = 28

/** The looks of eight weeks, the second four of them with the behaviours. */
export function story(seed: number, calendar: WorkingCalendar): Story {
  const random = numbers(seed)
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const pick = <T>(all: readonly T[]): T => {
    const one = all[whole(0, all.length - 1)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const chance = (share: number): boolean => random() < share
  // A few names are everywhere and most are rare, as with real ones.
  const surname = (): string => (chance(0.35) ? `Common${'abcdefghijkl'[whole(0, 11)]}` : `Rare${String.fromCharCode(97 + whole(0, 25), 97 + whole(0, 25), 97 + whole(0, 25), 97 + whole(0, 5))}`)
  const postcode = (): string => `ZZ${whole(1, 40)} ${whole(1, 9)}${String.fromCharCode(65 + whole(0, 19), 65 + whole(0, 19))}`

  const childIds = Array.from({ length: 1650 }, (_, i) => `child ${i}`)
  const children = new Map(childIds.map((id): [string, WatchedChild] => {
    const names = [surname(), ...(chance(0.5) ? [surname()] : [])]
    return [id, { familyNames: Array.from({ length: whole(2, 4) }, () => `Relative ${pick(names)}`), postcodes: [postcode(), postcode()] }]
  }))
  // Not everybody gives their address.
  const person = (kind: Kind, i: number, own: string[]): Person => ({ id: `${kind} ${i}`, kind, familyName: surname(), postcode: chance(0.8) ? postcode() : null, own })
  const workers = Array.from({ length: 110 }, (_, i) => person('worker', i, childIds.slice(i * 15, i * 15 + 15)))
  const managers = Array.from({ length: 22 }, (_, i) => person('manager', i, childIds.slice(i * 75, i * 75 + 75)))
  const officers = Array.from({ length: 14 }, (_, i) => person('officer', i, childIds.slice(i * 115, i * 115 + 115)))
  const overseers = Array.from({ length: 4 }, (_, i) => person('overseer', i, []))
  const people = [...workers, ...managers, ...officers, ...overseers]

  const from = isoDate('2026-02-02')
  const days = 2 * WARM_UP
  const looks: Omit<WatchedLook, 'eventId'>[] = []
  const scripts: { kind: RuleName; looks: Omit<WatchedLook, 'eventId'>[] }[] = []
  const look = (who: Person, childId: string, on: LocalDate, minute: number, more: Partial<WatchedLook> = {}): Omit<WatchedLook, 'eventId'> => {
    const late = Math.floor(minute / 1440)
    return {
      at: on * 86_400 + minute * 60 + whole(0, 59), on: addDays(on, late), minute: Math.floor(minute) % 1440, personId: who.id, childId,
      refused: false, tied: who.own.includes(childId), ended: null, ...more,
    }
  }
  const normal = (...args: Parameters<typeof look>): void => { looks.push(look(...args)) }
  const workday = (): LocalDate => {
    for (;;) {
      const day = addDays(from, WARM_UP + whole(0, WARM_UP - 4))
      if (isWorkingDay(calendar, day)) return day
    }
  }
  const atWork = (): number => whole(8 * 60 + 30, 17 * 60 + 45)

  // Ordinary days.
  for (let i = 0; i < days; i++) {
    const on = addDays(from, i)
    if (!isWorkingDay(calendar, on)) {
      // Some write up at the weekend, and whoever is on call does always.
      for (const who of workers) if (chance(0.004)) for (let n = whole(1, 3); n > 0; n--) normal(who, pick(who.own), on, whole(600, 1100))
      for (const who of managers.slice(0, 2)) for (let n = whole(2, 6); n > 0; n--) normal(who, pick(who.own), on, whole(500, 1380))
      continue
    }
    for (const who of workers) {
      if (chance(0.12)) continue
      for (let n = whole(4, 16); n > 0; n--) normal(who, pick(who.own), on, atWork())
      if (chance(0.08)) for (let n = whole(1, 3); n > 0; n--) normal(who, pick(who.own), on, whole(19 * 60, 21 * 60 + 30))
      // An old link, opened in vain, now and then twice.
      if (chance(0.03)) {
        const child = pick(childIds)
        const at = atWork()
        for (let n = chance(0.3) ? 2 : 1; n > 0; n--) if (!who.own.includes(child)) normal(who, child, on, at + n, { refused: true })
      }
    }
    for (const who of managers) {
      for (let n = whole(3, 12); n > 0; n--) normal(who, pick(who.own), on, atWork())
      // Supervision: half the team's children in an hour.
      if (weekday(on) === 1 + (Number(who.id.split(' ')[1]) % 5)) who.own.slice(0, whole(20, 38)).forEach((child, n) => normal(who, child, on, 600 + n))
    }
    for (const who of officers) for (let n = whole(2, 9); n > 0; n--) normal(who, pick(who.own), on, atWork())
    for (const who of overseers) for (let n = whole(3, 14); n > 0; n--) normal(who, pick(childIds), on, atWork())
    // The reviewing service's monthly audit.
    const [auditor] = overseers
    if (i % 28 === 10 && auditor !== undefined) for (let n = whole(24, 36); n > 0; n--) normal(auditor, pick(childIds), on, 840 + n)
  }
  // A serious incident: everybody whose task it is looks at once. And handovers, with an old bookmark now and then.
  const incident = pick(childIds)
  for (const who of overseers) normal(who, incident, workday(), atWork())
  for (let i = 0; i < 40; i++) {
    const who = pick(workers)
    const child = pick(childIds.filter((id) => !who.own.includes(id)))
    const on = workday()
    if (chance(0.4)) for (let n = whole(1, 2); n > 0; n--) normal(who, child, addDays(on, whole(0, 2)), atWork(), { refused: true, ended: { as: chance(0.8) ? 'own' : 'deputy', on } })
  }

  // Behaviours.
  const notTheirs = (who: Person): string => {
    for (;;) {
      const child = pick(childIds)
      if (!who.own.includes(child)) return child
    }
  }
  /** Refused for whoever has no reach; those who oversee see what they open. */
  const snoop = (who: Person, child: string, on: LocalDate, minute: number, more: Partial<WatchedLook> = {}): Omit<WatchedLook, 'eventId'> =>
    look(who, child, on, minute, { refused: who.kind !== 'overseer' && !who.own.includes(child), ...more })
  const acts: Readonly<Record<RuleName, () => Omit<WatchedLook, 'eventId'>[]>> = {
    'own surname': () => {
      for (;;) {
        const who = pick(people)
        const child = notTheirs(who)
        if (!(children.get(child)?.familyNames ?? []).some((name) => name.endsWith(` ${who.familyName}`))) continue
        const on = workday()
        return Array.from({ length: whole(1, 3) }, (_, n) => snoop(who, child, on, atWork() + n))
      }
    },
    'own address': () => {
      const who = pick(people.filter(({ postcode: own }) => own !== null))
      const child = notTheirs(who)
      const held = children.get(child)
      // Told before the stretch begins: a neighbour's child is held with the same postcode.
      if (held !== undefined && who.postcode !== null) children.set(child, { ...held, postcodes: [...held.postcodes, who.postcode.toLowerCase()] })
      return [snoop(who, child, workday(), atWork())]
    },
    'no tie': () => {
      const who = pick([...workers, ...managers, ...officers])
      const child = notTheirs(who)
      const on = workday()
      return Array.from({ length: whole(1, 4) }, () => look(who, child, on, atWork()))
    },
    burst: () => {
      const who = pick(people)
      const on = workday()
      const start = atWork()
      const many = whole(35, 160)
      const within = whole(8, 50)
      return Array.from({ length: many }, (_, n) => snoop(who, `child ${(n * 7 + start) % 1650}`, on, start + (n * within) / many))
    },
    'out of hours': () => {
      const who = pick(workers)
      const on = addDays(workday(), whole(0, 1))
      const night = chance(0.7)
      const start = night ? whole(23 * 60 + 10, 27 * 60) : whole(20 * 60 + 15, 22 * 60)
      const children = night ? Array.from({ length: whole(1, 6) }, () => pick(who.own)) : who.own.slice(0, whole(7, 15))
      return children.map((child, n) => look(who, child, on, start + n))
    },
    'famous case': () => {
      const child = pick(childIds)
      const on = workday()
      return Array.from({ length: whole(6, 25) }, () => pick(people)).map((who) => snoop(who, child, addDays(on, whole(0, 1)), atWork()))
    },
    'refused looks': () => {
      const who = pick([...workers, ...officers])
      const on = workday()
      const start = whole(540, 900)
      const one = chance(0.5) ? notTheirs(who) : null
      return Array.from({ length: whole(4, 14) }, (_, n) => snoop(who, one ?? notTheirs(who), on, start + n * whole(1, 6)))
    },
    'after a tie': () => afterEnd('own'),
    'after standing in': () => afterEnd('deputy'),
  }
  function afterEnd(as: 'own' | 'deputy'): Omit<WatchedLook, 'eventId'>[] {
    const who = pick(workers)
    const child = notTheirs(who)
    const ended = { as, on: addDays(from, WARM_UP + whole(-20, 4)) }
    const start = workday()
    const on = start >= ended.on ? start : addDays(ended.on, 1)
    // Broken glass shows; otherwise they try again on other days.
    return chance(0.3)
      ? [look(who, child, on, atWork(), { ended })]
      : Array.from({ length: whole(3, 8) }, (_, n) => look(who, child, addDays(on, Math.min(n, whole(0, 3))), atWork(), { refused: true, ended }))
  }
  const kinds = Object.keys(acts) as RuleName[]
  for (let i = 0; i < 200; i++) {
    const kind = kinds[i % kinds.length] ?? 'burst'
    scripts.push({ kind, looks: acts[kind]() })
  }

  const numbered = [...looks, ...scripts.flatMap((script) => script.looks)].toSorted((a, b) => a.at - b.at)
  const ids = new Map(numbered.map((one, i) => [one, i + 1]))
  return {
    looks: numbered.map((one) => ({ eventId: ids.get(one) ?? 0, ...one })), people, children, from, days,
    behaviours: scripts.map(({ kind, looks: own }) => ({ kind, events: new Set(own.map((one) => ids.get(one) ?? 0)) })),
  }
}

function grouped<T, K>(all: readonly T[], key: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const name = key(one)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [one])
    else group.push(one)
  }
  return groups
}

/** What the watch finds in the second four weeks, day by day, as the job asks it. */
export function watched({ looks, people, children, from, days }: Story, calendar: WorkingCalendar, policy: UnusualPolicy): readonly Unusual[] {
  const familiesNamed = new Map<string, number>()
  for (const { familyNames } of children.values()) {
    for (const name of new Set(familyNames.flatMap(familyNamesIn))) familiesNamed.set(name, (familiesNamed.get(name) ?? 0) + 1)
  }
  const byDay = grouped(looks, ({ on }) => on)
  /** Of one day, by person: the most children in an hour, whether out of hours, whether at night. */
  const habits = new Map([...byDay].map(([on, ofDay]) => [on, new Map([...grouped(ofDay, ({ personId }) => personId)].map(([id, own]) => [id, {
    most: Math.max(...[...grouped(own, ({ minute }) => Math.floor(minute / 60)).values()].map((hour) => new Set(hour.map(({ childId }) => childId)).size)),
    late: own.some(({ minute }) => isOutOfHours(calendar, policy.hours, on, minute)), night: own.some(({ minute }) => isNight(policy.hours, minute)),
  }]))]))
  const inVain = looks.filter(({ refused }) => refused)
  const found = new Map<string, Unusual>()
  for (let i = WARM_UP; i < days + 3; i++) {
    const day = addDays(from, i)
    const back = (n: number): readonly LocalDate[] => Array.from({ length: n }, (_, k) => addDays(day, k - n))
    const near = [
      ...inVain.filter(({ on }) => on < day - policy.famous.days && on >= day - policy.afterTie.days),
      ...[...back(policy.famous.days), day].flatMap((on) => byDay.get(on) ?? []),
    ]
    const known = new Map(people.map(({ id, kind, familyName, postcode }): [string, WatchedPerson] => {
      const before = back(policy.usualDays).flatMap((on) => habits.get(on)?.get(id) ?? [])
      return [id, {
        familyName, postcode, oversees: kind === 'overseer',
        usual: {
          busiestHour: Math.max(0, ...before.map(({ most }) => most)),
          daysOutOfHours: before.filter(({ late }) => late).length, nights: before.filter(({ night }) => night).length,
        },
      }]
    }))
    for (const one of findUnusual({ looks: near, people: known, children, familiesNamed, calendar, policy })) {
      if (!found.has(one.key)) found.set(one.key, one)
    }
  }
  return [...found.values()]
}
