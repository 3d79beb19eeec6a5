/** The morning of a working day: managers are told once, digests go out over SMTP to a real mail server, calendars are read. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/app/work.ts'
import { newAction } from '../../src/core/actions/action.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import { mailerOf, type Mailer } from '../../src/edge/mail/mailer.ts'
import { isMorningOfWork, morningOf, startMornings } from '../../src/edge/morning.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { serve, type Served } from '../support/signIn.ts'

let together: Trials
let at: Trial
let served: Served
let mail: SMTPServer
let mailer: Mailer
const received: { readonly to: string; readonly message: string }[] = []
let refusing = false
const childId = newId()
let worker: Actor
let manager: Actor

beforeAll(async () => {
  mail = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      let message = ''
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => { message += part })
      stream.on('end', () => {
        if (refusing) return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), message })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => { mail.listen(0, '127.0.0.1', () => resolve()) })
  const { port } = mail.server.address() as AddressInfo
  mailer = mailerOf({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'holdfast@council.example' })
  together = await trials()
  at = await together.next()
  served = serve(at, { publicUrl: 'https://holdfast.example' })
  const { pool } = together
  await pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, 'Q4404'])
  worker = await at.person('Owen Reed', 'social worker')
  manager = await at.person('Mair Fenn', 'team manager')
  for (const [who, email] of [[worker, 'owen@council.example'], [manager, 'mair@council.example']] as const) {
    await pool.query('update person set email = $3 where authority_id = $1 and person_id = $2', [at.authorityId, who.personId, email])
  }
  const teamId = newId()
  await pool.query('insert into team (authority_id, team_id, name) values ($1, $2, $3)', [at.authorityId, teamId, 'Rowan'])
  await pool.query(`insert into team_member (authority_id, person_id, team_id, manages, from_on) values ($1, $2, $3, true, '2026-01-01')`, [at.authorityId, manager.personId, teamId])
  await pool.query(
    `insert into allocation (authority_id, child_id, role, person_id, team_id, from_on)
     values ($1, $2, 'social worker', $3, null, '2026-01-01'), ($1, $2, 'social worker', null, $4, '2026-01-01')`, [at.authorityId, childId, worker.personId, teamId])
  const action = (what: string, dueOn: string) =>
    newAction({ recordId: newId(), childId, raisedBy: 'by hand', partOf: null, what, owner: worker.personId, dueOn: isoDate(dueOn) }, isoDate('2026-05-01'))
  // Today is Monday 1 June 2026. Friday 22 May was five working days ago (Monday 25 May was a bank holiday): told today. Tuesday 26 May: not yet.
  await at.work((work) => work.records.apply([
    action('Ring the school', '2026-05-22'), action('See Nan', '2026-05-26'), action('Write to Dr Penhallow', '2026-06-04'), action('Later', '2026-06-30'),
  ]), worker, ['record', 'actions'])
}, 60_000)
afterAll(async () => {
  mailer.close()
  await served.app.close()
  await together.close()
  await new Promise<void>((resolve) => { mail.close(() => resolve()) })
})

const toldOf = async (who: Actor): Promise<readonly string[]> =>
  (await at.work((work) => work.notices.list({ which: 'all', page: 1, pageSize: 50 }), who, ['see', 'actions'])).notices.map(({ words }) => words)

test('the queue takes everybody’s morning: the manager is told of what stayed undone, and each person gets their counts', async () => {
  const failures: unknown[] = []
  const mornings = await startMornings(at.holdfast, { mailer, publicUrl: 'https://holdfast.example' }, (error) => failures.push(error))
  try {
    await together.pool.query(`select graphile_worker.add_job('everyMorning')`)
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(2)
  } finally {
    await mornings.stop()
  }
  expect(failures).toEqual([])
  const bodyTo = (to: string): string => received.find((one) => one.to === to)?.message.replaceAll('=\r\n', '').replaceAll('\r\n', '\n') ?? ''
  const owens = bodyTo('owen@council.example')
  expect(owens).toContain('From: Holdfast <holdfast@council.example>')
  expect(owens).toContain('Subject: Holdfast, 1 June 2026: what waits for you')
  expect(owens).toContain('- 2 actions are overdue\n- 1 action is due within seven days\n\nOpen My work: https://holdfast.example/my-work\n')
  const mairs = bodyTo('mair@council.example')
  expect(mairs).toContain('In Holdfast today:\n\n- 1 notice is unread\n\n')
  for (const { message } of received) for (const secret of ['Q4404', childId, 'Nan', 'Penhallow', 'school']) expect(message).not.toContain(secret)
  expect(await toldOf(manager)).toEqual(['An action of a child in your team is overdue.'])
})

test('nobody is told twice, and a mail server that says no is tried again', async () => {
  const post = { mailer, publicUrl: 'https://holdfast.example' }
  const mairs = { authorityId: at.authorityId, personId: manager.personId, email: 'mair@council.example' }
  refusing = true
  await expect(morningOf(at.holdfast, mairs, post)).rejects.toThrow('try later')
  refusing = false
  received.length = 0
  expect(await morningOf(at.holdfast, mairs, post)).toBe('sent')
  expect(received.length).toBe(1)
  expect(await toldOf(manager)).toHaveLength(1)
  expect(await morningOf(at.holdfast, { ...mairs, email: null }, post)).toBe('no mail')
  await at.work((work) => work.notices.markRead('all'), manager, ['see', 'actions'])
  expect(await morningOf(at.holdfast, mairs, post)).toBe('nothing to say')
})

test('no digest goes out on a bank holiday or at a weekend', () => {
  const on = (iso: string): boolean => isMorningOfWork({ clocks: at.holdfast.clocks, today: () => isoDate(iso) })
  // Spring bank holiday 2026, the Saturday before, and days around them.
  expect([on('2026-05-25'), on('2026-05-23'), on('2026-05-22'), on('2026-05-26')]).toEqual([false, false, true, true])
})

test('a calendar reads what and when by a secret address, until it is ended', async () => {
  const name = 'Ffion Vale'
  const ffion = await served.person(name, 'social worker')
  await together.pool.query(`insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-01-01')`, [at.authorityId, childId, ffion])
  const client = served.client()
  await served.signIn(client, name)
  await at.work(async (work) => {
    await work.records.apply([newAction({ recordId: newId(), childId, raisedBy: 'review', partOf: null, what: 'Tell Nan of the plan', owner: ffion, dueOn: isoDate('2026-06-09') }, work.today)])
  }, worker, ['record', 'actions'])
  await client.get('/my-work/calendar')
  const made = await client.post('/my-work/calendar', [])
  const address = /https:\/\/holdfast\.example(\/calendar\/[\w.-]+\.ics)/.exec(made.body)?.[1] ?? ''
  const anybody = served.client()
  const feed = await anybody.get(address)
  expect(feed.status).toBe(200)
  expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(feed.body).toContain('DTSTART;VALUE=DATE:20260609\r\nDTEND;VALUE=DATE:20260610\r\nSUMMARY:Action due\r\nURL:https://holdfast.example/children/')
  for (const secret of ['Q4404', 'Nan', 'plan']) expect(feed.body).not.toContain(secret)
  expect((await anybody.get(address.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics')))).status).toBe(404)
  expect((await anybody.get('/calendar/nonsense.ics')).status).toBe(404)
  await client.get('/my-work/calendar')
  await client.post('/my-work/calendar/end', [])
  expect((await anybody.get(address)).status).toBe(404)
  expect(served.failures).toEqual([])
})
