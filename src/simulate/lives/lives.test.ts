/** The invented lives hold to what the real decisions would have refused, and are the same for the same seed. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ChallengePolicy } from '../../core/challenge/protocol.ts'
import { lackingIn } from '../../core/plan/state.ts'
import type { Line } from '../../core/plan/line.ts'
import type { Plan } from '../../core/plan/plan.ts'
import { gapsIn, type LetterTemplate } from '../../core/reviews/letter.ts'
import { participationFault } from '../../core/reviews/decide.ts'
import { contentOf } from '../../core/records/content.ts'
import { addDays, ageOn, formatIso, isoDate, type LocalDate } from '../../core/time/localDate.ts'
import { addWorkingDays, workingCalendar } from '../../core/time/workingDays.ts'
import { expiryOf, furthest } from '../../core/carers/dates.ts'
import type { Approval, Extension } from '../../core/carers/approval.ts'
import { keepItem, sayHowItStands } from '../../core/lifeStory/decide.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { approvalsTold } from './approvals.ts'
import { lifeTold } from './childLife.ts'
import { familyRecords, familyTold, siblingGroups } from './families.ts'
import type { Authored, Setting } from './known.ts'
import { noPlan } from './plans.ts'
import { profileTold } from './profiles.ts'

const today = isoDate('2026-06-15')
const challenge: ChallengePolicy = {
  informalWorkingDays: 5, totalWorkingDays: 20, stages: [{ stage: 'team manager', workingDays: 5 }, { stage: 'head of service', workingDays: 5 }],
}
const { bands: letters } = JSON.parse(readFileSync('rules/letters/review.json', 'utf8')) as { readonly bands: readonly LetterTemplate[] }
const setting = (seed: string): Setting => {
  let last = 0
  return { seed, today, calendar: workingCalendar([], isoDate('2015-01-01'), isoDate('2030-12-31')), challenge, letters, newId: () => `id-${last += 1}` }
}
const person = (name: string) => ({ personId: name, name })
const hands = { worker: person('worker'), manager: person('manager'), officer: person('officer'), allocated: true }

/** Children of every age, legal status and length of care. */
const children: readonly ChildInCare[] = Array.from({ length: 120 }, (_, i): ChildInCare => {
  const inCareSince = addDays(today, -(10 + i * 14))
  const bornOn = addDays(inCareSince, -((i * 211) % 6000))
  const reviews = [18, 108, 290, 470, 650, 830, 1010, 1190, 1370, 1550].map((days) => addDays(inCareSince, days)).filter((on) => on <= today)
  const legalStatus = (['C1', 'C2', 'V2', 'E1'] as const)[i % 4] ?? 'C2'
  return {
    childId: `child-${i}`, code: `${1000 + i}`, bornOn, sex: i % 2 === 0 ? 'female' : 'male', ethnicity: 'WBRI', inCareSince, legalStatus, legalStatusSince: inCareSince,
    placementType: 'U6', homeSince: inCareSince, route: null, achieved: false, unaccompanied: false, nextReviewDue: addDays(today, 20),
    reviews: reviews.map((heldOn, n) => ({ factId: `fact-${n}`, heldOn, participation: ageOn(bornOn, heldOn) < 4 ? 'PN0' : 'PN1' })),
  }
})
const livesOf = (seed: string) => {
  const at = setting(seed)
  return children.map((child) => ({ child, life: lifeTold(child, hands, { head: person('head'), reviewingManager: person('closer') }, at) }))
}
const told = livesOf('one')
const all: readonly Authored[] = told.flatMap(({ life }) => life.written)

test('the same seed gives the same lives, another seed others', () => {
  const words = (seed: string): string => JSON.stringify(livesOf(seed).map(({ life }) => life.written.map(({ by, change }) => [by, change.type.name, contentOf(change.type, change.values)])))
  expect(words('one') === words('one')).toBe(true)
  expect(words('one') === words('two')).toBe(false)
})

/** The newest version of each record of a kind. */
const newest = (written: readonly Authored[], type: string) =>
  [...new Map(written.filter(({ change }) => change.type.name === type).map((one) => [one.change.recordId, one])).values()]

describe('what the decisions of the core would refuse is not in them', () => {
  test('an authorised plan lacks nothing, and whoever authorised it wrote none of it', () => {
    let authorised = 0
    for (const { life } of told) {
      for (const { change } of newest(life.written, 'plan')) {
        if (change.values['status'] !== 'authorised') continue
        authorised += 1
        const lines = newest(life.written, 'plan line').map((one) => ({ values: one.change.values }) as unknown as Line)
        expect(lackingIn({ values: change.values } as unknown as Plan, lines)).toEqual([])
        const authors = life.written.filter((one) => one.change.type.name === 'plan line' || (one.change.type.name === 'plan' && one.change.kind === 'add')).map(({ by }) => by)
        expect(authors).not.toContain(change.values['authorisedBy'])
      }
    }
    expect(authorised).toBeGreaterThan(children.length / 2)
  })

  test('reviews name a part that the child can have taken, and nothing happened before care or after today', () => {
    const faults: string[] = []
    for (const { child, life } of told) {
      for (const { change: { values, type } } of life.written) {
        if (type.happenedOn !== undefined && typeof values[type.happenedOn] === 'number') {
          const on = values[type.happenedOn] as LocalDate
          if (on < child.inCareSince || on > today) faults.push(`${child.code}: ${type.name} on ${formatIso(on)}`)
        }
      }
      for (const { change: { values } } of newest(life.written, 'looked-after review')) {
        const fault = values['state'] === 'held' ? participationFault(String(values['participation']), values['attended'] as readonly string[], child.bornOn, values['heldOn'] as LocalDate) : undefined
        if (fault !== undefined) faults.push(`${child.code}: ${fault}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('an action is done between the day it was raised and today; a required field is never empty', () => {
    const faults = all.flatMap(({ change: { type, values } }) => [
      ...Object.entries(type.fields).filter(([field, { required }]) => required === true && (values[field] ?? null) === null).map(([field]) => `${type.name} without ${field}`),
      ...(type.name === 'action' && values['state'] === 'done' && !((values['endedOn'] as number) >= (values['raisedOn'] as number) && (values['endedOn'] as number) <= today) ? [`done at the wrong time: ${String(values['what'])}`] : []),
    ])
    expect(faults).toEqual([])
  })
})

/** Whether every state of a kind is there that a service would have. */
const statesOf = (type: string): readonly string[] =>
  [...new Set(told.flatMap(({ life }) => newest(life.written, type).map(({ change }) => String(change.values[change.type.state ?? '']))))].toSorted()

test('reviews are booked, held, called off and adjourned, for 20 working days at most; their decisions are agreed or objected to within five', () => {
  expect([statesOf('looked-after review'), statesOf('review response')]).toEqual([['adjourned', 'booked', 'called off', 'held'], ['agreed', 'objects']])
  const within = (from: unknown, days: number): number => {
    const by = addWorkingDays(setting('one').calendar, from as LocalDate, days)
    return by.kind === 'date' ? by.date : 0
  }
  const settled = new Set<unknown>()
  for (const { life } of ['one', 'two', 'three'].flatMap((seed) => livesOf(seed))) {
    const reviews = new Map(newest(life.written, 'looked-after review').map(({ change }) => [change.recordId, change.values]))
    const open = [...reviews.values()].filter(({ state }) => state === 'booked' || state === 'adjourned')
    expect(open.length).toBeLessThanOrEqual(1)
    for (const { adjournedOn, adjournedWhy, bookedFor } of open.filter(({ state }) => state === 'adjourned')) {
      expect([adjournedWhy === null, Number(bookedFor) > today, Number(bookedFor) <= within(adjournedOn, 20)]).toEqual([false, true, true])
    }
    for (const { by, change: { partOf, values } } of newest(life.written, 'review response')) {
      const { decisionsOn } = reviews.get(partOf ?? '') ?? {}
      const on = Number(values['answeredOn'])
      expect([on >= Number(decisionsOn), on <= within(decisionsOn, 5), (values['why'] === null) === (values['answer'] === 'agreed')]).toEqual([true, true, true])
      if (values['answer'] === 'objects') settled.add(values['settled'])
      expect(by).toBe(values['settled'] === null ? 'manager' : 'officer')
    }
  }
  expect(settled.has(null) && settled.size > 1).toBe(true)
})

test('concerns are at every stage of their course, and nobody closed their own', () => {
  const lives = ['one', 'two', 'three'].flatMap((seed) => livesOf(seed)).map(({ life }) => life.written)
  const concerns = lives.flatMap((written) => newest(written, 'concern'))
  expect([...new Set(concerns.map(({ change: { values } }) => values['state']))].toSorted()).toEqual(['closed', 'open', 'to close'])
  expect([...new Set(lives.flatMap((written) => newest(written, 'concern stage')).map(({ change: { values } }) => values['ending']))].toSorted())
    .toEqual(['accepted', 'answered', 'not accepted', 'open', 'taken further', 'withdrawn'])
  for (const { by, change: { values } } of concerns) if (values['state'] === 'closed') expect([by, values['raisedBy'], Number(values['closedOn']) <= today]).toEqual(['closer', 'officer', true])
})

test('a letter that was sent has no gap and says a next review of its own time; a draft still has what only the officer knows', () => {
  for (const { life } of told) {
    for (const { change: { values } } of newest(life.written, 'review letter')) {
      expect([values['state'], gapsIn(String(values['text'])).length > 0]).toEqual([values['state'], values['state'] === 'draft'])
    }
  }
  expect(statesOf('review letter')).toEqual(['draft', 'sent'])
})

test('a profile is agreed by a manager who did not write it, or is a draft', () => {
  const at = setting('one')
  const adopted = children.filter(({ legalStatus }) => legalStatus === 'E1').flatMap((child) => profileTold(child, hands, { ...noPlan, primary: 'adoption' }, at))
  const profiles = newest(adopted, 'profile')
  expect([...new Set(profiles.map(({ by, change: { values } }) => `${String(values['state'])} ${by}`))].toSorted()).toEqual(['agreed manager', 'draft worker'])
})

test('planning meetings are booked, held, signed off and called off', () => {
  expect(statesOf('planning meeting')).toEqual(['booked', 'cancelled', 'held', 'signed off'])
})

test('life stories hold what could have been written, and differ: something, nothing, not now', () => {
  const faults: unknown[] = []
  const states = new Map<string, number>()
  for (const { child, life } of told) {
    const count = (state: string): void => void states.set(state, (states.get(state) ?? 0) + 1)
    for (const { change: { values } } of newest(life.written, 'life story item')) {
      const decided = keepItem('i', child.childId, values as Parameters<typeof keepItem>[2])
      if (decided.kind === 'refused') faults.push(decided.why)
    }
    const [work] = newest(life.written, 'life story work')
    if (work === undefined) { count('nothing'); continue }
    const decided = sayHowItStands('w', child.childId, undefined, work.change.values as Parameters<typeof sayHowItStands>[3])
    if (decided.kind === 'refused') faults.push(decided.why)
    count(String(work.change.values['state']))
  }
  expect(faults).toEqual([])
  expect([...states.keys()].toSorted()).toEqual(['going on', 'not wanted', 'nothing', 'waits'])
})

test('children with relatives live there on approvals that the law knows, decided by nobody who asked or assessed', () => {
  const kinds = new Set<string>()
  for (const [i, one] of children.entries()) {
    const homeSince = addDays(today, -(i * 2))
    const child = { ...one, placementType: 'U3', homeSince, inCareSince: homeSince }
    const written = approvalsTold(child, hands, person('head'), setting('one'))
    const approvals = newest(written, 'carer approval')
    const extensions = newest(written, 'extension of approval').map(({ change }) => ({ values: change.values }) as unknown as Extension)
    for (const { change: { values } } of approvals) {
      kinds.add(`${String(values['kind'])} ${String(values['state'])}`)
      const whole = { approval: { values } as unknown as Approval, extensions }
      const expiry = expiryOf(whole)
      if (values['state'] === 'in force' && expiry.kind === 'on') expect(expiry.day).toBeLessThanOrEqual(furthest(homeSince))
      if (values['decidedBy'] !== null) expect([values['decidedBy'], values['assessor']]).toEqual(['head', 'manager'])
    }
    for (const { values: { askedOn, until, decidedBy } } of extensions) {
      expect([askedOn <= addDays(homeSince, 112), until === null || until <= furthest(homeSince), decidedBy]).toEqual([true, true, 'head'])
    }
  }
  expect([...kinds].toSorted()).toEqual(['foster carer in force', 'temporary ended', 'temporary in force', 'temporary put forward'])
})

test('brothers and sisters are in one group at most, with ages that one mother can have', () => {
  const groups = siblingGroups(children, 'one')
  const members = groups.flat().map(({ childId }) => childId)
  expect(new Set(members).size).toBe(members.length)
  for (const group of groups) {
    expect(group.slice(1).every((one, i) => one.bornOn - (group[i]?.bornOn ?? 0) > 330)).toBe(true)
    const { relatives } = familyTold(group, setting('one'))
    const [mother] = relatives
    const ages = group.map(({ bornOn }) => ageOn(mother?.bornOn ?? bornOn, bornOn))
    expect([Math.min(...ages) >= 17, Math.max(...ages) <= 45]).toEqual([true, true])
    for (const child of group) expect(familyRecords(child, group, hands, setting('one')).every(({ by }) => by === 'worker')).toBe(true)
  }
})
