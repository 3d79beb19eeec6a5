/** Given a concern, when somebody acts, then: expected days counted by hand on the calendar of 2026. */
import { describe, expect, test } from 'vitest'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readChallengePolicy } from '../../src/edge/officerRules.ts'
import { loadRules, rulesFolder } from '../../src/edge/rules.ts'
import type { Change, Decided, Held, RecordType } from '../../src/core/records/recordType.ts'
import { formatIso, isoDate, type LocalDate } from '../../src/core/time/localDate.ts'
import { answerType, concernType, stageType, type Stage, type WholeConcern } from '../../src/core/challenge/concern.ts'
import { accept, answer, close, currentStage, endUnresolved, escalate, raise, referToCafcass, withdraw, type Deciding } from '../../src/core/challenge/decide.ts'
import { auditNote, note, noteType } from '../../src/core/challenge/note.ts'
import { daysLeft, stageDue, stagesAfter, totalDue } from '../../src/core/challenge/protocol.ts'
import { challengeReport, median } from '../../src/core/challenge/report.ts'

const { calendar, policies: { challenge: policy } } = loadRules()
const monday = isoDate('2026-06-01')
let last = 0
const deciding = (by: string, today: LocalDate = monday): Deciding => ({ by, today, newId: () => `id-${last += 1}`, policy, calendar })
const raising = { theme: 'drift', about: 'Nobody has asked Nan.', wanted: 'Ask her this month.', childKnows: 'told' } as const

function held<T extends RecordType>(type: T, recordId: string, values: object, by = 'officer'): Held<T> {
  const who = { personId: by, name: by }
  return {
    recordId, type: type.name, version: 1, childId: 'child', partOf: null, values: values as never, recordedBy: who,
    recordedAt: '2026-06-01T09:00:00Z', firstRecordedBy: who, firstRecordedAt: '2026-06-01T09:00:00Z',
  }
}
const changesOf = (decided: Decided): readonly Change[] => {
  if (decided.kind === 'refused') throw new Error(decided.why)
  return decided.changes
}
/** A concern as the store would hold it after these decisions. */
function after(whole: WholeConcern | null, decided: Decided, by = 'officer'): WholeConcern {
  let { concern, stages, answers } = whole ?? { concern: held(concernType, '', {}), stages: [], answers: [] }
  for (const { type, recordId, values } of changesOf(decided)) {
    if (type.name === 'concern') concern = held(concernType, recordId, values, by)
    else if (type.name === 'concern stage') {
      const one = held(stageType, recordId, values, by)
      stages = stages.some((other) => other.recordId === recordId) ? stages.map((other) => (other.recordId === recordId ? one : other)) : [...stages, one]
    } else answers = [...answers, held(answerType, recordId, values, by)]
  }
  return { concern, stages, answers }
}
const raised = (to: { stage: Stage; why: string | null } = { stage: 'informal', why: null }, today = monday): WholeConcern =>
  after(null, raise(raising, to, 'child', ['manager'], deciding('officer', today)))
const answered = (whole: WholeConcern, today = monday): WholeConcern => after(whole, answer(whole, { answer: 'We will ask her.', agrees: 'yes' }, deciding('manager', today)), 'manager')
const iso = (on: LocalDate | null): string | null => (on === null ? null : formatIso(on))
const why = (decided: Decided): string => (decided.kind === 'refused' ? decided.why : 'done')

describe('the days of the protocol', () => {
  test('five working days, over a bank holiday, informally', () => {
    expect(iso(stageDue('informal', isoDate('2026-05-21'), null, policy, calendar))).toBe('2026-05-29')
  })
  test('a formal stage has its own days, and never more than the total of 20', () => {
    expect(iso(stageDue('team manager', monday, monday, policy, calendar))).toBe('2026-06-08')
    expect(iso(stageDue('director', isoDate('2026-06-25'), monday, policy, calendar))).toBe('2026-06-29')
    expect(iso(totalDue(raised({ stage: 'director', why: 'Urgent' }).concern, policy, calendar))).toBe('2026-06-29')
    expect(totalDue(raised().concern, policy, calendar)).toBe(null)
  })
  test('stages that add up to more than the total stop the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-protocol-'))
    try {
      const whole = JSON.parse(readFileSync(join(rulesFolder(), 'policies', 'challenge.json'), 'utf8')) as { stages: readonly object[] }
      const file = join(folder, 'challenge.json')
      writeFileSync(file, JSON.stringify({ ...whole, stages: [...whole.stages.slice(0, 3), { stage: 'director', workingDays: 6 }] }))
      expect(() => readChallengePolicy(file)).toThrow('together 21 working days, more than the total of 20')
      writeFileSync(file, JSON.stringify({ ...whole, stages: [...whole.stages, { stage: 'mayor', workingDays: 1 }] }))
      expect(() => readChallengePolicy(file)).toThrow('stage 5, stage: must be one of')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  test('days left and days late, in working days', () => {
    expect(daysLeft(isoDate('2026-06-08'), monday, calendar)).toEqual({ kind: 'left', workingDays: 5 })
    expect(daysLeft(monday, monday, calendar)).toEqual({ kind: 'left', workingDays: 0 })
    expect(daysLeft(isoDate('2026-05-29'), monday, calendar)).toEqual({ kind: 'overdue', workingDays: 1 })
    expect(daysLeft(null, monday, calendar)).toEqual({ kind: 'cannot tell' })
  })
  test('stages come in their order', () => {
    expect(stagesAfter(policy, 'informal')).toEqual(['team manager', 'service manager', 'head of service', 'director'])
    expect(stagesAfter(policy, 'head of service')).toEqual(['director'])
  })
})

describe('a concern', () => {
  test('starts informally, due in five working days; those who answer are told', () => {
    const decided = raise(raising, { stage: 'informal', why: null }, 'child', ['manager', 'officer'], deciding('officer'))
    expect(decided).toMatchObject({ tell: [{ personId: 'manager' }] })
    const { concern } = after(null, decided)
    expect([concern.values.state, concern.values.stage, iso(concern.values.dueOn), concern.values.formalOn]).toEqual(['open', 'informal', '2026-06-08', null])
  })
  test('may start at any stage, with a reason, and says what it passed over', () => {
    expect(why(raise(raising, { stage: 'head of service', why: null }, 'child', [], deciding('officer')))).toBe('Say why it does not start informally')
    const { concern, stages } = raised({ stage: 'head of service', why: 'The child moves on Friday' })
    expect([iso(concern.values.formalOn), stages[0]?.values.passedOver]).toEqual(['2026-06-01', ['informal', 'team manager', 'service manager']])
  })
  test('is answered by the service, never by whoever raised it', () => {
    const whole = raised()
    expect(why(answer(whole, { answer: 'No', agrees: 'no' }, deciding('officer')))).toContain('You raised this concern')
    expect(answered(whole).stages[0]?.values.ending).toBe('answered')
    expect(why(answer(answered(whole), { answer: 'Again', agrees: 'no' }, deciding('manager')))).toContain('has been answered')
  })
  test('accepted, it waits for somebody to close it with what changed', () => {
    expect(why(accept(raised(), null, deciding('officer')))).toBe('There is no answer to accept.')
    const whole = after(answered(raised()), accept(answered(raised()), 'Nan was asked', deciding('officer')))
    expect(whole.concern.values.state).toBe('to close')
    const closing = { outcome: 'resolved', outcomeWords: null, impact: 'plan changed', changed: 'Nan is being assessed.' } as const
    expect(why(close(whole, { ...closing, impact: null }, deciding('boss')))).toBe('Choose what changed for the child')
    expect(why(close(whole, { ...closing, changed: null }, deciding('boss')))).toBe('Say in words what changed for the child')
    expect(why(close(whole, { ...closing, outcome: 'not resolved' }, deciding('boss')))).toBe('The officer accepted the answer')
    expect(after(whole, close(whole, closing, deciding('boss'))).concern.values).toMatchObject({ state: 'closed', closedOn: monday, impact: 'plan changed' })
  })
  test('open, it is not closed', () => {
    expect(why(close(raised(), { outcome: 'resolved', outcomeWords: null, impact: 'nothing', changed: null }, deciding('boss')))).toContain('It is open')
  })
  test('not accepted, it goes further; the 20 days run from the first formal stage', () => {
    const first = answered(raised())
    const second = after(first, escalate(first, { stage: 'team manager', why: 'Not soon enough' }, [], deciding('officer')))
    expect([second.stages.map(({ values }) => values.ending), iso(second.concern.values.formalOn), iso(second.concern.values.dueOn)])
      .toEqual([['not accepted', 'open'], '2026-06-01', '2026-06-08'])
    const late = isoDate('2026-06-25')
    const third = after(second, escalate(second, { stage: 'director', why: 'No answer came' }, [], deciding('officer', late)))
    expect([third.stages.map(({ values }) => values.ending), third.stages[2]?.values.passedOver, iso(third.concern.values.formalOn), iso(third.concern.values.dueOn)])
      .toEqual([['not accepted', 'taken further', 'open'], ['service manager', 'head of service'], '2026-06-01', '2026-06-29'])
    expect(why(escalate(third, { stage: 'team manager', why: 'Back' }, [], deciding('officer')))).toBe('Choose a later stage')
  })
  test('ends unresolved only after the last stage', () => {
    const early = answered(raised())
    expect(why(endUnresolved(early, 'No', deciding('officer')))).toBe('There is a further stage. Take it there.')
    const atTop = answered(raised({ stage: 'director', why: 'Urgent' }))
    const ended = after(atTop, endUnresolved(atTop, 'It does not answer', deciding('officer')))
    expect(ended.concern.values).toMatchObject({ state: 'to close', outcome: 'not resolved' })
    expect(why(close(ended, { outcome: 'resolved', outcomeWords: null, impact: 'nothing', changed: null }, deciding('boss')))).toBe('The officer did not accept the last answer')
  })
  test('withdrawn, it is still closed by somebody else', () => {
    const whole = after(raised(), withdraw(raised(), 'It was done yesterday', deciding('officer')))
    expect(whole.concern.values).toMatchObject({ state: 'to close', outcome: 'withdrawn' })
  })
  test('is referred to Cafcass at any point, and the stages go on', () => {
    const whole = raised()
    const referred = after(whole, referToCafcass(whole, { on: monday, why: 'Rights' }, ['director'], deciding('officer')))
    expect([referred.concern.values.state, currentStage(referred)?.values.ending]).toEqual(['open', 'open'])
    expect(why(referToCafcass(referred, { on: monday, why: 'Again' }, [], deciding('officer')))).toBe('It was referred to Cafcass on 1 June 2026.')
    expect(close(referred, { outcome: 'cafcass', outcomeWords: null, impact: 'too early', changed: null }, deciding('boss'))).toMatchObject({ kind: 'done' })
  })
})

describe('notes', () => {
  const noting = { kind: 'midway', on: monday, progress: 'stuck', spokenTo: true, words: 'Nobody asked Nan.' } as const
  test('a midway check says how things stand and whether the child was spoken to', () => {
    expect(why(note({ ...noting, progress: null }, 'n', 'child', monday))).toContain('what the review decided')
    expect(why(note({ ...noting, spokenTo: null }, 'n', 'child', monday))).toContain('spoke with the child')
    expect(why(note({ ...noting, kind: 'good practice', progress: null, spokenTo: null }, 'n', 'child', monday))).toBe('done')
    expect(why(note({ ...noting, on: isoDate('2026-06-02') }, 'n', 'child', monday))).toContain('today or in the past')
  })
  test('nobody looks over their own', () => {
    const one = held(noteType, 'n', { ...noting, auditedOn: null, auditedBy: null, audit: null })
    expect(why(auditNote(one, 'Good', 'officer', monday))).toContain('You wrote this note')
    expect(auditNote(one, 'Good', 'boss', monday)).toMatchObject({ kind: 'done', changes: [{ values: { auditedBy: 'boss', auditedOn: monday } }] })
  })
})

describe('the monthly report', () => {
  test('the middle', () => {
    expect([median([]), median([3]), median([5, 1]), median([9, 1, 4])]).toEqual([null, 3, 3, 4])
  })
  test('counts by hand', () => {
    // A: informal, answered on the third working day, resolved in the month. B: formal from the start, answered late, open at the end.
    const a0 = raised()
    const a1 = answered(a0, isoDate('2026-06-04'))
    const a2 = after(a1, accept(a1, null, deciding('officer', isoDate('2026-06-05'))))
    const a = after(a2, close(a2, { outcome: 'resolved', outcomeWords: null, impact: 'done sooner', changed: 'Nan was asked.' }, deciding('boss', isoDate('2026-06-08'))))
    const b = answered(raised({ stage: 'team manager', why: 'It cannot wait' }), isoDate('2026-06-09'))
    const may = raised({ stage: 'informal', why: null }, isoDate('2026-05-20'))
    const july = raised({ stage: 'informal', why: null }, isoDate('2026-07-01'))
    const notes = [held(noteType, 'n', { kind: 'midway', on: isoDate('2026-06-30'), auditedOn: null }), held(noteType, 'm', { kind: 'good practice', on: isoDate('2026-06-10') })]
    const report = challengeReport({ concerns: [a, b, may, july], notes, from: monday, to: isoDate('2026-06-30'), policy, calendar })
    expect(report).toMatchObject({
      raised: 2, closed: 1, openAtEnd: 2, formalRaised: 1, cafcass: 0,
      answers: { given: 2, inTime: 1, cannotTell: 0, medianWorkingDays: 4.5 },
      resolved: { all: 1, informally: 1 }, formalClosed: { all: 0, inTime: 0, cannotTell: 0 },
      notes: { midway: 1, midwayAudited: 0, monitoring: 0, goodPractice: 1 },
    })
    expect(report.themes.find(({ theme }) => theme.startsWith('Drift'))).toMatchObject({ raised: 2, openAtEnd: 2 })
    expect(report.impact.filter(({ count }) => count > 0)).toEqual([{ impact: 'Something late was done', count: 1 }])
  })
})
