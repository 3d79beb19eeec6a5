import { describe, expect, test } from 'vitest'
import type { Held, Decided, RecordType, Change } from '../records/recordType.ts'
import { isoDate, type LocalDate } from '../time/localDate.ts'
import { addLine, authorisePlan, beginPlan, changeLine, changePlan, changeRole, noteMove, putForward, sendBack } from './decisions.ts'
import { endorsePlan } from './endorse.ts'
import { lineType, movedLine, type Line, type LineRole } from './line.ts'
import { planType, type Plan, type PlanStatus } from './plan.ts'
import { authorsOf, isAfter, lackingIn, remindersOn, summaryOf } from './state.ts'
import { optionType, type Option } from './option.ts'
import { toldType, type Told } from './told.ts'

const day = (text: string): LocalDate => isoDate(text)
const today = day('2026-06-01')
const [ada, bea, cal] = ['ada', 'bea', 'cal'].map((name) => ({ personId: name, name }))
if (ada === undefined || bea === undefined || cal === undefined) throw new Error('nobody')

function held<T extends RecordType>(type: T, recordId: string, values: object, more: Partial<Held<T>> = {}): Held<T> {
  const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  return {
    recordId, type: type.name, version: 1, childId: 'child', partOf: null, values: { ...blank, ...values } as Held<T>['values'],
    recordedBy: ada as never, recordedAt: '2026-05-01T09:00:00Z', firstRecordedBy: ada as never, firstRecordedAt: '2026-05-01T09:00:00Z', ...more,
  }
}

const aPlan = (status: PlanStatus, values: object = {}, more: Partial<Plan> = {}): Plan => held(planType, 'plan', { status, aim: 'Home', ...values }, more)
const aLine = (recordId: string, role: LineRole, values: object = {}, more: Partial<Line> = {}): Line =>
  held(lineType, recordId, {
    route: recordId, role, reason: 'Because', owner: 'ada', startedOn: day('2026-05-02'), targetOn: day('2026-12-18'), ...values,
  }, { partOf: 'plan', ...more })

/** What a decision changes, record by record; or why not. */
function told(decided: Decided): unknown {
  if (decided.kind === 'refused') return [decided.field, decided.why]
  return decided.changes.map((change: Change) => [change.kind, change.recordId, change.values['status'] ?? change.values['role'] ?? null])
}

const asked = { owner: 'ada', reason: 'Because', startedOn: day('2026-05-02'), targetOn: day('2026-12-18'), evidence: null, trigger: null }

describe('a line', () => {
  test('is added to a draft; a second primary, the same route twice and a target before the start are refused', () => {
    const home = aLine('return-home', 'primary')
    const add = (more: object) => told(addLine(aPlan('draft'), [home], { ...asked, route: 'adoption', role: 'parallel', ...more }, 'new'))
    expect(add({})).toEqual([['add', 'new', 'parallel']])
    expect(add({ role: 'primary' })).toEqual(['role', expect.stringContaining('Return home is the primary line.')])
    expect(add({ route: 'return-home' })).toEqual(['route', 'Return home is a line of this plan already'])
    expect(add({ targetOn: day('2026-05-01') })).toEqual(['targetOn', 'The target date must not be before the day it started'])
  })
  test('takes up a route again that had ended', () => {
    expect(told(addLine(aPlan('draft'), [aLine('adoption', 'ended')], { ...asked, route: 'adoption', role: 'primary' }, 'new'))).toEqual([['add', 'new', 'primary']])
  })
  test('changed in what was authorised makes the plan a draft; in its running does not', () => {
    const line = aLine('return-home', 'primary')
    const change = (more: object) => told(changeLine(aPlan('authorised'), line, { ...asked, ...more }))
    expect(change({})).toEqual([])
    expect(change({ owner: 'bea', evidence: 'Visits' })).toEqual([['revise', 'return-home', 'primary']])
    expect(change({ targetOn: day('2027-03-01') })).toEqual([['revise', 'plan', 'draft'], ['revise', 'return-home', 'primary']])
    expect(change({ reason: 'Other' })).toEqual([['revise', 'plan', 'draft'], ['revise', 'return-home', 'primary']])
  })
  test('moves forward only', () => {
    const line = aLine('return-home', 'primary', { movedOn: day('2026-05-20') })
    expect(told(noteMove(line, { movedOn: day('2026-05-20'), moved: 'Again' }))).toEqual([['revise', 'return-home', 'primary']])
    expect(told(noteMove(line, { movedOn: day('2026-05-19'), moved: 'Late' }))).toEqual(['movedOn', expect.stringContaining('Something later')])
    expect(told(noteMove(line, { movedOn: day('2026-05-01'), moved: 'Early' }))).toEqual(['movedOn', 'The day it moved must not be before the day the line started'])
    expect(movedLine(line, day('2026-05-19'), 'Late')).toBe(null)
  })
})

describe('turning the plan', () => {
  const lines = [aLine('return-home', 'primary', { inForce: 'primary' }), aLine('kin-sgo', 'parallel', { inForce: 'parallel' })]
  const [home, sister] = lines
  if (home === undefined || sister === undefined) throw new Error('no lines')

  test('makes one line primary, keeps the other beside it, and reopens the plan', () => {
    const decided = changeRole(aPlan('authorised'), sister, lines, { role: 'primary', roleWhy: 'The court said so' }, today)
    expect(told(decided)).toEqual([['revise', 'plan', 'draft'], ['revise', 'return-home', 'parallel'], ['revise', 'kin-sgo', 'primary']])
    expect(decided.kind === 'done' && decided.changes[1]?.values['roleWhy'])
      .toBe('Family or friends, special guardianship became the primary line: The court said so')
  })
  test('needs a reason and another role', () => {
    expect(told(changeRole(aPlan('draft'), sister, lines, { role: 'ended', roleWhy: null }, today))).toEqual(['roleWhy', 'Enter why its role changes'])
    expect(told(changeRole(aPlan('draft'), sister, lines, { role: 'parallel', roleWhy: 'x' }, today))).toEqual(['role', 'Choose another role than it has'])
  })
  test('ends a line on the day, and a line taken up again has no end', () => {
    const end = changeRole(aPlan('draft'), sister, lines, { role: 'ended', roleWhy: 'She moved' }, today)
    expect(end.kind === 'done' && end.changes[0]?.values['endedOn']).toBe(today)
    const again = changeRole(aPlan('draft'), aLine('kin-sgo', 'ended', { endedOn: today }), lines, { role: 'contingency', roleWhy: 'She is back' }, today)
    expect(again.kind === 'done' && again.changes[0]?.values['endedOn']).toBe(null)
  })
})

describe('authorising', () => {
  const two = [aLine('return-home', 'primary'), aLine('kin-sgo', 'parallel')]

  test('what is lacking is said, line by line', () => {
    expect(lackingIn(aPlan('draft'), [])).toEqual([
      'Say which line is the primary one.', 'Add a parallel or contingency line, or say why there is no realistic alternative.',
    ])
    expect(lackingIn(aPlan('draft', { noAlternativeWhy: 'She is seventeen' }), [aLine('staying-put', 'primary')])).toEqual([])
    expect(lackingIn(aPlan('draft', { early: 'wanted' }), [
      aLine('adoption', 'primary', { targetOn: null }), aLine('foster-ltf', 'contingency', { targetOn: null }), aLine('kin-sgo', 'ended'),
    ])).toEqual([
      'Adoption: enter a target date.', 'Long-term fostering: say what would bring the contingency about, and who decides.',
      'Say why early permanence is right for this child, or why not.',
    ])
    expect(lackingIn(aPlan('draft'), [aLine('adoption', 'primary'), aLine('kin-sgo', 'primary')])).toEqual([
      'Choose one primary line: now there are 2.', 'Add a parallel or contingency line, or say why there is no realistic alternative.',
    ])
  })
  test('a plan is put forward to somebody who did not write it, who is told without the child’s name', () => {
    expect(told(putForward(aPlan('draft'), two, 'ada', ['ada'], today))).toEqual(['askedOf', expect.stringContaining('did not write')])
    expect(told(putForward(aPlan('put forward'), two, 'bea', ['ada'], today))).toEqual([null, 'This plan has been put forward or authorised already'])
    const decided = putForward(aPlan('returned', { returnedWhy: 'Say more' }), two, 'bea', ['ada'], today)
    expect(decided.kind === 'done' && [decided.changes[0]?.values['status'], decided.changes[0]?.values['returnedWhy'], decided.tell]).toEqual(['put forward', null, [
      { personId: 'bea', childId: 'child', address: '/children/child/plan', words: 'A permanence plan waits for you to authorise it.' },
    ]])
  })
  test('puts the lines in force as written and identifies permanence once; the plan comes last', () => {
    const decided = authorisePlan(aPlan('put forward', { endorsedOn: day('2026-03-01') }), two, 'bea', ['ada', 'bea'], today)
    expect(told(decided)).toEqual([['revise', 'return-home', 'primary'], ['revise', 'kin-sgo', 'parallel'], ['revise', 'plan', 'authorised']])
    if (decided.kind !== 'done') throw new Error('refused')
    expect(decided.changes.map(({ values }) => values['inForce'] ?? values['identifiedOn'])).toEqual(['primary', 'parallel', today])
    expect(decided.tell?.map(({ personId }) => personId)).toEqual(['ada'])
    const again = authorisePlan(aPlan('put forward', { identifiedOn: day('2026-02-02') }), two, 'bea', [], today)
    expect(again.kind === 'done' && again.changes.at(-1)?.values['identifiedOn']).toBe(day('2026-02-02'))
  })
  test('of another primary line asks for a new endorsement; of the same one does not', () => {
    const plan = aPlan('put forward', { endorsedOn: day('2026-03-01'), endorsedAt: 'review', firstEndorsedOn: day('2026-03-01') })
    const ends = (lines: readonly Line[]) => {
      const decided = authorisePlan(plan, lines, 'bea', [], today)
      const values = decided.kind === 'done' ? decided.changes.at(-1)?.values : undefined
      return [values?.['endorsedOn'], values?.['firstEndorsedOn']]
    }
    expect(ends([aLine('return-home', 'parallel', { inForce: 'primary' }), aLine('kin-sgo', 'primary', { inForce: 'parallel' })])).toEqual([null, day('2026-03-01')])
    expect(ends([aLine('return-home', 'primary', { inForce: 'primary' }), aLine('kin-sgo', 'parallel')])).toEqual([day('2026-03-01'), day('2026-03-01')])
  })
  test('a draft is not authorised, and sending back says why', () => {
    expect(told(authorisePlan(aPlan('draft'), two, 'bea', [], today))).toEqual([null, 'Only a plan that was put forward can be authorised'])
    expect(told(sendBack(aPlan('put forward'), null, 'bea', []))).toEqual(['returnedWhy', 'Enter what has to be different before it can be authorised'])
    expect(told(sendBack(aPlan('put forward'), 'Say more', 'bea', []))).toEqual([['revise', 'plan', 'returned']])
  })
})

describe('the authors', () => {
  const at = (minute: string) => `2026-05-01T09:${minute}Z`
  const version = (n: number, status: PlanStatus, by: unknown, recordedAt: string): Plan => aPlan(status, {}, { version: n, recordedBy: by as never, recordedAt })
  test('are everybody who wrote since it was last authorised, and nobody who only decided', () => {
    const plan = [
      version(6, 'returned', bea, at('50:00')), version(5, 'put forward', ada, at('40:00')), version(4, 'draft', ada, at('30:00.1')),
      version(3, 'authorised', cal, at('20:00')), version(2, 'put forward', bea, at('10:00')), version(1, 'draft', bea, at('05:00')),
    ]
    expect(authorsOf(plan, [])).toEqual(['ada'])
    expect(authorsOf(plan, [aLine('adoption', 'parallel', {}, { recordedBy: cal as never, recordedAt: at('30:00') })])).toEqual(['ada', 'cal'])
    expect(authorsOf(plan.slice(3), [aLine('adoption', 'parallel', {}, { recordedBy: cal as never, recordedAt: at('20:00') })])).toEqual([])
    expect(authorsOf(plan.slice(4), [])).toEqual(['bea'])
  })
  test('an endorsement is no writing and does not begin a new authorising', () => {
    expect(authorsOf([version(3, 'authorised', cal, at('30:00')), version(2, 'authorised', bea, at('20:00')), version(1, 'draft', ada, at('10:00'))], [
      aLine('adoption', 'parallel', {}, { recordedBy: ada as never, recordedAt: at('25:00') }),
    ])).toEqual(['ada'])
  })
  test('instants whose fractions are written short are still in order', () => {
    expect(isAfter('2026-05-01T09:00:00.12Z', '2026-05-01T09:00:00.1Z')).toBe(true)
    expect(isAfter('2026-05-01T09:00:00.1Z', '2026-05-01T09:00:00Z')).toBe(true)
    expect(isAfter('2026-05-01T09:00:00Z', '2026-05-01T09:00:00.1Z')).toBe(false)
  })
})

describe('the plan', () => {
  test('as it stands: what is in force, not what is written', () => {
    const lines = [
      aLine('return-home', 'parallel', { inForce: 'primary', movedOn: day('2026-05-20') }), aLine('kin-sgo', 'primary', { inForce: 'parallel' }),
      aLine('adoption', 'contingency'), aLine('foster-ltf', 'ended', { inForce: 'ended' }),
    ]
    const summary = summaryOf(aPlan('draft', { identifiedOn: day('2026-05-05') }), lines, today)
    expect(summary.lines.map(({ route, role }) => [route, role])).toEqual([['return-home', 'primary'], ['kin-sgo', 'parallel']])
    expect([summary.primaryRoute, summary.daysSinceMoved, summary.identifiedOn, summary.endorsedOn]).toEqual(['return-home', 12, day('2026-05-05'), null])
    expect(summaryOf(aPlan('draft'), [aLine('adoption', 'primary')], today)).toMatchObject({ primaryRoute: null, lines: [], daysSinceMoved: null })
  })
  test('is endorsed only as authorised; the first endorsement stays', () => {
    expect(() => endorsePlan(aPlan('draft'), today, 'review')).toThrow(RangeError)
    expect(endorsePlan(aPlan('authorised'), today, 'review').values).toMatchObject({ endorsedOn: today, endorsedAt: 'review', firstEndorsedOn: today })
    expect(endorsePlan(aPlan('authorised', { firstEndorsedOn: day('2026-01-05') }), today, 'review').values)
      .toMatchObject({ endorsedOn: today, firstEndorsedOn: day('2026-01-05') })
  })
  test('begun anew closes the older with the reason; said again changes nothing', () => {
    const say = { aim: 'Home', noAlternativeWhy: null, early: null, earlyWhy: null }
    expect(told(beginPlan(aPlan('authorised'), { ...say, changeWhy: null }, { childId: 'child', planId: 'new' }))).toEqual(['changeWhy', 'Say why another plan is begun'])
    expect(told(beginPlan(aPlan('authorised'), { ...say, changeWhy: 'Back in care' }, { childId: 'child', planId: 'new' })))
      .toEqual([['revise', 'plan', 'superseded'], ['add', 'new', 'draft']])
    expect(told(changePlan(aPlan('authorised'), say))).toEqual([])
    expect(told(changePlan(aPlan('authorised'), { ...say, aim: 'Nan' }))).toEqual([['revise', 'plan', 'draft']])
  })
  test('reminds of those to be told and of options to weigh up, and never stands in the way', () => {
    const lines = [aLine('return-home', 'primary'), aLine('kin-sgo', 'parallel')]
    const option = held(optionType, 'o', { route: 'return-home', viability: 'viable' }) as Option
    const father = held(toldType, 't', { whom: 'father' }) as Told
    expect(remindersOn(aPlan('draft', { early: 'not wanted' }), lines, [option], [father])).toEqual([
      'Tell the child, in a way that suits their age, that plans run side by side.', 'Weigh up Family or friends, special guardianship on the balance sheet.',
    ])
  })
})
