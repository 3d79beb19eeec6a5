import { describe, expect, test } from 'vitest'
import { isoDate, type LocalDate } from '../time/localDate.ts'
import type { Decided, ValuesOf } from '../records/recordType.ts'
import { approvalType, extensionType, type Approval, type Extension } from './approval.ts'
import { expiryOf, furthest, panelBookedBy } from './dates.ts'
import { askToExtend, bookPanel, decideApproval, decideExtension, endApproval, putForward, sayOutcome, writeApproved, type Asking, type ExtendingAsked } from './decide.ts'

const d = isoDate
const writer = { personId: 'worker', name: 'Worker' }
const heldAs = { version: 1, childId: 'c', recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '' }
const asked: Asking = {
  kind: 'temporary', carers: 'Nan', relation: 'Grandmother', from: d('2026-01-05'), assessedOn: d('2026-01-02'), assessor: 'assessor', assessedBy: null, grounds: 'She is who the child asks for.', panelOn: null,
}
const approval = (values: Partial<ValuesOf<typeof approvalType>> = {}): Approval => ({
  ...heldAs, recordId: 'a', type: 'carer approval', partOf: null,
  values: { ...asked, state: 'in force', decidedBy: 'head', decidedOn: d('2026-01-05'), reasons: 'Right for now.', endedOn: null, ending: null, ...values },
})
const extension = (values: Partial<ValuesOf<typeof extensionType>> = {}): Extension => ({
  ...heldAs, recordId: 'e', type: 'extension of approval', partOf: 'a',
  values: {
    ground: 'assessment', until: d('2026-06-22'), stillBest: 'Still.', panelAskedOn: d('2026-04-01'), panelView: null, officerToldOn: d('2026-04-02'), askedOn: d('2026-04-03'),
    state: 'approved', decidedBy: 'head', decidedOn: d('2026-04-07'), reasons: 'Yes.', outcomeOn: null, ...values,
  },
})
const more: ExtendingAsked = { ground: 'assessment', until: d('2026-06-22'), stillBest: 'Still.', panelAskedOn: d('2026-04-01'), panelView: null, officerToldOn: d('2026-04-02') }
const why = (decided: Decided): unknown => (decided.kind === 'refused' ? [decided.field, decided.why] : 'done')
const whole = (one: Approval, ...extensions: readonly Extension[]) => ({ approval: one, extensions })

describe('until when an approval stands', () => {
  // 5 January 2026 and 16 weeks: 27 April; 24 weeks: 22 June; 10 weeks: 16 March.
  test('sixteen weeks, twenty-four at most, the panel by week ten', () => {
    expect(expiryOf(whole(approval()))).toEqual({ kind: 'on', day: d('2026-04-27') })
    expect([furthest(d('2026-01-05')), panelBookedBy(d('2026-01-05'))]).toEqual([d('2026-06-22'), d('2026-03-16')])
  })
  test.each([
    ['extended on the first ground', [extension()], { kind: 'on', day: d('2026-06-22') }],
    ['asked for, not decided', [extension({ state: 'put forward' })], { kind: 'on', day: d('2026-04-27') }],
    ['refused', [extension({ state: 'refused' })], { kind: 'on', day: d('2026-04-27') }],
    ['until the independent review', [extension(), extension({ ground: 'review', until: null })], { kind: 'until the review' }],
    ['the review is over', [extension({ ground: 'review', until: null, outcomeOn: d('2026-07-30') })], { kind: 'on', day: d('2026-07-30') }],
  ] as const)('%s', (_says, extensions, wanted) => {
    expect(expiryOf(whole(approval(), ...extensions))).toEqual(wanted)
  })
  test('full approval and early permanence end by no day', () => {
    expect([expiryOf(whole(approval({ kind: 'foster carer' }))).kind, expiryOf(whole(approval({ kind: 'early permanence' }))).kind]).toEqual(['by no day', 'by no day'])
  })
})

test('a request waits for nominated officers, who are told; what the regulation asks first is asked first', () => {
  const decided = putForward('a', 'c', asked, ['head'])
  expect(decided).toMatchObject({ kind: 'done', changes: [{ kind: 'add', values: { state: 'put forward', decidedBy: null } }], tell: [{ personId: 'head', address: '/children/c/carers', childId: 'c' }] })
  expect(why(putForward('a', 'c', { ...asked, assessedOn: null }, []))).toEqual(['assessedOn', 'Enter when their suitability was assessed: it comes before approval'])
  expect(why(putForward('a', 'c', { ...asked, assessor: null }, []))).toEqual(['assessor', 'Choose who assessed them, or enter their name'])
  expect(why(putForward('a', 'c', { ...asked, assessor: null, assessedBy: 'Rowan Pike, independent' }, []))).toBe('done')
  expect(why(putForward('a', 'c', { ...asked, relation: null }, []))).toEqual(['relation', 'Enter what they are to the child'])
  expect(why(putForward('a', 'c', { ...asked, kind: 'early permanence', relation: null }, []))).toBe('done')
  expect(why(putForward('a', 'c', { ...asked, kind: 'foster carer' }, []))).toEqual(['kind', 'Approval as foster carers is given by the fostering service: write it down as given'])
})

test('the officer decides once, with reasons', () => {
  expect(decideApproval(approval({ state: 'put forward' }), { approve: true, reasons: 'She knows her.' }, 'head', d('2026-01-06'), ['worker']))
    .toMatchObject({ changes: [{ values: { state: 'in force', decidedBy: 'head', decidedOn: d('2026-01-06'), reasons: 'She knows her.' } }], tell: [{ personId: 'worker' }] })
  expect(decideApproval(approval({ state: 'put forward' }), { approve: false, reasons: 'No.' }, 'head', d('2026-01-06'), [])).toMatchObject({ changes: [{ values: { state: 'refused' } }] })
  expect(why(decideApproval(approval(), { approve: true, reasons: 'x' }, 'head', d('2026-01-06'), []))).toEqual([null, 'It was decided already'])
})

test('what was asked for sixteen weeks ago and a day cannot be given any more', () => {
  const decide = (on: LocalDate, approve = true) => why(decideApproval(approval({ state: 'put forward' }), { approve, reasons: 'r' }, 'head', on, []))
  expect(decide(d('2026-04-27'))).toBe('done')
  expect(decide(d('2026-04-28'))).toEqual(['approve', 'Sixteen weeks from 5 January 2026 were over on 27 April 2026: it cannot be given any more'])
  expect(decide(d('2026-04-28'), false)).toBe('done')
})

describe('more time', () => {
  const today = d('2026-04-20')
  const ask = (change: Partial<ExtendingAsked>, one = whole(approval()), on: LocalDate = today) => why(askToExtend('e', one, { ...more, ...change }, on, []))
  test.each([
    ['to the last day of the 24 weeks', {}, 'done'],
    ['a day beyond it', { until: d('2026-06-23') }, ['until', 'It cannot go beyond 22 June 2026: 24 weeks in all']],
    ['to the day it ends anyhow', { until: d('2026-04-27') }, ['until', 'Enter a day after 27 April 2026, when it ends now']],
    ['to no day', { until: null }, ['until', 'Enter until when']],
    ['until the independent review, which has no day', { ground: 'review', until: null }, 'done'],
  ] as const)('%s', (_says, change, wanted) => {
    expect(ask(change)).toEqual(wanted)
  })
  test('once on the first ground; the second may follow it', () => {
    expect(ask({}, whole(approval(), extension()))).toEqual(['ground', 'It was extended on this ground already, and can be once only'])
    expect(ask({ ground: 'review', until: null }, whole(approval(), extension()), d('2026-06-22'))).toBe('done')
  })
  test('not after it ended, not while another waits, not for full approval', () => {
    expect(ask({}, whole(approval()), d('2026-04-27'))).toBe('done')
    expect(ask({}, whole(approval()), d('2026-04-28'))).toEqual([null, 'It ended on 27 April 2026: what has ended cannot be extended'])
    expect(ask({}, whole(approval(), extension({ state: 'put forward' })))).toEqual([null, 'An extension waits for a decision already'])
    expect(ask({}, whole(approval({ kind: 'foster carer' })))).toEqual([null, 'Only a temporary approval that is in force can be extended'])
  })
  test('a decision that comes after the approval ended cannot extend it', () => {
    const waiting = extension({ state: 'put forward' })
    const decide = (approve: boolean, on: LocalDate) => decideExtension(whole(approval(), waiting), waiting, { approve, reasons: 'r' }, 'head', on, [])
    expect(decide(true, d('2026-04-27'))).toMatchObject({ kind: 'done', changes: [{ values: { state: 'approved', decidedBy: 'head', until: d('2026-06-22') } }] })
    expect(why(decide(true, d('2026-04-28')))).toEqual(['approve', 'The approval ended on 27 April 2026: other arrangements are made for the child, and the placement is ended (regulation 25(6))'])
    expect(why(decide(false, d('2026-04-28')))).toBe('done')
  })
  test('the outcome of the review ends the extension that waited for it', () => {
    expect(sayOutcome(extension({ ground: 'review', until: null }), d('2026-07-30'))).toMatchObject({ changes: [{ values: { outcomeOn: d('2026-07-30') } }] })
    expect(why(sayOutcome(extension(), d('2026-07-30')))).toEqual([null, 'It does not wait for an independent review'])
  })
})

test('full approval ends the temporary one with its day', () => {
  const decided = writeApproved({ recordId: 'f', childId: 'c', today: d('2026-04-10') },
    { carers: 'Nan', relation: 'Grandmother', from: d('2026-04-09'), panelOn: d('2026-04-01'), reasons: null }, [approval(), approval({ state: 'ended' })])
  expect(decided).toMatchObject({ changes: [
    { kind: 'revise', recordId: 'a', values: { state: 'ended', endedOn: d('2026-04-09'), ending: 'approved' } }, { kind: 'add', recordId: 'f', values: { kind: 'foster carer', state: 'in force', decidedBy: null } },
  ] })
  expect(decided.kind === 'done' ? decided.changes.length : 0).toBe(2)
})

test('a panel is booked after the beginning; an end has a day and a way', () => {
  expect(why(bookPanel(approval(), d('2026-01-04')))).toEqual(['panelOn', 'The panel sees them after the approval has begun'])
  expect(bookPanel(approval(), d('2026-03-10'))).toMatchObject({ changes: [{ values: { panelOn: d('2026-03-10') } }] })
  expect(why(endApproval(approval(), { endedOn: d('2026-01-04'), ending: 'moved' }))).toEqual(['endedOn', 'It cannot have ended before it began'])
  expect(endApproval(approval(), { endedOn: d('2026-03-04'), ending: 'moved' })).toMatchObject({ changes: [{ values: { state: 'ended', ending: 'moved' } }] })
})
