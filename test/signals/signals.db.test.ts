import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/edge/ids.ts'
import { trackerRows } from '../../src/app/tracker.ts'
import { everyChild } from '../../src/app/tracker.ts'
import { signalsOf } from '../../src/app/signals.ts'
import { signalRules } from '../../src/core/signals/all.ts'
import { newAction } from '../../src/core/actions/action.ts'
import { addMonths, formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'
import { simulatedBorough } from '../support/simulatedReturns.ts'
import { serve } from '../support/signIn.ts'

let together: Trials
let at: Trial
const day = isoDate('2026-03-31')
beforeAll(async () => {
  together = await trials()
  at = await together.next()
  const borough = simulatedBorough('signals', 40, 2026, 2026)
  await at.counts({ collectionYear: 2026, files: borough.files(2026), lastYearFiles: [] })
}, 120_000)
afterAll(() => together.close())

test('signals of a whole borough agree with plain questions to its rows', async () => {
  const { rows, signals } = await at.work(async (work) => {
    const found = []
    for await (const row of trackerRows(work, everyChild(day))) found.push(row)
    return { rows: found, signals: await signalsOf(work, found.map(({ childId }) => childId), day) }
  })
  expect(rows.length).toBeGreaterThan(20)
  expect(signals.size).toBe(rows.length)
  const shown = (id: string): readonly string[] => rows.filter(({ childId }) => signals.get(childId)?.some(({ rule, signal }) => rule.id === id && signal.kind === 'shown')).map(({ code }) => code).toSorted()

  // Twelve months in a foster home that is not long term, asked of the tracker's own columns.
  const settled = rows.filter((row) => ['U3', 'U6'].includes(row.placementType ?? '') && addMonths(row.homeSince, 12) <= day).map(({ code }) => code).toSorted()
  expect(shown('never-matched')).toEqual(settled)
  expect(settled.length).toBeGreaterThan(0)
  const agreed = rows.filter((row) => row.legalStatus === 'V2' && addMonths(row.legalStatusSince, 6) <= day).map(({ code }) => code).toSorted()
  expect(shown('agreement-alone')).toEqual(agreed)
  // Moves, counted from the episodes' own homes.
  const { rows: moved } = await at.pool.query<{ code: string }>(
    `select c.code from standing s join child c using (authority_id, child_id)
      where s.authority_id = $1 and s.from_on <= $2 and s.to_on > $2
        and (select count(*) from home h where h.authority_id = s.authority_id and h.child_id = s.child_id and h.period_number = s.period_number
              and h.number > 1 and h.from_on > $3 and h.from_on <= $2) >= 3 order by c.code collate "C"`,
    [at.authorityId, formatIso(day), formatIso(addMonths(day, -12))])
  expect(shown('many-moves')).toEqual(moved.map(({ code }) => code).toSorted())
  // No family is written down and no plan begun: said, and not called fine.
  const told = (id: string): number => [...signals.values()].filter((asked) => asked.some(({ rule, signal }) => rule.id === id && signal.kind === 'cannot tell')).length
  expect(told('siblings-apart')).toBe(rows.length)
  expect(told('no-parallel-line')).toBe(rows.filter(({ legalStatus }) => legalStatus === 'C1').length)
})

test('brothers and sisters in other homes, and an action raised again and again, are noticed', async () => {
  const [one, other] = await at.work(async (work) => {
    const found = []
    for await (const row of trackerRows(work, everyChild(day))) found.push(row)
    return found.filter(({ placementType }) => placementType === 'U6' || placementType === 'U4').slice(0, 2)
  })
  if (one === undefined || other === undefined) throw new Error('the borough is too small')
  const mother = newId()
  await at.pool.query(`insert into family_person (authority_id, family_person_id, name) values ($1, $2, 'Rosa Thistle')`, [at.authorityId, mother])
  for (const child of [one, other]) {
    await at.pool.query(`insert into family_link (authority_id, kind, a, b) values ($1, 'parent', $2, $3)`, [at.authorityId, mother, child.childId])
  }
  const [first, second] = await at.work(async (work) => {
    await work.records.apply([1, 2, 3].map((n) => newAction({
      recordId: work.records.newId(), childId: one.childId, raisedBy: 'by hand', partOf: null, what: 'Ask Nan about the weekends', owner: work.actor.personId, dueOn: isoDate('2026-04-01'),
    }, isoDate(`2026-0${n}-05`))))
    const signals = await signalsOf(work, [one.childId, other.childId], day)
    return [one, other].map(({ childId }) => (signals.get(childId) ?? []).filter(({ signal }) => signal.kind === 'shown').map(({ rule }) => rule.id))
  })
  expect(first).toContain('siblings-apart')
  expect(first).toContain('repeated-action')
  expect(second).toContain('siblings-apart')
  expect(second).not.toContain('repeated-action')
})

test('the child page shows them with the next step, and those that nobody can tell', async () => {
  const served = serve(at)
  await served.person('morgan', 'director')
  const client = served.client()
  await served.signIn(client, 'morgan')
  const list = await client.get('/children?as-at=2026-03-31')
  const href = /href="(\/children\/[0-9a-f-]{36})/.exec(list.body)?.[1] ?? ''
  const page = await client.get(`${href}?as-at=2026-03-31`)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Signals of drift')
  // The page reaches this child alone, and still knows of the brother or sister in another home.
  expect(page.body).toContain('Apart from brothers and sisters without an assessment or a plan for time together')
  expect(signalRules.length).toBe(13)
  await served.app.close()
  expect(served.failures).toEqual([])
})

test('the tracker filters by signal, shows what is recorded beside a row, and keeps views of one’s own', async () => {
  const served = serve(at)
  await served.person('nadia', 'director')
  await served.person('bea', 'director')
  const nadia = served.client()
  await served.signIn(nadia, 'nadia')
  const repeated = await nadia.get('/children?as-at=2026-03-31&signal=repeated-action')
  expect(repeated.body).toContain('1 of ')
  expect(repeated.body).toContain('The same action is raised again and again')
  const usual = await nadia.get('/children')
  expect(usual.body).toContain('Ask Nan about the weekends')
  expect(usual.body).toContain('Same action again')
  expect((await nadia.get('/children.csv?signal=repeated-action')).body).toContain('Ask Nan about the weekends')

  const save = (name: string) => nadia.post('/children/views/new', [['name', name], ['from', '/children?signal=repeated-action&signal=nonsense']])
  await nadia.get('/children/views/new?from=/children')
  expect((await save('')).body).toContain('Enter a name for the view')
  expect((await save('Again and again')).location).toBe('/children?signal=repeated-action')
  expect((await save('Again and again')).body).toContain('You have a view of that name already')
  const withView = (await nadia.get('/children')).body
  expect(withView).toContain('>Again and again</a>')
  const gone = /href="(\/children\/views\/[^"]+\/delete)"/.exec(withView)?.[1] ?? ''
  const bea = served.client()
  await served.signIn(bea, 'bea')
  expect((await bea.get('/children')).body).not.toContain('Again and again')
  expect((await bea.get(gone)).status).toBe(404)
  expect((await nadia.get(gone)).body).toContain('Delete the view “Again and again”?')
  expect((await nadia.post(gone, [])).location).toBe('/children')
  expect((await nadia.get('/children')).body).not.toContain('>Again and again</a>')
  await served.app.close()
  expect(served.failures).toEqual([])
})

test('whoever works with one of them is told; of a brother or sister who is restricted, nothing', async () => {
  const { rows } = await at.pool.query<{ child_id: string }>(
    `select b as child_id from family_link where authority_id = $1 and kind = 'parent' order by b`, [at.authorityId])
  const [one, other] = rows.map((row) => row.child_id)
  if (one === undefined || other === undefined) throw new Error('there are no brothers and sisters')
  const served = serve(at)
  const worker = await served.person('ines', 'social worker')
  const client = served.client()
  await at.pool.query(
    `insert into allocation (authority_id, child_id, role, person_id, from_on) values ($1, $2, 'social worker', $3, '2026-01-01')`, [at.authorityId, one, worker])
  await served.signIn(client, 'ines')
  const told = async (): Promise<readonly boolean[]> => {
    const page = await client.get(`/children/${one}?as-at=2026-03-31`)
    const list = await client.get('/children')
    expect([page.status, list.status, list.body.includes(one), list.body.includes(other)]).toEqual([200, 200, true, false])
    return [page.body.includes('Apart from brothers and sisters without an assessment'), list.body.includes('Apart from siblings')]
  }
  expect(await told()).toEqual([true, true])
  await at.pool.query(
    `insert into restriction (authority_id, child_id, reason, from_on, to_on, set_by) values ($1, $2, 'a witness', '2026-01-01', '2099-01-01', $3)`,
    [at.authorityId, other, worker])
  expect(await told()).toEqual([false, false])
  await served.app.close()
  expect(served.failures).toEqual([])
})
