/** A panel lived through on the real store: lists by the rules, an agenda, a sitting, sign-off, the next sitting. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Work } from '../../src/app/work.ts'
import {
  bringListsUpToDate, childPanels, choosePanel, giveSeat, panelsInUse, panelsOf, takeIntoUse, unroutedChildren,
} from '../../src/app/panels.ts'
import { planSitting } from '../../src/app/panelDays.ts'
import {
  acceptAll, childAtSitting, correctMinutes, decideChild, minuteChild, namePresenter, putChildOff, recordAttendance, signOff,
  sittingPage, whyNotSignOff, type ChildAtSitting, type SittingPage,
} from '../../src/app/panelSittings.ts'
import { actionType } from '../../src/core/actions/action.ts'
import { complete } from '../../src/core/actions/decide.ts'
import type { Act } from '../../src/core/access/act.ts'
import type { Proposal } from '../../src/core/panels/agenda.ts'
import { formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { day } from '../support/facts.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'

let all: Trials
let at: Trial
let chair: Actor
let admin: Actor
let member: Actor
let worker: Actor
let manager: Actor
const ids = new Map<string, string>()
const idOf = (code: string): string => ids.get(code) ?? ''
const see: Act = ['see', 'panel agenda']

beforeAll(async () => {
  all = await trials()
  at = await all.next()
  await at.counts(returnFiles(2026, [
    { code: '101', bornOn: '2023-02-01', episodes: ['S C1 U6@ash 2026-02-02'] },
    { code: '102', bornOn: '2012-02-01', episodes: ['S C1 U6@elm 2026-02-03'] },
    { code: '103', bornOn: '2014-02-01', episodes: ['S V2 U6@oak 2026-02-04'] },
    { code: '104', bornOn: '2013-02-01', episodes: ['S C1 U6@fir 2024-02-04 2025-02-04 X1', 'L C2 U6@fir 2025-02-04'] },
    { code: '106', bornOn: '2021-02-01', episodes: ['S C1 U6@bay 2026-02-02'] },
    { code: '105', bornOn: '2010-02-01', episodes: ['S J1 U6@yew 2026-03-04'] },
  ]))
  const { rows } = await at.pool.query<{ code: string; child_id: string }>('select code, child_id from child where authority_id = $1', [at.authorityId])
  for (const { code, child_id: id } of rows) ids.set(code, id)
  chair = await at.person('Cora Lind', 'panel chair')
  admin = await at.person('Abe Moss', 'panel administrator')
  member = await at.person('Mina Rook', 'lawyer')
  worker = await at.person('Wes Tarn', 'social worker')
  manager = await at.person('Tess Holm', 'team manager')
  await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-01-01')`, [at.authorityId, idOf('101'), worker.personId])
})
afterAll(() => all.close())

const as = <T>(who: Actor, act: Act, fn: (work: Work) => Promise<T>): Promise<T> => at.work(fn, who, act)
const must = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('not there')
  return value
}

// Which signals fire is tried in test/signals.
const reasonsBesideSignals = ({ reasons }: Proposal): readonly string[] => reasons.map(({ kind }) => kind).filter((kind) => kind !== 'signal')

let under10 = ''
let sittingId = ''
const sitting = (work: Work): Promise<SittingPage> => sittingPage(work, under10, sittingId).then(must)
const child = (work: Work, code: string): Promise<ChildAtSitting> => childAtSitting(work, under10, sittingId, idOf(code)).then(must)

test('a scheme is taken into use once, and seats go to those who hold the role', async () => {
  expect(await at.work((work) => takeIntoUse(work, 'nowhere'))).toMatchObject({ field: 'scheme' })
  expect(await at.work((work) => takeIntoUse(work, 'havering'))).toBe(undefined)
  expect(await at.work((work) => takeIntoUse(work, 'haringey'))).toMatchObject({ why: 'Panels are in use already.' })
  const inUse = must(await at.work(panelsInUse))
  expect(inUse.panels.map(({ definition }) => definition.id)).toEqual(['under-10', 'legal-over-10', 'long-term'])
  under10 = must(inUse.panels[0]).panel.recordId
  const maker = await at.person('Dell Frost', 'agency decision maker', 'panel chair')
  expect(await at.work((work) => giveSeat(work, under10, { who: maker.personId, as: 'panel chair' }))).toMatchObject({ field: 'who', why: expect.stringContaining('does not sit on the panel') })
  expect(await at.work((work) => giveSeat(work, under10, { who: worker.personId, as: 'panel chair' }))).toMatchObject({ field: 'who' })
  for (const [who, seat] of [[chair, 'panel chair'], [admin, 'panel administrator'], [member, 'lawyer']] as const) {
    expect(await at.work((work) => giveSeat(work, under10, { who: who.personId, as: seat }))).toBe(undefined)
  }
  await expect(as(worker, ['see', 'child overview'], (work) => giveSeat(work, under10, { who: worker.personId, as: 'lawyer' }))).rejects.toThrow('not allowed')
})

test('the rules put children on lists; those they cannot place stand in the UNROUTED list until somebody clears them', async () => {
  await at.work(bringListsUpToDate, undefined, ['record', 'panel agenda'])
  const lines = await at.work((work) => panelsOf(work, [...ids.values()]))
  expect(['101', '102', '103', '104', '105'].map((code) => lines.get(idOf(code))?.panel)).toEqual([
    'Permanency tracking, under 10', 'Legal tracking, over 10', 'Long-term permanency tracking', undefined, undefined,
  ])
  const unrouted = await at.work(unroutedChildren, undefined, see)
  expect(unrouted.map(({ code, why }) => [code, why.slice(0, 30)])).toEqual([['104', 'Cannot tell whether “Final ord'], ['105', 'No rule of Permanency tracking']])
  const clear = (typed: { panelId: string | null; lookAgainOn: ReturnType<typeof day> | null }) =>
    at.work((work) => choosePanel(work, idOf('105'), { ...typed, reason: 'On remand until 5 July.' }), undefined, ['record', 'panel agenda'])
  expect(await clear({ panelId: null, lookAgainOn: null })).toMatchObject({ field: 'lookAgainOn' })
  expect(await clear({ panelId: null, lookAgainOn: day('2026-07-06') })).toBe(undefined)
  const longTerm = must(must(await at.work(panelsInUse)).panels[2]).panel.recordId
  expect(await at.work((work) => choosePanel(work, idOf('104'), { panelId: longTerm, reason: 'Plan awaits authorisation.', lookAgainOn: null }), undefined, ['record', 'panel agenda'])).toBe(undefined)
  expect(await at.work(unroutedChildren, undefined, see)).toEqual([])
  const story = must(await at.work((work) => childPanels(work, idOf('104')), undefined, see))
  expect(story.items.map(({ values: { how, why } }) => [how, why])).toEqual([['chosen', 'Plan awaits authorisation.']])
})

test('being on the list ties the panel’s people to the child, and nobody else', async () => {
  const seen = async (who: Actor): Promise<readonly string[]> => {
    const codes = await as(who, see, (work) => work.children.codesOf([...ids.values()]))
    return [...codes.values()].sort()
  }
  expect(await seen(chair)).toEqual(['101', '106'])
  expect(await seen(admin)).toEqual(['101', '106'])
  expect(await seen(worker)).toEqual(['101'])
  expect(await seen(manager)).toEqual([])
  await expect(as(manager, ['record', 'panel agenda'], (work) => choosePanel(work, idOf('101'), { panelId: null, reason: 'x', lookAgainOn: day('2026-07-06') }))).rejects.toThrow('not allowed')
})

test('the agenda proposes itself, and each child is accepted or put off with a reason', async () => {
  const plan = (on: string) => as(admin, ['record', 'panel agenda'], (work) => planSitting(work, under10, { on: isoDate(on), place: 'Town Hall', minuteTaker: admin.personId }))
  expect(await plan('2026-05-31')).toMatchObject({ field: 'on' })
  await expect(as(manager, ['record', 'panel agenda'], (work) => planSitting(work, under10, { on: day('2026-06-01'), place: null, minuteTaker: null }))).rejects.toThrow('not allowed')
  const planned = await plan('2026-06-01')
  sittingId = 'sittingId' in planned ? planned.sittingId : ''
  const page = await as(admin, see, sitting)
  expect(page.proposed.map(({ code, proposal }) => [code, reasonsBesideSignals(proposal)])).toEqual([['101', ['overdue', 'new']], ['106', ['overdue', 'new']]])
  expect(page.papersDueOn === null ? null : formatIso(page.papersDueOn)).toBe('2026-05-22')
  const off = (why: string) => as(admin, ['change', 'panel agenda'], async (work) => putChildOff(work, await sitting(work), idOf('101'), why))
  expect(await off(' ')).toMatchObject({ field: 'putOffWhy' })
  expect(await off('The report is late.')).toBe(undefined)
  expect((await as(admin, see, sitting)).putOff.map(({ code, held }) => [code, held?.values.putOffWhy])).toEqual([['101', 'The report is late.']])
  await as(admin, ['change', 'panel agenda'], async (work) => acceptAll(work, await sitting(work), [idOf('101'), idOf('106')]))
  expect((await as(admin, see, sitting)).accepted.map(({ code }) => code)).toEqual(['101', '106'])
})

const typed = { decision: 'Family finding starts now.', colour: 'red', colourWhy: null, next: 'returns', returnOn: day('2026-07-08'), nextWhy: null } as const
const decide = (
  who: Actor, over: Partial<Parameters<typeof decideChild>[2]> = {}, { to, actions = [], code = '101' }: Further = {},
) => as(who, ['record', 'panel decision'], async (work) => decideChild(work, await child(work, code), { ...typed, ...over }, to ?? null, actions))
interface Further { readonly to?: string; readonly actions?: Parameters<typeof decideChild>[4]; readonly code?: string }
const present = (who: Actor, code = '101') =>
  as(admin, ['change', 'panel agenda'], async (work) => namePresenter(work, await sitting(work), must((await child(work, code)).line.held), who.personId))

test('nobody decides without presenter, quorum, chair; whoever presents does not chair', async () => {
  await expect(decide(admin)).rejects.toThrow('not allowed')
  expect(await decide(chair)).toMatchObject({ why: 'Say who presents the child first: whoever presents does not chair.' })
  await present(chair)
  expect(await decide(chair)).toMatchObject({ why: 'Whoever presents a child to a panel does not chair the panel for that child.' })
  await present(worker)
  expect((await as(admin, see, sitting)).accepted.map(({ code }) => code)).toEqual(['101', '106'])
  expect(await decide(chair)).toMatchObject({ why: 'The sitting has no quorum: 0 of the 3 people it needs, without a chair. Record who takes part first.' })
  const director = await at.person('Ines Ford', 'director')
  const took = [[chair, 'panel chair', 'in the room'], [member, 'lawyer', 'online'], [director, 'director', 'in the room'], [admin, 'panel administrator', 'in the room']] as const
  await as(admin, ['change', 'panel agenda'], async (work) => recordAttendance(work, await sitting(work), took.map(([{ personId }, post, how]) => ({ who: personId, as: post, how }))))
  expect((await as(admin, see, sitting)).quorum).toEqual({ met: true, words: '3 of the 3 people it needs' })
})

test('what is decided goes straight to the child’s record: decision, actions, day of return', async () => {
  expect((await as(chair, see, (work) => child(work, '101'))).computed.colour).toBe('red')
  expect(await decide(chair, { colour: 'amber' })).toMatchObject({ field: 'colourWhy' })
  expect(await decide(chair, { returnOn: null })).toMatchObject({ field: 'returnOn' })
  expect(await decide(chair, {}, { actions: [{ what: 'Write the profile', owner: manager.personId, dueOn: day('2026-06-20') }] })).toMatchObject({ field: 'action-1-owner' })
  expect(await decide(chair, {}, { actions: [{ what: 'Write the profile', owner: worker.personId, dueOn: day('2026-06-20') }] })).toBe(undefined)
  await as(worker, ['see', 'actions'], async (work) => {
    const [action] = await work.records.find([actionType], { ownerId: worker.personId })
    expect([action?.values.what, action?.values.raisedBy, action?.values.state]).toEqual(['Write the profile', 'panel', 'open'])
  })
  const line = must((await as(worker, see, (work) => panelsOf(work, [idOf('101')]))).get(idOf('101')))
  expect([line.colour, line.lastDecision, line.returnOn, line.lastHeardOn]).toEqual(['red', 'Family finding starts now.', day('2026-07-08'), day('2026-06-01')])
})

const legalPanel = async (): Promise<string> => must(must(await at.work(panelsInUse)).panels[1]).panel.recordId
const placesOf = async (code: string) => {
  const legal = await legalPanel()
  const { items } = must(await at.work((work) => childPanels(work, idOf(code)), undefined, see))
  return items.map(({ partOf, values: { state, how, cameFrom, wentTo } }) => [partOf === legal ? 'legal' : 'under 10', state, how, cameFrom, wentTo])
}

test('the chair moves a child on: the other panel has the child at once, this one until its minutes are signed off', async () => {
  await present(worker, '106')
  const move = { next: 'transfer', returnOn: null } as const
  expect(await decide(chair, move, { code: '106', to: await legalPanel() })).toMatchObject({ field: 'nextWhy' })
  expect(await decide(chair, { ...move, nextWhy: 'Heard with her brother.' }, { code: '106' })).toMatchObject({ field: 'to' })
  expect(await as(chair, ['decide', 'panel minutes'], async (work) => signOff(work, await sitting(work)))).toMatchObject({ why: expect.stringContaining('1 child has no decision yet') })
  expect(await decide(chair, { ...move, nextWhy: 'Heard with her brother.' }, { code: '106', to: await legalPanel() })).toBe(undefined)
  const moved = ['legal', 'tracked', 'transferred', 'Permanency tracking, under 10', null]
  expect(await placesOf('106')).toEqual([moved, ['under 10', 'leaving', 'entered', null, 'Legal tracking, over 10']])
  // The rules still say under 10: the chair's word stands before them.
  await at.work(bringListsUpToDate, undefined, ['record', 'panel agenda'])
  expect(await placesOf('106')).toEqual([moved, ['under 10', 'leaving', 'entered', null, 'Legal tracking, over 10']])
})

test('a minute-taker does not sign off; after sign-off nothing changes but by a dated correction', async () => {
  await as(admin, ['record', 'panel minutes'], async (work) => minuteChild(work, await child(work, '101'), 'The panel heard that her carers wish to adopt.'))
  expect(await as(admin, see, async (work) => whyNotSignOff(work, await sitting(work)))).toBe('A chair of the panel signs the minutes off.')
  expect(await as(chair, ['decide', 'panel minutes'], async (work) => signOff(work, await sitting(work)))).toBe(undefined)
  expect((await placesOf('106')).map(([panel, state]) => [panel, state])).toEqual([['legal', 'tracked'], ['under 10', 'closed']])
  const after = await as(chair, see, sitting)
  expect([after.accepted.map(({ code }) => code), after.notShown]).toEqual([['101'], 1])
  expect(await decide(chair, { decision: 'Something else.' })).toMatchObject({ why: 'What was signed off is not edited: a later meeting decides anew.' })
  expect(await as(admin, ['record', 'panel minutes'], async (work) => minuteChild(work, await child(work, '101'), 'Other words.'))).toMatchObject({ why: 'The minutes are signed off. Add a correction instead.' })
  await as(admin, ['record', 'panel minutes'], async (work) => correctMinutes(work, await child(work, '101'), 'Her aunt, not her carers.'))
  const held = await as(chair, see, (work) => child(work, '101'))
  expect(held.minute?.values.said).toBe('The panel heard that her carers wish to adopt.')
  expect(held.corrections.map(({ values }) => [values.on, values.words])).toEqual([[day('2026-06-01'), 'Her aunt, not her carers.']])
})

test('undone actions return next time; a done one does not', async () => {
  const planned = await as(admin, ['record', 'panel agenda'], (work) => planSitting(work, under10, { on: isoDate('2026-06-10'), place: null, minuteTaker: member.personId }))
  sittingId = 'sittingId' in planned ? planned.sittingId : ''
  const kinds = async () => (await as(admin, see, sitting)).proposed.flatMap(({ proposal }) => reasonsBesideSignals(proposal))
  expect(await kinds()).toEqual(['overdue', 'actions'])
  await as(worker, ['see', 'actions'], async (work) => {
    const [action] = await work.records.find([actionType], { ownerId: worker.personId })
    const ended = complete(must(action), { endedOn: work.today, ending: 'Written.', by: worker.personId }, work.today)
    await work.records.apply(ended.kind === 'done' ? ended.changes : [])
  })
  expect(await kinds()).toEqual(['overdue'])
})

test('nothing is decided before the day of the sitting', async () => {
  await as(admin, ['change', 'panel agenda'], async (work) => acceptAll(work, await sitting(work), [idOf('101')]))
  await present(worker)
  expect(await decide(chair)).toMatchObject({ why: 'The panel sits on 10 June 2026: nothing can be decided before.' })
})

test('a rule moves a child, and the move is told: accommodated, then in proceedings at 12', async () => {
  await at.counts(returnFiles(2027, [{ code: '103', bornOn: '2014-02-01', episodes: ['S V2 U6@oak 2026-02-04 2026-05-20 X1', 'L C1 U6@oak 2026-05-20'] }]))
  await at.work(bringListsUpToDate, undefined, ['record', 'panel agenda'])
  expect((await placesOf('103'))[0]).toEqual(['legal', 'tracked', 'transferred', 'Long-term permanency tracking', null])
  const { items } = must(await at.work((work) => childPanels(work, idOf('103')), undefined, see))
  expect(items.map(({ values: { rule, why, leftWhy } }) => [rule, why, leftWhy])).toEqual([
    ['proceedings-from-10', 'In care proceedings, 10 or older when they were issued', null],
    ['section-20', 'Accommodated under section 20, no proceedings seen', 'In care proceedings, 10 or older when they were issued'],
  ])
})
