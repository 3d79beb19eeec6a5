/**
 * A month of a borough's life, lived by those whose work it is: a child enters care by a return, gets a plan with two lines, is
 * reviewed, met about, heard by the panel, challenged for, and moves to another panel. Days and law: Care Planning, Placement and
 * Case Review (England) Regulations 2010, regulation 33 (first review within 20 working days, the second within three months),
 * the Independent Reviewing Officers' Handbook chapters 3 and 6, and Havering's permanency statement for the panels. Forms are
 * sent as a browser sends them; the pages that come of it are opened and judged in a browser.
 */
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import type { LocalDate } from '../../src/core/time/localDate.ts'
import { holdfastOn } from '../../src/edge/holdfast.ts'
import { newId } from '../../src/edge/ids.ts'
import { loadRules } from '../../src/edge/rules.ts'
import { launch, Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { day } from '../support/facts.ts'
import { atDesk, type AtDesk } from '../support/formPosts.ts'
import { returnFiles, trials, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'

const who = {
  wes: 'social worker', tess: 'team manager', iris: 'reviewing officer', rhona: 'reviewing manager', abe: 'panel administrator', cora: 'panel chair',
  dina: 'director', hugo: 'head of service',
} as const satisfies Readonly<Record<string, Role>>
type Name = keyof typeof who

let browser: Browser
let all: Trials
let served: Served
let today: LocalDate = day('2026-06-05')
beforeAll(async () => {
  browser = await launch()
  all = await trials()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await served.app.close()
  await all.close()
})

test('a child comes into care, and all that follows in a month is right', { timeout: 240_000 }, async () => {
  const at = await all.next()
  const opened = { connection: all.database.connection, words: 'a test', stop: () => Promise.resolve() } as never
  served = serve({ ...at, holdfast: holdfastOn(at.pool, loadRules(), opened, () => today) })
  const ids = new Map<Name, string>()
  for (const [name, role] of Object.entries(who)) ids.set(name as Name, await served.person(name, role))
  const idOf = (name: Name): string => ids.get(name) ?? ''
  const desks = new Map<Name, AtDesk>()
  const desk = async (name: Name): Promise<AtDesk> => {
    const found = desks.get(name) ?? await atDesk(served, name)
    desks.set(name, found)
    return found
  }

  // 5 June: a small borough is held, and an extract of the running year tells of a girl of eight who came into care on 1 June.
  await at.counts({ collectionYear: 2026, files: simulatedBorough('month', 12, 2026, 2026).files(2026), lastYearFiles: [] })
  const ivy = { code: 'IVY1', bornOn: '2018-03-10' }
  await at.counts(returnFiles(2027, [{ ...ivy, episodes: ['S C1 U6@ash 2026-06-01'] }]))
  const { rows: [found] } = await at.pool.query<{ child_id: string }>(`select child_id from child where authority_id = $1 and code = 'IVY1'`, [at.authorityId])
  const childId = found?.child_id ?? ''
  const child = `/children/${childId}`
  const team = newId()
  await at.pool.query(`insert into team (authority_id, team_id, name) values ($1, $2, 'Court Team')`, [at.authorityId, team])
  await at.pool.query(
    `insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, false, '2026-01-01'), ($1, $4, $3, true, '2026-01-01')`,
    [at.authorityId, idOf('wes'), team, idOf('tess')])
  await at.pool.query(
    `insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-06-01'), ($1, $2, 'reviewing officer', $4, '2026-06-01')`,
    [at.authorityId, childId, idOf('wes'), idOf('iris')])

  const iris = await desk('iris')
  // Twenty working days from 1 June 2026 end on Monday 29 June.
  expect(await iris.read(`${child}/reviews/book`)).toContain('It is due by 29 June 2026')
  await iris.send(`${child}/reviews/book`, { 'bookedFor:day': '2026-06-24', officer: idOf('iris'), invited: ['child', 'social worker', 'carer'] })

  // 8 June: the social worker writes a plan with two lines, and cannot authorise it.
  today = day('2026-06-08')
  const wes = await desk('wes')
  await wes.send(`${child}/plan/begin`, {
    aim: 'You will live with your mum again when home is safe. If that cannot be, Nan has a room for you.', early: 'not wanted', earlyWhy: 'Ivy is eight and close to her grandmother.',
  })
  const line = { owner: idOf('wes'), 'startedOn:day': '2026-06-08', evidence: '', trigger: '' }
  await wes.send(`${child}/plan/lines/new`, { ...line, route: 'return-home', role: 'primary', reason: 'Her mother has begun treatment.', 'targetOn:day': '2026-10-30' })
  await wes.send(`${child}/plan/lines/new`, { ...line, route: 'kin-sgo', role: 'parallel', reason: 'Her grandmother asked to be assessed.', 'targetOn:day': '2026-11-20' })
  await wes.send(`${child}/plan/put-forward`, { askedOf: idOf('tess') })
  await expect(wes.send(`${child}/plan/decide`, { decision: 'authorise' })).rejects.toThrow('404')

  // 9 June: the team manager is told and authorises it: permanence is identified.
  today = day('2026-06-09')
  const tess = await desk('tess')
  expect(await tess.read('/work')).toContain('A permanence plan waits for you to authorise it.')
  await tess.send(`${child}/plan/decide`, { decision: 'authorise' })
  expect(await wes.read(`${child}/plan`)).toContain('Authorised by tess on 9 June 2026.')

  // 24 June: the first review endorses it. The record's days, the decision, the letter.
  today = day('2026-06-24')
  const review = /\/children\/[^"]+\/reviews\/[0-9a-f-]{36}/.exec(await iris.html(`${child}/reviews`))?.[0] ?? ''
  await iris.send(`${review}/hold`, {
    'heldOn:day': '2026-06-24', how: 'meeting', attended: ['child', 'social worker', 'carer'], participation: 'PN1', spokenTo: 'yes', childsView: 'You would like to see Nan every week.',
    goingWell: 'You have settled at school.', worries: 'You do not know how long this takes.', permanence: 'Home with her mother; living with her grandmother.', planView: 'endorsed',
    planWords: 'You will live with Mum again when home is safe, or with Nan.', discussed: 'All views were heard.',
  })
  await iris.send(`${review}/decisions/new`, { what: 'Arrange time with Nan every week', owner: idOf('wes'), 'dueOn:day': '2026-07-03' })
  const record = await iris.read(review)
  for (const due of ['1 July 2026', '15 July 2026', '22 July 2026']) expect(record).toContain(due)
  // Three months after the first review.
  expect(await iris.read(`${child}/reviews`)).toContain('24 September 2026')
  expect(await wes.read(`${child}/plan`)).toContain('Endorsed by a review 24 June 2026')
  const letter = await iris.send(review, {}, `${review}/letters`)
  const draft = await iris.read(letter)
  expect(draft).toContain('What you told us: You would like to see Nan every week.')
  expect(draft).toContain('- Arrange time with Nan every week: wes, by 3 July 2026')
  expect(draft).toContain('Your next review is due by 24 September 2026.')
  await expect(iris.send(`${letter}/send`, { how: 'by hand', 'sentOn:day': '2026-06-24', haveRead: 'yes' })).rejects.toThrow('Fill in [the name they like to be called] first')
  await iris.send(letter, { band: '8 to 12', text: 'Dear Ivy,\n\nYou would like to see Nan every week. Wes will arrange it by 3 July 2026.\n\nIris' })
  await iris.send(`${letter}/send`, { how: 'by hand', 'sentOn:day': '2026-06-24', haveRead: 'yes' })

  // 25 June: the officer raises a concern, informally: five working days end on 2 July.
  today = day('2026-06-25')
  await iris.send(`${child}/challenge/raise`, { theme: 'drift', about: 'Nan has waited for three weeks to be rung.', wanted: 'Ring her this week.', childKnows: 'told', stage: 'informal' })
  const concern = /\/children\/[^"]+\/challenge\/[0-9a-f-]{36}/.exec(await iris.html(`${child}/challenge`))?.[0] ?? ''
  expect(await tess.read(concern)).toContain('2 July 2026')
  await expect(iris.send(`${concern}/answer`, { agrees: 'yes', answer: 'It is done.' })).rejects.toThrow('404')

  // 26 June: the planning meeting; the worker writes the minutes and the manager who led it signs them off.
  today = day('2026-06-26')
  const meeting = await tess.send(`${child}/planning-meetings/new`, { 'bookedFor:day': '2026-06-26', lead: idOf('tess'), invited: ['family', 'regional agency'] }, `${child}/planning-meetings`)
  await wes.send(`${meeting}/minutes`, {
    'heldOn:day': '2026-06-26', attended: ['social worker', 'family'], childView: '“I want Nan to come to everything.”', early: 'not wanted', earlyWhy: 'She is eight.', decided: 'Assess Nan now.',
    'option-1-route': 'kin-sgo', 'option-1-pros': 'She knows her.', 'option-1-cons': 'A small flat.', 'option-1-outcome': 'parallel',
    'action-1-what': 'Begin the assessment of Nan', 'action-1-owner': idOf('wes'), 'action-1-dueOn:day': '2026-07-10',
  })
  await tess.send(meeting, {}, `${meeting}/sign-off`)
  expect(await wes.read(meeting)).toContain('Signed off on 26 June 2026 by tess')
  await tess.send(`${concern}/answer`, { agrees: 'yes', answer: 'Wes rang her today; the assessment begins on Monday.' })
  const work = await wes.read('/work')
  for (const action of ['Arrange time with Nan every week', 'Begin the assessment of Nan']) expect(work).toContain(action)

  // 29 June: the officer accepts; somebody else closes.
  today = day('2026-06-29')
  await iris.send(`${concern}/accept`, { endingWhy: 'Nan was rung.' })
  const rhona = await desk('rhona')
  await rhona.send(`${concern}/close`, { outcome: 'resolved', outcomeWords: 'Nan was rung.', impact: 'done sooner', changed: 'Nan came to tea.' })
  expect(await iris.read(concern)).toContain('Nan came to tea.')

  // 30 June: panels are taken into use; the rule for proceedings under ten sends the child to the first of them.
  today = day('2026-06-30')
  const dina = await desk('dina')
  await dina.send('/panels', { scheme: 'havering' })
  await dina.send('/panels', {}, '/panels/lists')
  const panelOf = async (name: string): Promise<string> => new RegExp(`href="(/panels/[0-9a-f-]{36})"[^>]*>\\s*${name}`).exec(await dina.html('/panels'))?.[1] ?? ''
  const under10 = await panelOf('Permanency tracking, under 10')
  const longTerm = await panelOf('Long-term permanency tracking')
  const seats = [['cora', 'panel chair'], ['dina', 'director'], ['abe', 'panel administrator'], ['hugo', 'head of service']] as const
  for (const panel of [under10, longTerm]) for (const [name, as] of seats) await dina.send(panel, { who: idOf(name), as }, `${panel}/seats`)
  expect(await wes.read(`${child}/panels`)).toContain('In care proceedings, under 10 when they were issued')

  // 8 July, the second Wednesday: the panel hears her, decides, and signs off.
  const abe = await desk('abe')
  const sitting = await abe.send(under10, { 'on:day': '2026-07-08', place: 'Room 2', minuteTaker: idOf('abe') }, `${under10}/sittings`)
  // Papers go out five working days before: 1 July.
  expect(await abe.read(sitting)).toContain('1 July 2026')
  await abe.send(sitting, { child: childId }, `${sitting}/agenda`)
  today = day('2026-07-08')
  const seated = [...(await abe.html(sitting)).matchAll(/name="(how-[0-9a-f-]{36})"/g)].map(([, name]) => name ?? '')
  await abe.send(sitting, Object.fromEntries(seated.map((name) => [name, 'in the room'])), `${sitting}/attendance`)
  const heard = `${sitting}${child}`
  await abe.send(heard, { presenter: idOf('wes') }, `${heard}/presenter`)
  await abe.send(heard, { said: 'Her own words were read first.' }, `${heard}/minute`)
  const cora = await desk('cora')
  await cora.send(heard, {
    decision: 'Both lines go on; the assessment comes to the panel in August.', colour: 'green', colourWhy: 'All is in time.', next: 'returns', 'returnOn:day': '2026-08-12',
    'action-1-what': 'Send the viability assessment', 'action-1-owner': idOf('wes'), 'action-1-dueOn:day': '2026-07-31',
  }, `${heard}/decision`)
  await expect(abe.send(`${sitting}/sign-off`, {})).rejects.toThrow('404')
  await cora.send(`${sitting}/sign-off`, {})
  const minutes = await cora.read(`${sitting}/minutes`)
  for (const words of ['Signed off by cora on 8 July 2026.', 'Her own words were read first.', 'Both lines go on; the assessment comes to the panel in August.', 'Send the viability assessment', 'The child returns on 12 August 2026.']) {
    expect(minutes).toContain(words)
  }

  // 10 July: the court made a care order on 9 July. The next return tells, and the rules move her to the long-term panel.
  today = day('2026-07-10')
  await at.counts(returnFiles(2027, [{ ...ivy, episodes: ['S C1 U6@ash 2026-06-01 2026-07-09 X1', 'L C2 U6@ash 2026-07-09'], reviews: ['2026-06-24'] }]))
  await abe.send('/panels', {}, '/panels/lists')
  const panels = await wes.read(`${child}/panels`)
  expect(panels).toContain('Long-term permanency tracking')
  expect(panels).toContain('Permanency tracking, under 10')
  const { rows: places } = await at.pool.query<{ part_of: string; state: string; how: string; rule: string }>(
    `select part_of, state, content ->> 'how' as how, content ->> 'rule' as rule from record
      where authority_id = $1 and child_id = $2 and type = 'panel item' and superseded_at is null order by first_recorded_at`, [at.authorityId, childId])
  expect(places).toEqual([
    { part_of: under10.slice(8), state: 'closed', how: 'entered', rule: 'proceedings-under-10' },
    { part_of: longTerm.slice(8), state: 'tracked', how: 'transferred', rule: 'order-or-home' },
  ])

  // What each of them sees of it, in a browser, at a desk and on a phone.
  const base = await listening()
  const arrive = async (name: Name, ...pages: readonly string[]): Promise<Visitor> => {
    const visitor = await arriveAs(browser, base, name, pages[0])
    for (const page of pages) expect([name, page, await visitor.open(page)]).toEqual([name, page, 200])
    return visitor
  }
  const visitors = [await arrive('wes', '/work', child, `${child}/plan`), await arrive('iris', review, concern), await arrive('cora', `${sitting}/minutes`)]
  expect([...visitors.flatMap(({ faults }) => faults), ...served.failures]).toEqual([])
  for (const visitor of visitors) await visitor.leave()
})

async function listening(): Promise<string> {
  await served.app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(served.app.server.address() as AddressInfo).port}`
}
