import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RecordConflict } from '../../src/app/records.ts'
import { added, declareRecord, revised } from '../../src/core/records/recordType.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { newId } from '../../src/edge/ids.ts'
import { trials, type Trial, type Trials } from '../support/returns.ts'

const visit = declareRecord({
  name: 'kite', noun: 'a kite', resource: 'case notes', about: 'child', state: 'mood', dueOn: 'againOn', happenedOn: 'flownOn',
  fields: {
    flownOn: { kind: 'day', label: 'Flown on', required: true },
    mood: { kind: 'choice', label: 'Mood', choices: [{ value: 'glad', label: 'Glad' }, { value: 'calm', label: 'Calm' }] },
    who: { kind: 'choices', label: 'Who', choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] },
    words: { kind: 'long text', label: 'Words' },
    againOn: { kind: 'day', label: 'Again' },
    indoors: { kind: 'yes or no', label: 'Indoors' },
  },
})

let together: Trials
let at: Trial
const childId = newId()

beforeAll(async () => {
  together = await trials()
  at = await together.next()
  await together.pool.query('insert into child (authority_id, child_id, code, recorded_at) values ($1, $2, $3, now())', [at.authorityId, childId, '77'])
})
afterAll(() => together.close())

describe('a record', () => {
  const recordId = newId()
  const first = { flownOn: isoDate('2026-03-03'), mood: 'glad' as const, who: ['a', 'b'], words: 'Up.\nAnd away.', againOn: null, indoors: false }

  test('is held as it was written, and a revision is a new version beside the old', async () => {
    await at.work((work) => work.records.apply([added(visit, recordId, { childId }, first)]))
    const held = await at.work((work) => work.records.one(visit, recordId))
    expect(held?.values).toEqual(first)
    expect([held?.version, held?.childId, held?.partOf, held?.recordedBy.name]).toEqual([1, childId, null, 'Ada Quill'])
    const other = await at.person('Bea Thorn', 'director')
    if (held === undefined) throw new Error('not held')
    await at.work((work) => work.records.apply([revised(visit, held, { mood: 'calm', againOn: isoDate('2026-04-01') })]), other)
    const versions = await at.work((work) => work.records.versions(visit, recordId))
    expect(versions.map(({ version, values: { mood }, recordedBy, firstRecordedBy }) => [version, mood, recordedBy.name, firstRecordedBy.name])).toEqual([
      [2, 'calm', 'Bea Thorn', 'Ada Quill'], [1, 'glad', 'Ada Quill', 'Ada Quill'],
    ])
    const asked = (query: object) => at.work(async (work) => (await work.records.find([visit], query)).length)
    expect(await asked({ childId, states: ['calm'], dueBefore: isoDate('2026-04-02') })).toBe(1)
    expect(await asked({ childId, states: ['glad'] })).toBe(0)
    expect(await asked({ dueBefore: isoDate('2026-04-01') })).toBe(0)
    expect(await asked({ happenedFrom: isoDate('2026-03-03'), happenedTo: isoDate('2026-03-03') })).toBe(1)
  })

  test('changed by somebody else meanwhile: the second is refused and nothing is lost', async () => {
    const [now] = await at.work((work) => work.records.versions(visit, recordId))
    if (now === undefined) throw new Error('not held')
    await at.work((work) => work.records.apply([revised(visit, now, { words: 'One' })]))
    await expect(at.work((work) => work.records.apply([revised(visit, now, { words: 'Two' })]))).rejects.toThrow(RecordConflict)
    expect((await at.work((work) => work.records.one(visit, recordId)))?.values.words).toBe('One')
  })

  test('of a child whom the person does not reach is not found', async () => {
    const wren = await at.person('Tomasz Wren', 'social worker')
    expect(await at.work((work) => work.records.one(visit, recordId), wren, ['see', 'case notes'])).toBe(undefined)
    expect(await at.work((work) => work.records.find([visit], {}), wren, ['see', 'case notes'])).toEqual([])
  })

  test('once written is not changed by anybody', async () => {
    await expect(together.pool.query(`update record set content = '{}' where record_id = $1`, [recordId])).rejects.toThrow('never changed, only superseded')
  })

  test('leaves its marks in the audit log', async () => {
    const { rows } = await together.pool.query<{ event: string; detail: { version: string } }>(
      `select event, detail from audit_event where child_id = $1 and detail ->> 'record' = $2 order by event_id`, [childId, recordId])
    expect(rows.map(({ event, detail }) => [event, detail.version])).toEqual([['kite added', '1'], ['kite changed', '2'], ['kite changed', '3']])
  })
})
