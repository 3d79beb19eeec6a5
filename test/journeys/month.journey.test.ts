/**
 * A month of a borough's life, lived in a browser by those whose work it is: a child enters care by a return, is given to a
 * worker and an officer, gets a plan with two lines, is reviewed, met about, heard by the panel, challenged for, and moves to
 * another panel. Days and law: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33 (first review
 * within 20 working days, the second within three months), the Independent Reviewing Officers' Handbook chapters 3 and 6, and
 * Havering's permanency statement for the panels. Every form is filled in and sent by the person whose form it is.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/core/access/roles.ts'
import type { LocalDate } from '../../src/core/time/localDate.ts'
import { holdfastOn } from '../../src/edge/holdfast.ts'
import { newId } from '../../src/edge/ids.ts'
import { loadRules } from '../../src/edge/rules.ts'
import { launch, type Visitor } from '../../src/web/testing/page.ts'
import { arriveAs } from '../support/arrive.ts'
import { day } from '../support/facts.ts'
import { follow, pathOf, read, send, shown, statusOf, untick, type Answers } from '../support/fillIn.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'

const who = {
  wes: 'social worker', tess: 'team manager', iris: 'reviewing officer', rhona: 'reviewing manager', abe: 'panel administrator', cora: 'panel chair',
  dina: 'director', hugo: 'head of service',
} as const satisfies Readonly<Record<string, Role>>
type Name = keyof typeof who

let browser: Browser
let all: Trials
let at: Trial
let served: Served
let base = ''
let today: LocalDate = day('2026-06-05')
const here = new Map<Name, Visitor>()
beforeAll(async () => {
  browser = await launch()
  all = await trials()
  at = await all.next()
  const opened = { connection: all.database.connection, words: 'a test', stop: () => Promise.resolve() } as never
  served = serve({ ...at, holdfast: holdfastOn(at.pool, loadRules(), opened, () => today) })
  base = await served.app.listen({ port: 0, host: '127.0.0.1' })
  const ids = new Map<string, string>()
  for (const [name, role] of Object.entries(who)) ids.set(name, await served.person(name, role))
  const team = newId()
  await at.pool.query(`insert into team (authority_id, team_id, name) values ($1, $2, 'Court Team')`, [at.authorityId, team])
  await at.pool.query(
    `insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, false, '2026-01-01'), ($1, $4, $3, true, '2026-01-01')`,
    [at.authorityId, ids.get('wes'), team, ids.get('tess')])
  await at.counts({ collectionYear: 2026, files: simulatedBorough('month', 12, 2026, 2026).files(2026), lastYearFiles: [] })
}, 60_000)
afterAll(async () => {
  await browser.close()
  await served.app.close()
  await all.close()
})

/** A person at their own browser: signed in when first met, and for the whole month. */
async function browserOf(name: Name): Promise<Visitor> {
  const found = here.get(name) ?? await arriveAs(browser, base, name, '/my-work')
  here.set(name, found)
  return found
}

/** Somebody opens the page that a form is on, fills the form in and sends it. */
async function sends(name: Name, path: string, button: string, answers: Answers = {}): Promise<void> {
  const visitor = await browserOf(name)
  await read(visitor, path)
  await send(visitor, button, answers)
}

/** What somebody reads on a page. */
const reads = async (name: Name, path: string): Promise<string> => read(await browserOf(name), path)

test('a child comes into care, and all that follows in a month is right', { timeout: 300_000 }, async () => {
  // 5 June: a small borough is held, and an extract of the running year tells of a girl of eight who came into care on 1 June.
  const ivy = { code: 'IVY1', bornOn: '2018-03-10' }
  await at.counts(returnFiles(2027, [{ ...ivy, episodes: ['S C1 U6@ash 2026-06-01'] }]))
  // Nobody has her yet: the director gives her a social worker, the manager of the reviewing service an officer.
  for (const [name, list, question, given] of [
    ['dina', '/admin/unallocated', 'Child’s social worker', 'wes'], ['rhona', '/admin/without-reviewing-officer', 'Independent reviewing officer', 'iris'],
  ] as const) {
    const visitor = await browserOf(name)
    await read(visitor, list)
    await follow(visitor, 'Give', visitor.page.getByRole('row', { name: /^IVY1/ }))
    await send(visitor, 'Give the child', { [question]: given, 'First day': '1 June 2026' })
  }
  const wes = await browserOf('wes')
  await read(wes, '/children')
  await follow(wes, 'IVY1')
  const child = pathOf(wes)

  // Twenty working days from 1 June 2026 end on Monday 29 June.
  expect(await reads('iris', `${child}/reviews/book`)).toContain('It is due by 29 June 2026')
  await sends('iris', `${child}/reviews/book`, 'Book the review', {
    'When is the review?': '24 June 2026', 'Reviewing officer': 'iris', 'Who is invited?': ['The child or young person', 'Social worker', 'Carer or key worker'],
  })

  // 8 June: the social worker writes a plan with two lines, and cannot authorise it.
  today = day('2026-06-08')
  await read(wes, `${child}/plan`)
  await follow(wes, 'Begin a permanence plan')
  await send(wes, 'Begin the plan', {
    'The plan for this child’s upbringing': 'You will live with your mum again when home is safe. If that cannot be, Nan has a room for you.',
    'Early permanence (fostering for adoption, concurrent planning)': 'Considered, and not right for this child',
    'Why early permanence is right for this child, or why not': 'Ivy is eight and close to her grandmother.',
  })
  const line = { 'Who is moving it on': 'wes', 'Started on': '8 June 2026' }
  await sends('wes', `${child}/plan/lines/new`, 'Add the line', { ...line, Route: 'Return home', 'Role in the plan': 'Primary', 'Why this route': 'Her mother has begun treatment.', 'Target date': '30 October 2026' })
  await sends('wes', `${child}/plan/lines/new`, 'Add the line', { ...line, Route: 'Family or friends, special guardianship', 'Role in the plan': 'Parallel', 'Why this route': 'Her grandmother asked to be assessed.', 'Target date': '20 November 2026' })
  await follow(wes, 'Put the plan forward')
  await send(wes, 'Put it forward', { 'Who is to authorise it': 'tess' })
  expect(await shown(wes)).not.toContain('Read and decide')
  expect(await statusOf(wes, `${child}/plan/decide`)).toBe(404)

  // 9 June: the team manager is told and authorises it: permanence is identified.
  today = day('2026-06-09')
  const tess = await browserOf('tess')
  await read(tess, '/my-work')
  await follow(tess, 'A permanence plan waits for you to authorise it.')
  await follow(tess, 'Read and decide')
  await send(tess, 'Decide', { 'What do you decide?': 'Authorise it' })
  expect(await reads('wes', `${child}/plan`)).toContain('Authorised by tess on 9 June 2026.')

  // 24 June: the first review endorses it. The record's days, the decision, the letter.
  today = day('2026-06-24')
  const iris = await browserOf('iris')
  await read(iris, `${child}/reviews`)
  await follow(iris, 'First review')
  const review = pathOf(iris)
  await follow(iris, 'Write up the review')
  await send(iris, 'Save the review', {
    'Day the review was held': '24 June 2026', 'How was it held?': 'One meeting', 'Who was there?': ['The child or young person', 'Social worker', 'Carer or key worker'],
    'How did the child take part?': 'PN1: came and spoke for themselves', 'Did you speak with the child in private before the review?': 'Yes',
    'What did the child say, and want?': 'You would like to see Nan every week.', 'What is going well?': 'You have settled at school.',
    'What needs to get better?': 'You do not know how long this takes.', 'Which ways to permanence were considered?': 'Home with her mother; living with her grandmother.',
    'The permanence plan': 'I endorse the plan', 'The plan in words for the child': 'You will live with Mum again when home is safe, or with Nan.',
    'The record of the review': 'All views were heard.',
  })
  await sends('iris', `${review}/decisions/new`, 'Add the decision', { 'What is to be done': 'Arrange time with Nan every week', 'Who is to do it': 'wes', 'By when': '3 July 2026' })
  const record = await reads('iris', review)
  for (const due of ['1 July 2026', '15 July 2026', '22 July 2026']) expect(record).toContain(due)
  // Three months after the first review.
  expect(await reads('iris', `${child}/reviews`)).toContain('24 September 2026')
  expect(await reads('wes', `${child}/plan`)).toContain('Endorsed by a review 24 June 2026')
  await sends('iris', review, 'Draft a letter from this record')
  const letter = pathOf(iris)
  const draft = await iris.page.getByRole('textbox', { name: 'The letter' }).inputValue()
  for (const words of ['What you told us: You would like to see Nan every week.', '- Arrange time with Nan every week: wes, by 3 July 2026', 'Your next review is due by 24 September 2026.']) {
    expect(draft).toContain(words)
  }
  const given = { 'Day it was given or sent': '24 June 2026', 'How does the child get it?': 'Given by hand', 'I have read this letter from beginning to end': 'Yes' }
  await expect(sends('iris', `${letter}/send`, 'I have read it: send this letter', given)).rejects.toThrow('Fill in [the name they like to be called] first')
  await sends('iris', letter, 'Save the draft', { 'For which age?': '8 to 12', 'The letter': 'Dear Ivy,\n\nYou would like to see Nan every week. Wes will arrange it by 3 July 2026.\n\nIris' })
  await follow(iris, 'Go on to send it')
  await send(iris, 'I have read it: send this letter', given)
  expect(await shown(iris)).toContain('24 June 2026, by iris: given by hand. Dear Ivy, You would like to see Nan every week. Wes will arrange it by 3 July 2026. Iris')

  // 25 June: the officer raises a concern, informally: five working days end on 2 July.
  today = day('2026-06-25')
  await sends('iris', `${child}/challenge/raise`, 'Raise the concern', {
    'What is it about?': 'Drift: permanence is not moving on', 'What is your concern?': 'Nan has waited for three weeks to be rung.', 'What should happen, and by when?': 'Ring her this week.',
    'Does the child know?': 'Yes, they were told', 'To whom?': 'Informally',
  })
  await follow(iris, 'Drift: permanence is not moving on')
  const concern = pathOf(iris)
  expect(await reads('tess', concern)).toContain('2 July 2026')
  expect(await statusOf(iris, `${concern}/answer`)).toBe(404)

  // 26 June: the planning meeting; the worker writes the minutes and the manager who led it signs them off.
  today = day('2026-06-26')
  await sends('tess', `${child}/planning-meetings/new`, 'Book the meeting', { 'Day of the meeting': '26 June 2026', 'Who leads the meeting': 'tess', 'Who is invited': ['Family and friends', 'Regional adoption agency'] })
  const meeting = pathOf(tess)
  await read(wes, meeting)
  await follow(wes, 'Write the minutes')
  await send(wes, 'Save the minutes', {
    'Held on': '26 June 2026', 'Who was there, besides who led it': ['Child’s social worker', 'Family and friends'], 'What the child wants and feels': '“I want Nan to come to everything.”',
    'Option 1': { Option: 'Family or friends, special guardianship', 'What speaks for it': 'She knows her.', 'What speaks against it': 'A small flat.', 'What the meeting came to': 'To be worked on beside it' },
    'Early permanence (fostering for adoption, concurrent planning)': 'Considered, and not right for this child', Why: 'She is eight.', 'What was decided': 'Assess Nan now.',
    'Action 1': { 'What is to be done': 'Begin the assessment of Nan', 'Who is to do it': 'wes', 'By when': '10 July 2026' },
  })
  await sends('tess', meeting, 'Sign the minutes off')
  expect(await reads('wes', meeting)).toContain('Signed off on 26 June 2026 by tess')
  await sends('tess', `${concern}/answer`, 'Send the answer', { 'Do you agree with the concern?': 'Yes', 'Your answer': 'Wes rang her today; the assessment begins on Monday.' })
  const work = await reads('wes', '/my-work')
  for (const action of ['Arrange time with Nan every week', 'Begin the assessment of Nan']) expect(work).toContain(action)

  // 29 June: the officer accepts; somebody else closes.
  today = day('2026-06-29')
  await sends('iris', `${concern}/accept`, 'Accept it', { 'Why?': 'Nan was rung.' })
  const closing = {
    'How did it end?': 'Resolved: the officer accepts the answer', 'What was agreed?': 'Nan was rung.', 'What changed for the child?': 'Something late was done',
    'In words: what is different in the child’s life?': 'Nan came to tea.',
  }
  expect(await reads('iris', concern)).not.toContain('Close this concern')
  expect(await iris.open(`${concern}/close`)).toBe(403)
  expect(await shown(iris)).toContain('You cannot do this. Whoever raised a concern does not close it.')
  await sends('rhona', `${concern}/close`, 'Close it', closing)
  expect(await reads('iris', concern)).toContain('Nan came to tea.')

  // 30 June: panels are taken into use; the rule for proceedings under ten sends the child to the first of them.
  today = day('2026-06-30')
  await sends('dina', '/panels', 'Take into use', { 'How panels run here': 'Permanency tracking by age and legal stage (Havering)' })
  await sends('dina', '/panels', 'Bring the lists up to date')
  const [under10, longTerm] = [await seated('Permanency tracking, under 10'), await seated('Long-term permanency tracking')]
  expect(await reads('wes', `${child}/panels`)).toContain('In care proceedings, under 10 when they were issued')

  // 8 July, the second Wednesday: the panel hears her, decides, and signs off.
  const abe = await browserOf('abe')
  expect(await read(abe, under10)).toContain('By its rhythm the panel next sits on 8 July 2026')
  await sends('abe', under10, 'Plan this sitting', { 'Day of the sitting': '8 July 2026', Where: 'Room 2', 'Who takes the minutes': 'abe' })
  const sitting = pathOf(abe)
  // Papers go out five working days before: 1 July.
  expect(await shown(abe)).toContain('Papers out by 1 July 2026.')
  await untick(abe.page.locator('main'))
  await abe.page.getByLabel('IVY1').check()
  await send(abe, 'Take those ticked onto the agenda')
  today = day('2026-07-08')
  await sends('abe', sitting, 'Record who takes part', Object.fromEntries(seats.map(([name, as]) => [`${name}, ${as}`, 'In the room'])))
  await follow(abe, 'Go through the children')
  const heard = pathOf(abe)
  await send(abe, 'Record who presents', { 'Who presents the child': 'wes' })
  await sends('abe', heard, 'Save', { 'What was said': 'Her own words were read first.' })
  const cora = await browserOf('cora')
  await sends('cora', heard, 'Record the decision and go on', {
    'What the panel decided': 'Both lines go on; the assessment comes to the panel in August.', 'Red, amber or green': 'Green', 'Why the chair says otherwise': 'All is in time.',
    'What happens next': 'The child returns to this panel', 'Returns on': '12 August 2026',
    'Action 1': { 'What is to be done': 'Send the viability assessment', 'Who is to do it': 'wes', 'By when': '31 July 2026' },
  })
  expect(await statusOf(abe, `${sitting}/sign-off`)).toBe(404)
  await read(cora, sitting)
  await follow(cora, 'Sign the minutes off')
  await send(cora, 'Sign the minutes off')
  const minutes = await reads('cora', `${sitting}/minutes`)
  for (const words of ['Signed off by cora on 8 July 2026.', 'Her own words were read first.', 'Both lines go on; the assessment comes to the panel in August.', 'Send the viability assessment', 'The child returns on 12 August 2026.']) {
    expect(minutes).toContain(words)
  }

  // 10 July: the court made a care order on 9 July. The next return tells, and the rules move her to the long-term panel.
  today = day('2026-07-10')
  await at.counts(returnFiles(2027, [{ ...ivy, episodes: ['S C1 U6@ash 2026-06-01 2026-07-09 X1', 'L C2 U6@ash 2026-07-09'], reviews: ['2026-06-24'] }]))
  await sends('abe', '/panels', 'Bring the lists up to date')
  const panels = await reads('wes', `${child}/panels`)
  expect(panels).toContain('Long-term permanency tracking')
  expect(panels).toContain('Permanency tracking, under 10')
  const { rows: places } = await at.pool.query<{ part_of: string; state: string; how: string; rule: string }>(
    `select part_of, state, content ->> 'how' as how, content ->> 'rule' as rule from record
      where authority_id = $1 and child_id = $2 and type = 'panel item' and superseded_at is null order by first_recorded_at`, [at.authorityId, child.slice('/children/'.length)])
  expect(places).toEqual([
    { part_of: under10.slice('/panels/'.length), state: 'closed', how: 'entered', rule: 'proceedings-under-10' },
    { part_of: longTerm.slice('/panels/'.length), state: 'tracked', how: 'transferred', rule: 'order-or-home' },
  ])

  // What each of them sees of it, judged, at a desk and on a phone.
  for (const [name, ...pages] of [['wes', '/my-work', child, `${child}/plan`], ['iris', review, concern], ['cora', `${sitting}/minutes`]] as const) {
    for (const page of pages) expect([name, page, await (await browserOf(name)).open(page)]).toEqual([name, page, 200])
  }
  expect([...[...here.values()].flatMap(({ faults }) => faults), ...served.failures]).toEqual([])
})

const seats = [['cora', 'Chair'], ['dina', 'Chair, as director'], ['abe', 'Administrator'], ['hugo', 'Member, as service manager']] as const

/** The director gives everybody their seat on a panel; gives its address. */
async function seated(panel: string): Promise<string> {
  const dina = await browserOf('dina')
  await read(dina, '/panels')
  await follow(dina, panel)
  for (const [name, as] of seats) {
    const fold = dina.page.locator('details', { hasText: 'Give somebody a seat' })
    if (await fold.getAttribute('open') === null) await fold.locator('summary').click()
    await send(dina, 'Give the seat', { Who: name, As: as })
  }
  return pathOf(dina)
}
