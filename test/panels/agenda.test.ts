/** Given who waits for a panel, when a sitting has no time for all, is moved or called off, then nobody is dropped. */
import { describe, expect, test } from 'vitest'
import { fitting, proposals, putOffRest, type Candidate } from '../../src/core/panels/agenda.ts'
import { capacityOf } from '../../src/core/panels/definition.ts'
import { signedOff } from '../../src/core/panels/meeting.ts'
import { agendaType, itemType, sittingType, type AgendaItem, type Item, type Sitting } from '../../src/core/panels/records.ts'
import { calledOff, moved, type SittingStanding } from '../../src/core/panels/sitting.ts'
import type { Held, RecordType } from '../../src/core/records/recordType.ts'
import { isoDate } from '../../src/core/time/localDate.ts'
import { loadPanelSchemes } from '../../src/edge/panelRules.ts'

const today = isoDate('2026-06-01')
const on = isoDate('2026-06-10')
const writer = { personId: 'admin', name: 'Abe Moss' }

function held<T extends RecordType>(type: T, recordId: string, childId: string | null, partOf: string | null, values: object): Held<T> {
  const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  const at = '2026-05-01T09:00:00Z'
  return { recordId, type: type.name, version: 1, childId, partOf, values: { ...blank, ...values } as never, recordedBy: writer, recordedAt: at, firstRecordedBy: writer, firstRecordedAt: at }
}
const item = (childId: string, values: object = {}): Item => held(itemType, `item of ${childId}`, childId, 'panel', {
  state: 'tracked', enteredOn: isoDate('2026-01-05'), how: 'entered', rule: 'r', why: 'w', lastHeardOn: isoDate('2026-05-06'), ...values,
})
const waits = (childId: string, over: Partial<Candidate> = {}, values: object = {}): Candidate => ({
  item: item(childId, values), nextDueOn: null, nextDue: null, driftFromOn: null, openActions: 0, signals: [], lastPutOff: null, ...over,
})
const sitting = (values: object = {}): Sitting => held(sittingType, 'sitting', null, 'panel', { state: 'planned', on, minuteTaker: 'admin', ...values })
const agenda = (childId: string, state: string, values: object = {}): AgendaItem => held(agendaType, `line of ${childId}`, childId, 'sitting', { state, because: 'b', ...values })

describe('who waits most urgently', () => {
  test('by the most pressing reason, then who was put off before, then who waits longest', () => {
    const late = (day: string): Partial<Candidate> => ({ nextDueOn: isoDate(day), nextDue: 'Review' })
    const order = proposals([
      waits('new here', {}, { lastHeardOn: null }),
      waits('late since May', late('2026-05-20')),
      waits('late since March', late('2026-03-20')),
      waits('late, put off', { ...late('2026-05-28'), lastPutOff: { on: isoDate('2026-05-06'), why: 'No time' } }),
      waits('only put off', { lastPutOff: { on: isoDate('2026-05-06'), why: 'The worker was ill' } }),
      waits('asked for', {}, { askedFor: 'Nan' }),
      waits('nothing'),
    ], on, today)
    expect(order.map((one) => one.item.childId)).toEqual(['asked for', 'late, put off', 'late since March', 'late since May', 'only put off', 'new here'])
    expect(order[4]?.reasons).toEqual([{ kind: 'put off', words: 'Put off from 6 May 2026: The worker was ill' }])
  })
  test('the time of a sitting: 240 minutes, 15 a child, are 16 children, of whom those on the agenda take their part', () => {
    for (const { panels } of loadPanelSchemes()) for (const panel of panels) expect(capacityOf(panel)).toBe(16)
    const fifty = Array.from({ length: 50 }, (_, i) => i)
    expect(fitting(fifty, 4, 16)).toEqual({ fit: fifty.slice(0, 12), over: fifty.slice(12) })
    expect(fitting(fifty, 20, 16)).toEqual({ fit: [], over: fifty })
    expect(capacityOf({ time: { minutes: 100, minutesPerChild: 30, source: 'a test', mark: 'L' } })).toBe(3)
  })
  test('those put off stay on the agenda as put off, with the reason', () => {
    const over = proposals([waits('a', { openActions: 2 })], on, today)
    expect(putOffRest(sitting(), over, 'No time', () => 'new')).toMatchObject([{ kind: 'add', childId: 'a', partOf: 'sitting', values: { state: 'put off', because: '2 actions not done', putOffWhy: 'No time' } }])
  })
  test('whom nobody answered is put off when the minutes are signed off, but not who came to the list since', () => {
    const rest = proposals([waits('a', { openActions: 1 }), waits('b', { openActions: 1 }, { enteredOn: isoDate('2026-06-11') })], on, isoDate('2026-06-12'))
    const decided = signedOff(sitting(), { met: true, words: '' }, [], [], [], rest, 'chair', isoDate('2026-06-12'), { newId: () => 'new' })
    expect(decided).toMatchObject({ kind: 'done', changes: [{ kind: 'revise', values: { state: 'signed off' } }, { kind: 'add', childId: 'a', values: { putOffWhy: 'Not reached at this sitting' } }] })
  })
})

describe('a sitting that was planned', () => {
  const standing = (over: Partial<SittingStanding> = {}): SittingStanding => ({ sitting: sitting(), begun: false, tell: ['chair', 'worker', 'chair'], today, ...over })
  const why = 'The chair is ill'

  test('moves with its agenda; everybody it concerns is told once', () => {
    expect(moved(standing(), isoDate('2026-06-17'), why, [])).toMatchObject({
      kind: 'done', changes: [{ kind: 'revise', recordId: 'sitting', values: { on: isoDate('2026-06-17'), movedWhy: why, state: 'planned' } }],
      tell: ['chair', 'worker'].map((personId) => ({ personId, address: '/panels/panel/sittings/sitting', words: 'A panel’s sitting of 10 June 2026 is moved to 17 June 2026.' })),
    })
  })
  test('does not move into the past, onto its own day, or onto another sitting', () => {
    for (const [day, others] of [['2026-05-31', []], ['2026-06-10', []], ['2026-06-17', [isoDate('2026-06-17')]]] as const) {
      expect(moved(standing(), isoDate(day), why, others)).toMatchObject({ kind: 'refused', field: 'on' })
    }
  })
  test('called off: each child on its agenda is put off with the reason, and who was only leaving leaves', () => {
    expect(calledOff(standing(), why, [agenda('a', 'accepted'), agenda('b', 'put off', { putOffWhy: 'Report late' })], [item('c', { state: 'leaving' })])).toMatchObject({
      kind: 'done', tell: [{ personId: 'chair' }, { personId: 'worker' }],
      changes: [
        { recordId: 'sitting', values: { state: 'cancelled', calledOffWhy: why } },
        { recordId: 'line of a', values: { state: 'put off', putOffWhy: 'The sitting was called off: The chair is ill' } },
        { recordId: 'item of c', values: { state: 'closed' } },
      ],
    })
  })
  test('stands once its minutes are begun, signed off, or it was called off', () => {
    for (const [over, words] of [
      [{ begun: true }, 'are begun'], [{ sitting: sitting({ state: 'signed off' }) }, 'signed off'], [{ sitting: sitting({ state: 'cancelled' }) }, 'called off'],
    ] as const) {
      expect(moved(standing(over), isoDate('2026-06-17'), why, [])).toMatchObject({ kind: 'refused', why: expect.stringContaining(words) })
      expect(calledOff(standing(over), why, [], [])).toMatchObject({ kind: 'refused', why: expect.stringContaining(words) })
    }
  })
})
