import { describe, expect, test } from 'vitest'
import type { Decision } from '../access/decide.ts'
import type { Held } from '../records/recordType.ts'
import { isoDate } from '../time/localDate.ts'
import { workingCalendar } from '../time/workingDays.ts'
import { actionType, newAction, tellOwner, type Action } from './action.ts'
import { cancel, complete, handOn, whyNot } from './decide.ts'
import { escalatesOn, standingOf } from './overdue.ts'

// Easter 2026: Good Friday 3 April, Easter Monday 6 April. The table ends with the year.
const calendar = workingCalendar(
  [{ on: isoDate('2026-04-03'), name: 'Good Friday' }, { on: isoDate('2026-04-06'), name: 'Easter Monday' }], isoDate('2026-01-01'), isoDate('2026-12-31'))
const policy = { escalateAfterWorkingDays: 5 }

function held(values: Partial<Action['values']> = {}): Action {
  const writer = { personId: 'mair', name: 'Mair Fenn' }
  const change: Held<typeof actionType> = {
    recordId: 'one', type: 'action', version: 1, childId: 'child', partOf: null, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '',
    values: {
      what: 'Ring the school', owner: 'owen', dueOn: isoDate('2026-04-02'), state: 'open', raisedBy: 'by hand', raisedOn: isoDate('2026-03-20'),
      handedOnWhy: null, endedOn: null, ending: null, cancelledWhy: null, ...values,
    },
  }
  return change
}

describe('how an action stands', () => {
  test('on its day it is due, on the next it is overdue', () => {
    expect(standingOf(held(), isoDate('2026-04-02'), policy, calendar)).toEqual({ kind: 'to do', days: 0 })
    expect(standingOf(held(), isoDate('2026-04-03'), policy, calendar)).toEqual({ kind: 'overdue', days: 1, workingDays: 0, escalated: false })
  })
  test('the manager hears on the fifth working day after it, over a weekend and two bank holidays', () => {
    // Thursday 2 April; Tuesday 7 is the first working day, Monday 13 the fifth.
    expect(escalatesOn(isoDate('2026-04-02'), policy, calendar)).toBe(isoDate('2026-04-13'))
    expect(standingOf(held(), isoDate('2026-04-12'), policy, calendar)).toMatchObject({ escalated: false, workingDays: 4 })
    expect(standingOf(held(), isoDate('2026-04-13'), policy, calendar)).toMatchObject({ escalated: true, workingDays: 5 })
  })
  test('beyond the table of bank holidays it counts calendar days, sooner rather than never', () => {
    expect(escalatesOn(isoDate('2027-03-01'), policy, calendar)).toBe(isoDate('2027-03-06'))
    expect(standingOf(held({ dueOn: isoDate('2027-03-01') }), isoDate('2027-03-06'), policy, calendar)).toEqual({ kind: 'overdue', days: 5, workingDays: undefined, escalated: true })
  })
  test('done late stays late; no longer needed is never late', () => {
    expect(standingOf(held({ state: 'done', endedOn: isoDate('2026-04-03') }), isoDate('2026-05-01'), policy, calendar)).toEqual({ kind: 'ended', late: true })
    expect(standingOf(held({ state: 'done', endedOn: isoDate('2026-04-02') }), isoDate('2026-05-01'), policy, calendar)).toEqual({ kind: 'ended', late: false })
    expect(standingOf(held({ state: 'cancelled', endedOn: isoDate('2026-04-03') }), isoDate('2026-05-01'), policy, calendar)).toEqual({ kind: 'ended', late: false })
  })
})

describe('what becomes of an action', () => {
  const no: Decision = { kind: 'deny', reason: 'not granted', because: '' }
  const yes: Decision = { kind: 'allow', as: 'team manager', by: 'team', because: '', alarm: false }
  const today = isoDate('2026-04-01')

  test('is said by whoever has it, or by those who may change actions; of an ended one by nobody', () => {
    expect(whyNot(held(), 'owen', no)).toBe(null)
    expect(whyNot(held(), 'nerys', yes)).toBe(null)
    expect(whyNot(held(), 'nerys', no)).toMatch(/^Only the person who has this action/)
    expect(whyNot(held({ state: 'done' }), 'owen', yes)).toMatch(/^This action has ended/)
  })
  test('done: on a day from when it was raised to today; whoever raised it is told', () => {
    expect(complete(held(), { endedOn: isoDate('2026-03-19'), ending: 'Rang', by: 'owen' }, today)).toMatchObject({ kind: 'refused', field: 'endedOn' })
    expect(complete(held(), { endedOn: isoDate('2026-04-02'), ending: 'Rang', by: 'owen' }, today)).toMatchObject({ kind: 'refused', field: 'endedOn' })
    expect(complete(held(), { endedOn: isoDate('2026-03-31'), ending: 'Rang', by: 'owen' }, today)).toMatchObject({
      kind: 'done', changes: [{ kind: 'revise', version: 1, values: { state: 'done', endedOn: isoDate('2026-03-31'), ending: 'Rang', owner: 'owen' } }],
      tell: [{ personId: 'mair', words: 'An action that you raised is done.', address: '/children/child/actions/one' }],
    })
  })
  test('no longer needed: today, with why', () => {
    expect(cancel(held(), { why: 'The school rang', by: 'mair' }, today)).toMatchObject({
      kind: 'done', changes: [{ values: { state: 'cancelled', endedOn: today, cancelledWhy: 'The school rang' } }], tell: [],
    })
  })
  test('handed on: it stays open and keeps its day; never to the same person', () => {
    expect(handOn(held(), { to: 'owen', why: 'x', by: 'mair' })).toMatchObject({ kind: 'refused', field: 'owner' })
    expect(handOn(held(), { to: 'nerys', why: 'Away', by: 'mair' })).toMatchObject({
      kind: 'done', changes: [{ values: { owner: 'nerys', state: 'open', dueOn: isoDate('2026-04-02'), handedOnWhy: 'Away' } }], tell: [{ personId: 'nerys' }],
    })
  })
  test('raised: open, on today; the words of a notice name nobody', () => {
    const asked = { recordId: 'two', childId: 'child', raisedBy: 'review' as const, partOf: 'r', what: 'See Nan', owner: 'owen', dueOn: isoDate('2026-04-09') }
    expect(newAction(asked, today)).toMatchObject({ kind: 'add', recordId: 'two', childId: 'child', partOf: 'r', values: { state: 'open', raisedOn: today, raisedBy: 'review' } })
    expect(tellOwner(asked, 'owen')).toEqual([])
    expect(tellOwner(asked, 'mair')).toEqual([{ personId: 'owen', words: 'You have been given an action.', address: '/children/child/actions/two', childId: 'child' }])
  })
})
