import { describe, expect, test } from 'vitest'
import type { Line } from '../plan/line.ts'
import type { Held, RecordType } from '../records/recordType.ts'
import { isoDate } from '../time/localDate.ts'
import { proposeAgenda } from './agenda.ts'
import { book, cancelMeeting, correctMinutes, signOff, writeMinutes, type Minutes } from './decide.ts'
import { lackingInMinutes } from './lacking.ts'
import type { Considered, PlanningMeeting } from './planningMeeting.ts'

const today = isoDate('2026-06-01')
const deciding = () => {
  let next = 0
  return { by: 'owen', today, newId: () => `new-${++next}` }
}

function held<T extends RecordType>(type: T['name'], recordId: string, values: object): Held<T> {
  const writer = { personId: 'owen', name: 'Owen Reed' }
  return {
    recordId, type, version: 1, childId: 'child', partOf: null, values: values as Held<T>['values'],
    recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '',
  }
}

const booking = { bookedFor: isoDate('2026-05-29'), at: '10:30am', place: null, lead: 'mair', why: 'Where she lives after August', invited: ['social worker'] }
const meeting = (values: Partial<PlanningMeeting['values']> = {}): PlanningMeeting => held('planning meeting', 'meeting', {
  ...booking, state: 'booked', heldOn: null, attended: null, absences: null, childView: null, familyView: null, discussion: null, early: null,
  earlyWhy: null, decided: null, nextOn: null, minuteTaker: null, signedOffOn: null, signedOffBy: null, cancelledWhy: null, ...values,
})
const minutes: Minutes = {
  heldOn: isoDate('2026-05-29'), attended: ['social worker', 'regional agency'], absences: null, childView: '“I like it here.”', familyView: null, discussion: null,
  early: 'not wanted', earlyWhy: 'She is nine.', decided: 'Assess Nan.', nextOn: isoDate('2026-07-10'),
}
const line: Line = held('plan line', 'line', {
  route: 'kin-sgo', role: 'primary', targetOn: isoDate('2026-05-01'), startedOn: isoDate('2026-04-02'), movedOn: null, moved: null,
})

describe('minutes', () => {
  test('given a booked meeting, when it is written up, then it is held, its line moves, its action is raised, the next is booked, and people are told', () => {
    const decided = writeMinutes(meeting(), minutes, {
      considered: [{ route: 'kin-sgo', who: 'Nan', pros: 'Knows her', cons: 'Small flat', outcome: 'primary' }],
      lines: [{ line, words: 'Nan asked' }], actions: [{ what: 'Begin', owner: 'nerys', dueOn: isoDate('2026-06-12') }],
    }, deciding())
    expect(decided).toMatchObject({
      kind: 'done',
      changes: [
        { kind: 'revise', recordId: 'meeting', values: { state: 'held', minuteTaker: 'owen', decided: 'Assess Nan.' } },
        { kind: 'add', partOf: 'meeting', values: { route: 'kin-sgo', outcome: 'primary' } },
        { kind: 'add', partOf: 'meeting', values: { line: 'line', words: 'Nan asked' } },
        { kind: 'revise', recordId: 'line', values: { movedOn: isoDate('2026-05-29'), moved: 'Nan asked', role: 'primary' } },
        { kind: 'add', partOf: 'meeting', values: { what: 'Begin', state: 'open', raisedBy: 'planning meeting', raisedOn: today } },
        { kind: 'add', partOf: null, values: { state: 'booked', bookedFor: isoDate('2026-07-10'), lead: 'mair' } },
      ],
      tell: [{ personId: 'nerys' }, { personId: 'mair' }, { personId: 'mair' }],
    })
    if (decided.kind === 'done') for (const { words } of decided.tell ?? []) expect(words).not.toMatch(/Nan|child’s name/)
  })
  test('a next meeting that was set already is not booked twice', () => {
    const again = writeMinutes(meeting({ state: 'held', nextOn: minutes.nextOn }), minutes, { considered: [], lines: [], actions: [] }, deciding())
    expect(again).toMatchObject({ kind: 'done', changes: [{ recordId: 'meeting' }], tell: [] })
    if (again.kind === 'done') expect(again.changes).toHaveLength(1)
  })
  test('are refused for a meeting signed off or cancelled, a next meeting not after it, an action due before it', () => {
    const nothing = { considered: [], lines: [], actions: [] }
    expect(writeMinutes(meeting({ state: 'signed off' }), minutes, nothing, deciding()).kind).toBe('refused')
    expect(writeMinutes(meeting({ state: 'cancelled' }), minutes, nothing, deciding()).kind).toBe('refused')
    expect(writeMinutes(meeting(), { ...minutes, nextOn: minutes.heldOn }, nothing, deciding())).toMatchObject({ kind: 'refused', field: 'nextOn' })
    expect(writeMinutes(meeting(), minutes, { ...nothing, actions: [{ what: 'Begin', owner: 'nerys', dueOn: isoDate('2026-05-28') }] }, deciding()).kind).toBe('refused')
  })
  test('are signed off once held, corrected once signed off; only a meeting not held is cancelled', () => {
    expect(signOff(meeting({ state: 'held' }), { ...deciding(), by: 'mair' })).toMatchObject({ kind: 'done', changes: [{ values: { state: 'signed off', signedOffOn: today, signedOffBy: 'mair' } }] })
    expect(signOff(meeting(), deciding()).kind).toBe('refused')
    expect(correctMinutes(meeting({ state: 'held' }), 'x', deciding()).kind).toBe('refused')
    expect(correctMinutes(meeting({ state: 'signed off' }), 'Two rooms', deciding())).toMatchObject({ kind: 'done', changes: [{ kind: 'add', partOf: 'meeting', values: { words: 'Two rooms' } }] })
    expect(cancelMeeting(meeting({ state: 'held' }), 'x', deciding()).kind).toBe('refused')
    expect(cancelMeeting(meeting(), 'Moved', deciding())).toMatchObject({ kind: 'done', changes: [{ values: { state: 'cancelled', cancelledWhy: 'Moved' } }], tell: [{ personId: 'mair' }] })
    expect(book(booking, { meetingId: 'm', childId: 'child' }, { ...deciding(), by: 'mair' })).toMatchObject({ kind: 'done', tell: [] })
  })
})

test('what is lacking is said of minutes, never of a meeting to come', () => {
  const option = (outcome: Considered['values']['outcome']): Considered => held('considered option', outcome, { outcome })
  expect(lackingInMinutes(meeting(), [], 0)).toEqual([])
  const whole = meeting({ ...minutes, state: 'held' })
  expect(lackingInMinutes(whole, [option('primary'), option('contingency')], 1)).toEqual([])
  expect(lackingInMinutes(whole, [option('primary'), option('ruled out')], 1)).toEqual([
    'Only one option is left open. Say in the plan why there is no realistic alternative, or work on a second one.',
  ])
  expect(lackingInMinutes(meeting({ ...minutes, state: 'held', attended: [], early: 'not considered', nextOn: null }), [], 0)).toHaveLength(6)
})

describe('the agenda', () => {
  const of = (plan: 'unseen' | 'none', lines: readonly Line[] = []): readonly { readonly heading: string; readonly points: readonly string[] }[] =>
    proposeAgenda({ meeting: meeting(), plan: plan === 'unseen' ? null : undefined, lines, options: [], openActions: [], today })
  test('says that no plan is written, and says nothing of a plan that the reader may not see', () => {
    expect(of('none').find(({ heading }) => heading === 'The plan')?.points).toEqual(['No permanence plan is written yet.'])
    expect(of('unseen').some(({ heading }) => heading.startsWith('The plan'))).toBe(false)
  })
  test('counts how long a line has stood still, from 2 April to 1 June', () => {
    const agenda = proposeAgenda({
      meeting: meeting(), plan: held('plan', 'plan', { early: null }), lines: [line], options: [], openActions: [], today,
    })
    expect(agenda.find(({ heading }) => heading === 'The plan, line by line')?.points).toEqual([
      'Family or friends, special guardianship (primary): target 1 May 2026 has passed; has not moved for 60 days',
      'Only one line. What runs beside it, or why is there no realistic alternative?',
    ])
    expect(agenda[0]?.points).toEqual(['Where she lives after August'])
  })
})
