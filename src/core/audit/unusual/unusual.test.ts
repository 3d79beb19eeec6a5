import { describe, expect, test } from 'vitest'
import { isoDate } from '../../time/localDate.ts'
import { workingCalendar } from '../../time/workingDays.ts'
import { findUnusual, rules, ruleWords } from './findUnusual.ts'
import { familyNamesIn, plainPostcode } from './names.ts'
import type { UnusualPolicy } from './policy.ts'
import { reviewUnusual } from './review.ts'
import { ruleNames, type RuleName, type Watched, type WatchedLook, type WatchedPerson } from './watched.ts'

// Numbers of the test's own, small enough to count by hand. 2 March 2026 is a Monday; 6 April 2026 is Easter Monday.
const policy: UnusualPolicy = {
  oversee: ['director'], surname: { commonFrom: 5 }, burst: { atLeast: 4, timesUsual: 3 },
  hours: { from: 420, to: 1200, nightFrom: 1380, nightTo: 300, usualDays: 3, manyChildren: 3 },
  famous: { people: 3, days: 2 }, refused: { children: 3, sameChild: 3 }, afterTie: { days: 90, refusedLooks: 2 }, usualDays: 28,
}
const calendar = workingCalendar([{ on: isoDate('2026-04-06'), name: 'Easter Monday' }], isoDate('2026-01-01'), isoDate('2026-12-31'))
const monday = isoDate('2026-03-02')
let next = 1
const look = (personId: string, childId: string, more: Partial<WatchedLook> = {}): WatchedLook => {
  const on = more.on ?? monday
  const minute = more.minute ?? 600
  return { eventId: next++, at: on * 86_400 + minute * 60, on, minute, personId, childId, refused: false, tied: true, ended: null, ...more }
}
const person = (more: Partial<WatchedPerson> = {}): WatchedPerson => ({
  familyName: null, postcode: null, oversees: false, usual: { busiestHour: 0, daysOutOfHours: 0, nights: 0 }, ...more,
})
const asked = (looks: readonly WatchedLook[], more: Partial<Watched> = {}): Watched => ({
  looks, people: new Map([['ada', person()], ['tomasz', person()], ['ines', person()], ['head', person({ oversees: true })]]),
  children: new Map(), familiesNamed: new Map(), calendar, policy, ...more,
})
/** What one rule finds: whose, about whom, from how many events. */
const found = (rule: RuleName, watched: Watched): readonly unknown[] =>
  rules[rule](watched).map(({ people, childId, events }) => [people.join(' '), childId, events.length])
const untied = { tied: false } as const
const refused = { tied: false, refused: true } as const

describe('own surname', () => {
  const family = (name: string, own: string, families = 1): Partial<Watched> => ({
    people: new Map([['ada', person({ familyName: own })], ['head', person({ familyName: own, oversees: true })]]),
    children: new Map([['c', { familyNames: [name], postcodes: [] }]]), familiesNamed: new Map([['TEAL', families]]),
  })
  test.each([
    ['the same', family('Fay Teal', 'Teal'), look('ada', 'c'), 1],
    ['in other letters', family('Fay TÉAL', 'teal'), look('ada', 'c'), 1],
    ['a part of a double one', family('Fay Moss-Teal', 'Teal'), look('ada', 'c'), 1],
    ['another', family('Fay Teale', 'Teal'), look('ada', 'c'), 0],
    ['a first name', family('Teal Moss', 'Teal'), look('ada', 'c'), 0],
    ['a common one and the child their own', family('Fay Teal', 'Teal', 5), look('ada', 'c'), 0],
    ['one family fewer than common', family('Fay Teal', 'Teal', 4), look('ada', 'c'), 1],
    ['a common one and refused', family('Fay Teal', 'Teal', 5), look('ada', 'c', refused), 1],
    ['a common one and somebody who oversees', family('Fay Teal', 'Teal', 5), look('head', 'c', untied), 0],
    ['none given', family('Fay Teal', ''), look('ada', 'c'), 0],
  ])('%s', (_name, more, one, many) => expect(found('own surname', asked([one], more))).toHaveLength(many))
})

test('own address: the postcode however it is written, and never an empty one', () => {
  const near = (own: string | null, theirs: string): Partial<Watched> => ({
    people: new Map([['ada', person({ postcode: own })]]), children: new Map([['c', { familyNames: [], postcodes: [theirs] }]]),
  })
  expect(found('own address', asked([look('ada', 'c')], near('zz11aa', 'ZZ1 1AA')))).toEqual([['ada', 'c', 1]])
  expect(found('own address', asked([look('ada', 'c')], near('ZZ1 1AB', 'ZZ1 1AA')))).toEqual([])
  expect(found('own address', asked([look('ada', 'c')], near(null, '')))).toEqual([])
  expect([familyNamesIn('Fay Moss-O’Neill'), plainPostcode(' zz1 1aa ')]).toEqual([['MOSS', 'ONEILL', 'MOSSONEILL'], 'ZZ11AA'])
})

test('no tie: what was seen without one, but for those who oversee and for a tie that ended lately', () => {
  expect(found('no tie', asked([look('ada', 'c', untied)]))).toEqual([['ada', 'c', 1]])
  const lately = { as: 'own', on: monday } as const
  for (const one of [look('ada', 'c'), look('ada', 'c', refused), look('head', 'c', untied), look('ada', 'c', { ...untied, ended: lately })]) {
    expect(found('no tie', asked([one]))).toEqual([])
  }
})

describe('burst', () => {
  const at = (minute: number, child: string): WatchedLook => look('ada', child, { minute })
  test('four children within the hour, and not four in an hour and a minute, nor one child four times', () => {
    expect(found('burst', asked([at(600, 'a'), at(610, 'b'), at(630, 'c'), at(660, 'd')]))).toEqual([['ada', null, 4]])
    expect(found('burst', asked([at(600, 'a'), at(610, 'b'), at(630, 'c'), at(661, 'd')]))).toEqual([])
    expect(found('burst', asked([at(600, 'a'), at(601, 'a'), at(602, 'a'), at(603, 'a')]))).toEqual([])
  })
  test('three times their own busiest hour, when that is more', () => {
    const usual = { people: new Map([['ada', person({ usual: { busiestHour: 2, daysOutOfHours: 0, nights: 0 } })]]) }
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((child, i) => at(600 + i, child))
    expect(found('burst', asked(six.slice(0, 5), usual))).toEqual([])
    expect(found('burst', asked(six, usual))).toEqual([['ada', null, 6]])
  })
})

describe('out of hours', () => {
  const one = (more: Partial<WatchedLook>): WatchedLook => look('ada', 'c', more)
  test.each([
    ['in the evening at their own child', [one({ minute: 1260 })], 0],
    ['in the evening at a child without a tie', [one({ minute: 1200, ...untied })], 1],
    ['a minute before the evening', [one({ minute: 1199, ...untied })], 0],
    ['in the night', [one({ minute: 1380 })], 1],
    ['before five', [one({ minute: 299 })], 1],
    ['on a Sunday at noon without a tie', [one({ on: isoDate('2026-03-01'), minute: 720, ...untied })], 1],
    ['on a bank holiday at noon without a tie', [one({ on: isoDate('2026-04-06'), minute: 720, ...untied })], 1],
    ['in the evening at three of their own', ['a', 'b', 'c'].map((child) => look('ada', child, { minute: 1260 })), 1],
    ['in the evening and past midnight: one evening', [one({ minute: 1390 }), one({ on: isoDate('2026-03-03'), minute: 10 })], 1],
  ])('%s', (_name, looks, many) => expect(found('out of hours', asked(looks))).toHaveLength(many))
  test('used to evenings is not used to nights', () => {
    const used = (nights: number): Partial<Watched> => ({ people: new Map([['ada', person({ usual: { busiestHour: 0, daysOutOfHours: 3, nights } })]]) })
    expect(found('out of hours', asked([one({ minute: 1260, ...untied })], used(0)))).toEqual([])
    expect(found('out of hours', asked([one({ minute: 1390 })], used(2)))).toHaveLength(1)
    expect(found('out of hours', asked([one({ minute: 1390 })], used(3)))).toEqual([])
  })
})

test('famous case: three people without a tie in two days, and not two, nor three in three, nor those whose child it is', () => {
  const day = (n: number): Partial<WatchedLook> => ({ ...refused, on: isoDate(`2026-03-0${n}`) })
  expect(found('famous case', asked([look('ada', 'c', day(3)), look('tomasz', 'c', day(4)), look('head', 'c', { ...untied, on: isoDate('2026-03-04') })])))
    .toEqual([['ada tomasz head', 'c', 3]])
  expect(found('famous case', asked([look('ada', 'c', day(3)), look('tomasz', 'c', day(3)), look('ada', 'c', day(4))]))).toEqual([])
  expect(found('famous case', asked([look('ada', 'c', day(3)), look('tomasz', 'c', day(4)), look('ines', 'c', day(6))]))).toEqual([])
  expect(found('famous case', asked([look('ada', 'c', day(3)), look('tomasz', 'c', day(4)), look('ines', 'c')]))).toEqual([])
})

test('refused looks: at three children or three times at one, within a day; an earlier day never hides a later', () => {
  expect(found('refused looks', asked(['a', 'b', 'c'].map((child) => look('ada', child, refused))))).toEqual([['ada', null, 3]])
  expect(found('refused looks', asked(['a', 'a', 'a'].map((child) => look('ada', child, refused))))).toEqual([['ada', 'a', 3]])
  expect(found('refused looks', asked(['a', 'a', 'b'].map((child) => look('ada', child, refused))))).toEqual([])
  const twice = [monday, isoDate('2026-03-09')].flatMap((on) => ['a', 'b', 'c'].map((child) => look('ada', child, { ...refused, on })))
  expect(found('refused looks', asked(twice))).toHaveLength(2)
})

describe.each([['after a tie', 'own'], ['after standing in', 'deputy']] as const)('%s', (rule, as) => {
  const ended = { as, on: monday }
  const on = isoDate('2026-03-05')
  test('seen once, or tried twice; never the other kind, those who oversee, or long after', () => {
    expect(found(rule, asked([look('ada', 'c', { ...untied, ended, on })]))).toEqual([['ada', 'c', 1]])
    expect(found(rule, asked([look('ada', 'c', { ...refused, ended, on })]))).toEqual([])
    expect(found(rule, asked([look('ada', 'c', { ...refused, ended, on }), look('ada', 'c', { ...refused, ended, on })]))).toEqual([['ada', 'c', 2]])
    expect(found(rule, asked([look('ada', 'c', { ...untied, ended: { as: as === 'own' ? 'deputy' : 'own', on: monday }, on })]))).toEqual([])
    expect(found(rule, asked([look('head', 'c', { ...untied, ended, on })]))).toEqual([])
    expect(found(rule, asked([look('ada', 'c', { ...untied, ended, on: isoDate('2026-05-31') })]))).toEqual([])
    expect(found(rule, asked([look('ada', 'c', { ...untied, ended, on: isoDate('2026-05-30') })]))).toHaveLength(1)
  })
})

test('ordinary work is nothing; a finding made again has the same key; every rule has its words', () => {
  expect(findUnusual(asked(['a', 'b', 'c'].map((child) => look('ada', child))))).toEqual([])
  const looks = [look('ada', 'c', untied), look('ada', 'c', untied)]
  expect(findUnusual(asked(looks)).map(({ key }) => key)).toEqual([`no tie/ada/c/${monday}`])
  expect(Object.keys(rules)).toEqual([...ruleNames])
  expect(Object.keys(ruleWords)).toEqual([...ruleNames])
})

test('nobody reviews their own looks; anybody else’s review is kept beside the finding', () => {
  const finding = { findingId: 'f', people: ['ada'] }
  const values = { outcome: 'ordinary', words: 'Cover for a colleague.' } as const
  expect(reviewUnusual(finding, values, 'ada', 'r')).toMatchObject({ kind: 'refused' })
  expect(reviewUnusual(finding, values, 'ines', 'r')).toMatchObject({ kind: 'done', changes: [{ kind: 'add', recordId: 'r', childId: null, partOf: 'f', values }] })
})
