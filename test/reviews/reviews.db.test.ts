/** Reviews and challenge lived through on the real store and its pages, as each person would. Today is Monday 1 June 2026. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { challengeOfChild, reportOfService } from '../../src/app/challenge.ts'
import { changeReview, holdReview, reviewLists, reviewOutlook, reviewsOfChild, whyNotOfficer } from '../../src/app/reviews.ts'
import type { Actor, Work } from '../../src/app/work.ts'
import { workItems } from '../../src/app/workItems.ts'
import type { Act } from '../../src/core/access/act.ts'
import type { Role } from '../../src/core/access/roles.ts'
import { planType } from '../../src/core/plan/plan.ts'
import { added } from '../../src/core/records/recordType.ts'
import type { Holding } from '../../src/core/reviews/decide.ts'
import { formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import type { Client } from '../../src/web/testing/client.ts'
import { returnFiles, trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let all: Trials
let at: Trial
let served: Served
const ids = new Map<string, string>()
const idOf = (code: string): string => ids.get(code) ?? ''
const people = new Map<string, Actor>()
const who = (name: string): Actor => {
  const actor = people.get(name)
  if (actor === undefined) throw new Error(`no ${name}`)
  return actor
}
const browsers = new Map<string, Client>()

// In care since 5 May 2026: the 20th working day after it, over the bank holiday of 25 May, is 3 June.
const pip = { code: '301', bornOn: '2016-02-01', episodes: ['S C1 U6@ash 2026-05-05'] } as const
// Had the first review on 28 April: the second, and a plan for permanence agreed at it, is due by 28 July.
const kit = { code: '303', bornOn: '2015-02-01', episodes: ['S C1 U6@oak 2026-04-07'], reviews: ['2026-04-28'] } as const
const bea = { code: '302', bornOn: '2023-02-01', episodes: ['S C1 U6@elm 2026-05-05'] } as const

beforeAll(async () => {
  all = await trials()
  at = await all.next()
  served = serve(at)
  await at.counts(returnFiles(2027, [pip, bea, kit]))
  const { rows } = await at.pool.query<{ code: string; child_id: string }>('select code, child_id from child where authority_id = $1', [at.authorityId])
  for (const { code, child_id: id } of rows) ids.set(code, id)
  const add = async (name: string, role: Role): Promise<void> => {
    const personId = await served.person(name, role)
    people.set(name, { personId, name, authorityId: at.authorityId, authorityName: 'Fernbrook', roles: [role] })
    const client = served.client()
    await served.signIn(client, name)
    browsers.set(name, client)
  }
  for (const [name, role] of [
    ['iris', 'reviewing officer'], ['otto', 'reviewing officer'], ['max', 'reviewing manager'], ['wes', 'social worker'], ['tess', 'team manager'], ['dora', 'director'],
  ] as const) await add(name, role)
  const team = newId()
  await at.pool.query(`insert into team (authority_id, team_id, name) values ($1, $2, 'North')`, [at.authorityId, team])
  for (const [name, manages] of [['wes', false], ['tess', true]] as const) {
    await at.pool.query(`insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, $4, '2026-01-01')`, [at.authorityId, who(name).personId, team, manages])
  }
  for (const [code, role, name] of [['301', 'social worker', 'wes'], ['301', 'reviewing officer', 'iris'], ['302', 'reviewing officer', 'iris'], ['302', 'social worker', 'wes'], ['302', 'reviewing officer', 'otto'], ['303', 'reviewing officer', 'iris']] as const) {
    await at.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, $3, $4, '2026-05-05')`, [at.authorityId, idOf(code), role, who(name).personId])
  }
  // Otto is managed by the manager of the team that holds the case: not independent of it.
  await at.pool.query('update person set manager_id = $3 where authority_id = $1 and person_id = $2', [at.authorityId, who('otto').personId, who('tess').personId])
})
afterAll(async () => {
  await served.app.close()
  await all.close()
})

const as = <T>(name: string, act: Act, fn: (work: Work) => Promise<T>): Promise<T> => at.work(fn, who(name), act)
const record: Act = ['record', 'review record']
const decide: Act = ['decide', 'review record']
const holding: Holding = {
  heldOn: isoDate('2026-05-28'), how: 'meeting', attended: ['child', 'carer'], absent: null, participation: 'PN1', spokenTo: 'yes', childsView: 'You want to see Nan more.',
  goingWell: null, worries: null, lifeStory: null, permanence: 'Home; Nan', planView: 'no plan', planWhy: 'Not written yet', planWords: null, discussed: 'All of it.',
}
const facts = async (code: string): Promise<readonly (readonly [string, string | null, boolean, boolean])[]> => {
  const { rows } = await at.pool.query<{ held_on: number; participation: string | null; by_person: boolean; stands: boolean }>(
    `select held_on, participation, recorded_by is not null and import_id is null as by_person, superseded_at is null as stands
       from review where authority_id = $1 and child_id = $2 order by recorded_at`, [at.authorityId, idOf(code)])
  return rows.map((row) => [formatIso(row.held_on as never), row.participation, row.by_person, row.stands])
}
const due = (code: string): Promise<readonly [string, string | null]> => as('iris', ['see', 'review record'], async (work) => {
  const { next } = await reviewOutlook(work, idOf(code))
  return [next.number, next.dueOn === null ? null : formatIso(next.dueOn)]
})

describe('a review held', () => {
  test('is due 20 working days after coming into care, and on the officer’s list', async () => {
    expect(await due('301')).toEqual(['first', '2026-06-03'])
    expect((await as('iris', ['see', 'review record'], reviewLists)).toBook.map(({ code, dueOn }) => [code, formatIso(dueOn)])).toEqual([['301', '2026-06-03'], ['302', '2026-06-03']])
    expect((await as('max', ['see', 'review record'], reviewLists)).toBook.length).toBe(2)
  })

  test('becomes a fact by the officer’s hand, and the clocks move on', async () => {
    const given = await as('iris', decide, (work) => holdReview(work, idOf('302'), undefined, { ...holding, attended: ['carer'], participation: 'PN0' }))
    expect(given).toHaveProperty('reviewId')
    expect(await facts('302')).toEqual([['2026-05-28', 'PN0', true, true]])
    expect(await due('302')).toEqual(['second', '2026-08-28'])
  })

  test('a later return that says the same changes nothing', async () => {
    const counts = await at.counts(returnFiles(2027, [pip, kit, { ...bea, reviews: [{ heldOn: '2026-05-28', participation: 'PN0' }] }]))
    expect(counts).toMatchObject({ added: 0, closed: 0, completed: 0, changedDifferences: 0, vanishedDifferences: 0 })
    expect(await facts('302')).toEqual([['2026-05-28', 'PN0', true, true]])
  })

  test('put right by the officer supersedes the fact and keeps the older one', async () => {
    const [row] = (await as('iris', ['see', 'review record'], (work) => reviewsOfChild(work, idOf('302')))).rows
    if (row === undefined) throw new Error('no review')
    const changed = { ...holding, attended: ['carer'], participation: 'PN0', heldOn: isoDate('2026-05-27') } as const
    expect(await as('iris', ['change', 'review record'], (work) => changeReview(work, idOf('302'), row.review, changed))).toBe(undefined)
    expect(await facts('302')).toEqual([['2026-05-28', 'PN0', true, false], ['2026-05-27', 'PN0', true, true]])
    expect(await due('302')).toEqual(['second', '2026-08-27'])
  })

  test('the second review endorses the authorised plan, and the clock of permanence is met', async () => {
    const childId = idOf('303')
    const blank = Object.fromEntries(Object.keys(planType.fields).map((field) => [field, null]))
    const plan = added(planType, newId(), { childId }, { ...blank, status: 'authorised', aim: 'To grow up with Nan' } as never)
    await as('iris', decide, (work) => work.records.apply([plan]))
    expect(await due('303')).toEqual(['second', '2026-07-28'])
    const given = await as('iris', decide, (work) => holdReview(work, childId, undefined, { ...holding, heldOn: isoDate('2026-05-29'), planView: 'endorsed', planWhy: null }))
    expect(given).toHaveProperty('reviewId')
    expect(await due('303')).toEqual(['later', '2026-11-29'])
    const [held] = await as('iris', decide, (work) => work.records.find([planType], { childId }))
    expect([held?.values.endorsedOn, held?.values.endorsedAt]).toEqual([isoDate('2026-05-29'), 'reviewId' in given ? given.reviewId : ''])
    const { rows } = await at.pool.query<{ ending: string; on: number }>(
      `select ending, ended_on as on from clock_occurrence where authority_id = $1 and child_id = $2 and rule = 'permanence-plan-by-review-2'`, [at.authorityId, childId])
    expect(rows.map(({ ending, on }) => [ending, on])).toEqual([['met', isoDate('2026-05-29')]])
  })

  test('by an officer who is managed by the manager of the case is refused, and says why', async () => {
    expect(await as('otto', record, (work) => whyNotOfficer(work, idOf('302'), 'record', 'review record'))).toContain('A reviewing officer neither holds the case nor is managed by anybody who does.')
    expect(await as('iris', record, (work) => whyNotOfficer(work, idOf('302'), 'record', 'review record'))).toBe(null)
    expect(await as('otto', decide, (work) => holdReview(work, idOf('302'), undefined, holding))).toMatchObject({ kind: 'refused' })
    await expect(as('wes', decide, (work) => holdReview(work, idOf('302'), undefined, holding))).rejects.toThrow('not allowed')
  })

  test('a fact said otherwise by a return before is superseded by the person’s word', async () => {
    const before = await facts('302')
    const stands = await as('iris', decide, (work) => work.facts.record(idOf('302'), 'review', { heldOn: isoDate('2026-05-27'), participation: 'PN0' }))
    expect(await facts('302')).toEqual(before)
    const other = await as('iris', decide, (work) => work.facts.record(idOf('302'), 'review', { heldOn: isoDate('2026-05-27'), participation: null }))
    expect(other).not.toBe(stands)
    expect((await facts('302')).filter(([, , , now]) => now)).toEqual([['2026-05-27', null, true, true]])
  })
})

describe('the pages', () => {
  const browser = (name: string): Client => {
    const client = browsers.get(name)
    if (client === undefined) throw new Error(`no ${name}`)
    return client
  }
  const day = (field: string, on: string): readonly (readonly [string, string])[] => {
    const [year = '', month = '', one = ''] = on.split('-')
    return [[`${field}-day`, one], [`${field}-month`, month], [`${field}-year`, year]]
  }
  /** Opens a form and sends it, with the version that it came with. */
  const send = async (name: string, path: string, fields: readonly (readonly [string, string])[]): Promise<{ readonly status: number; readonly location: string; readonly body: string }> => {
    const { status, body } = await browser(name).get(path)
    if (status !== 200) return { status, location: '', body }
    const version = /name="version" value="(\d*)"/.exec(body)?.[1] ?? ''
    return browser(name).post(path, [['version', version], ...fields])
  }
  const words = async (name: string, path: string): Promise<string> => {
    const { status, body } = await browser(name).get(path)
    if (status !== 200) throw new Error(`${path} gave ${status}`)
    return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  }
  let reviewAt = ''

  test('book, write up, decide, issue, distribute', async () => {
    const base = `/children/${idOf('301')}/reviews`
    expect(await words('iris', base)).toContain('First review due by 3 June 2026')
    const late = await send('iris', `${base}/book`, [...day('bookedFor', '2026-06-04'), ['officer', who('iris').personId]])
    expect([late.status, late.body.includes('Say why the review is after 3 June 2026'), late.body.includes('value="4"') || late.body.includes('value="04"')]).toEqual([422, true, true])
    expect((await send('iris', `${base}/book`, [...day('bookedFor', '2026-06-01'), ['officer', who('iris').personId]])).status).toBe(303)
    reviewAt = /href="(\/children\/[^"]+\/reviews\/[0-9a-f-]{36})"/.exec((await browser('iris').get(base)).body)?.[1] ?? ''
    const bare = await send('iris', `${reviewAt}/hold`, day('heldOn', '2026-06-01'))
    expect([bare.status, (bare.body.match(/href="#(?:how|participation|spokenTo|permanence|planView)"/g) ?? []).length]).toEqual([422, 5])
    const done = await send('iris', `${reviewAt}/hold`, [
      ...day('heldOn', '2026-06-01'), ['how', 'meeting'], ['attended', 'child'], ['attended', 'carer'], ['participation', 'PN1'], ['spokenTo', 'yes'], ['childsView', 'You want to see Nan.'], ['lifeStory', 'Begun with Nan.'],
      ['permanence', 'Home; Nan'], ['planView', 'no plan'], ['planWhy', 'Not written'], ['discussed', 'What was said.'],
    ])
    expect([done.status, done.location]).toEqual([303, reviewAt])
    expect(await facts('301')).toEqual([['2026-06-01', 'PN1', true, true]])
    // 5, 15 and 20 working days after Monday 1 June.
    const page = await words('iris', reviewAt)
    for (const one of ['8 June 2026', '22 June 2026', '29 June 2026', '13 July 2026', '1 September 2026']) expect(page, one).toContain(one)
    const toStranger = await send('iris', `${reviewAt}/decisions/new`, [['what', 'Ask Nan'], ['owner', who('otto').personId], ...day('dueOn', '2026-06-10')])
    expect([toStranger.status, toStranger.body.includes('does not work with this child')]).toEqual([422, true])
    expect((await send('iris', `${reviewAt}/decisions/new`, [['what', 'Ask Nan'], ['owner', who('wes').personId], ...day('dueOn', '2026-06-10')])).status).toBe(303)
    expect((await send('iris', `${reviewAt}/distributed`, [...day('distributedOn', '2026-06-01'), ['distributedTo', 'Carer']])).status).toBe(422)
    expect((await send('iris', `${reviewAt}/decisions-issued`, day('decisionsOn', '2026-06-01'))).status).toBe(303)
    expect((await send('iris', `${reviewAt}/record-complete`, day('recordedOn', '2026-06-01'))).status).toBe(303)
    expect((await send('iris', `${reviewAt}/distributed`, [...day('distributedOn', '2026-06-01'), ['distributedTo', 'Carer; parents without the address']])).status).toBe(303)
    expect((await send('iris', `${reviewAt}/change`, [...day('heldOn', '2026-06-01'), ['how', 'meeting'], ['attended', 'child'], ['participation', 'PN1'], ['spokenTo', 'yes'], ['permanence', 'Home']])).status).toBe(422)
  })

  test('life story work is asked about where a review is prepared, written up and read', async () => {
    const [child, other] = [`/children/${idOf('301')}`, `/children/${idOf('303')}`]
    const none = 'Nothing is kept for the child yet'
    expect(await words('iris', `${other}/reviews`)).toContain(`Life story work today Nobody has written down how the work stands ${none}`)
    expect(await words('iris', `${other}/reviews/record`)).toContain(`Life story work: ${none}. Nobody has written down how the work stands.`)
    expect((await send('wes', `${child}/life-story/new`, [['kind', 'chapter'], ['title', 'The blue house'], ['with', 'child'], ...day('startedOn', '2026-05-29')])).status).toBe(303)
    expect((await send('wes', `${child}/life-story/work`, [['state', 'not wanted'], ...day('since', '2026-05-29'), ['why', 'Not now.'], ...day('askAgainOn', '2026-07-01')])).status).toBe(303)
    const stands = 'Life story work today The child does not want it for now; they are asked again on 1 July 2026 1 thing kept for the child, last added to on 29 May 2026'
    for (const path of [`${child}/reviews`, reviewAt]) expect(await words('iris', path), path).toContain(stands)
    expect(await words('iris', reviewAt)).toContain('What was said about life story work? Begun with Nan.')
  })

  test('the manager is told of the decisions, has them in hand, objects; the officer settles it', async () => {
    const { rows: told } = await at.pool.query<{ person_id: string }>('select person_id from notice where authority_id = $1 and address = $2', [at.authorityId, reviewAt])
    expect(told.map((row) => row.person_id)).toEqual([who('tess').personId])
    // Five working days after Monday 1 June.
    const waits = async (name: string): Promise<readonly string[]> => as(name, ['see', 'actions'], async (work) => (await workItems(work)).map(({ what, dueOn }) => `${what} ${dueOn === null ? '' : formatIso(dueOn)}`))
    expect(await waits('tess')).toContain('Review: agree or object to its decisions 2026-06-08')
    expect(await words('iris', reviewAt)).toContain('without a word it is taken as agreed on 8 June 2026')
    for (const name of ['iris', 'wes', 'max']) expect((await browser(name).get(`${reviewAt}/answer`)).status).toBe(404)
    const bare = await send('tess', `${reviewAt}/answer`, [['answer', 'objects'], ['why', '']])
    expect([bare.status, bare.body.includes('Say to which decision you object, and why')]).toEqual([422, true])
    expect((await send('tess', `${reviewAt}/answer`, [['answer', 'objects'], ['why', 'Nan lives too far away.']])).status).toBe(303)
    expect((await send('tess', `${reviewAt}/answer`, [['answer', 'agreed'], ['why', '']])).status).toBe(422)
    expect(await waits('tess')).not.toContain('Review: agree or object to its decisions 2026-06-08')
    expect(await waits('iris')).toContain('Review: an objection to settle ')
    expect(await words('wes', reviewAt)).toContain('Nan lives too far away. tess, 1 June 2026 The reviewing officer has not said yet what comes of it.')
    expect((await browser('tess').get(`${reviewAt}/objection`)).status).toBe(404)
    expect((await send('iris', `${reviewAt}/objection`, [['settled', 'withdrawn'], ['settledWords', 'Nan is asked by telephone.']])).status).toBe(303)
    expect(await words('tess', reviewAt)).toContain('The manager no longer objects, 1 June 2026. Nan is asked by telephone.')
    expect(await waits('iris')).not.toContain('Review: an objection to settle ')
  })

  test('the letter is drafted from the record, and goes only when it is read and whole', async () => {
    await browser('iris').get(reviewAt)
    const begun = await browser('iris').post(`${reviewAt}/letters`, [])
    expect(begun.status).toBe(303)
    const draft = await browser('iris').get(begun.location)
    for (const one of ['Dear [the name they like to be called],', 'You want to see Nan.', '- Ask Nan: wes, by 10 June 2026', '1 September 2026']) expect(draft.body).toContain(one)
    const sending = [...day('sentOn', '2026-06-01'), ['how', 'by hand'] as const, ['haveRead', 'yes'] as const]
    expect((await send('iris', `${begun.location}/send`, sending)).status).toBe(422)
    expect((await send('iris', begun.location, [['band', '8 to 12'], ['text', 'Dear Pip, thank you.']])).status).toBe(303)
    expect((await send('iris', `${begun.location}/send`, [...day('sentOn', '2026-06-01'), ['how', 'by hand'], ['haveRead', 'no']])).status).toBe(422)
    expect((await send('iris', `${begun.location}/send`, sending)).status).toBe(303)
    expect(await words('wes', begun.location)).toContain('Dear Pip, thank you.')
    expect((await browser('iris').post(begun.location, [['version', '3'], ['band', '8 to 12'], ['text', 'Other']])).status).toBe(303)
    expect(await words('iris', begun.location)).toContain('Dear Pip, thank you.')
    expect((await browser('tess').get(`${begun.location}/send`)).status).toBe(404)
  })

  test('a concern is raised, answered, taken further, accepted and closed by somebody else', async () => {
    const base = `/children/${idOf('301')}/challenge`
    expect((await send('iris', `${base}/raise`, [['theme', 'drift'], ['about', 'Nobody asked Nan.'], ['wanted', 'Ask her.'], ['childKnows', 'told'], ['stage', 'informal']])).status).toBe(303)
    const one = /href="(\/children\/[^"]+\/challenge\/[0-9a-f-]{36})"/.exec((await browser('iris').get(base)).body)?.[1] ?? ''
    const { rows: told } = await at.pool.query<{ person_id: string }>(`select person_id from notice where authority_id = $1 and address = $2`, [at.authorityId, one])
    expect(told.map((row) => row.person_id)).toEqual([who('tess').personId])
    expect(await words('iris', '/challenge')).toContain('8 Jun 2026 5 working days left')
    expect((await browser('iris').get(`${one}/answer`)).status).toBe(404)
    expect((await browser('wes').get(`${one}/answer`)).status).toBe(404)
    expect((await send('tess', `${one}/answer`, [['agrees', 'no'], ['answer', 'In August.']])).status).toBe(303)
    expect((await send('iris', `${one}/further`, [['stage', 'director'], ['why', 'August is too late']])).status).toBe(303)
    expect(await words('dora', one)).toContain('29 June 2026')
    expect((await send('iris', `${one}/cafcass`, [...day('cafcassOn', '2026-06-01'), ['cafcassWhy', 'A right of the child']])).status).toBe(303)
    expect((await send('dora', `${one}/answer`, [['agrees', 'yes'], ['answer', 'This week.']])).status).toBe(303)
    expect((await send('iris', `${one}/accept`, [])).status).toBe(303)
    const closing = [['outcome', 'resolved'], ['impact', 'done sooner'], ['changed', 'Nan was asked.']] as const
    expect(await words('iris', one)).not.toContain('Close this concern')
    for (const own of [await browser('iris').get(`${one}/close`), await send('iris', `${one}/close`, closing)]) {
      expect([own.status, own.body.includes('You cannot do this. Whoever raised a concern does not close it.'), own.body.includes('<textarea')]).toEqual([403, true, false])
    }
    expect(await words('max', one)).toContain('Waiting to be closed')
    expect((await send('max', `${one}/close`, closing)).status).toBe(303)
    const page = await words('max', one)
    for (const words of ['Passed over: Team manager, Service manager, Head of service', 'Referred to Cafcass on 1 June 2026', 'Closed on 1 June 2026, by max']) expect(page).toContain(words)
  })

  test('notes are written by the officer and looked over by the manager', async () => {
    const base = `/children/${idOf('301')}/challenge`
    expect((await send('iris', `${base}/note`, [['kind', 'midway'], ...day('on', '2026-06-01'), ['words', 'Slow.']])).status).toBe(422)
    expect((await send('iris', `${base}/note`, [['kind', 'midway'], ...day('on', '2026-06-01'), ['progress', 'stuck'], ['spokenTo', 'yes'], ['words', 'Slow.']])).status).toBe(303)
    const { notes } = await as('max', ['see', 'concern'], (work) => challengeOfChild(work, idOf('301')))
    const noteId = notes?.[0]?.recordId ?? ''
    expect((await browser('iris').get(`${base}/notes/${noteId}/look-over`)).status).toBe(404)
    expect((await send('max', `${base}/notes/${noteId}/look-over`, [['audit', 'Well seen.']])).status).toBe(303)
    expect(await words('wes', base)).toContain('Well seen.')
  })

  test('the monthly report is a page and a document with the same figures', async () => {
    const report = await as('max', ['export', 'papers'], (work) => reportOfService(work, isoDate('2026-06-01'), isoDate('2026-06-30')))
    expect(report).toMatchObject({
      raised: 1, closed: 1, openAtEnd: 0, formalRaised: 1, cafcass: 1, answers: { given: 2, inTime: 2, medianWorkingDays: 0 },
      resolved: { all: 1, informally: 0 }, formalClosed: { all: 1, inTime: 1 }, notes: { midway: 1, midwayAudited: 1 },
    })
    expect(await words('max', '/challenge/report?month=2026-06')).toContain('Challenge by independent reviewing officers, June 2026')
    const file = await browser('max').get('/challenge/report.odt?month=2026-06')
    expect([file.status, file.headers['content-type'], file.body.startsWith('PK')]).toEqual([200, 'application/vnd.oasis.opendocument.text', true])
    expect((await browser('wes').get('/challenge/report')).status).toBe(404)
    expect((await browser('iris').get('/challenge/report.odt')).status).toBe(404)
  })

  test('nothing failed on the way', () => {
    expect(served.failures).toEqual([])
  })
})
