/** Given a review, when something is decided, then: expected days counted by hand on the calendar of 2026. */
import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/edge/rules.ts'
import { planType, type Plan } from '../../src/core/plan/plan.ts'
import type { Decided, Held, RecordType } from '../../src/core/records/recordType.ts'
import { formatIso, isoDate } from '../../src/core/time/localDate.ts'
import { addDecision, adjourn, book, changeRecord, followUp, hold, move, participationFault, type Circumstances, type Holding } from '../../src/core/reviews/decide.ts'
import { managerObjectsBy, midwayDue, reportDue, stepsOf } from '../../src/core/reviews/following.ts'
import { bandFor, beginLetter, draftLetter, gapsIn, letterType, sendLetter, writeLetter, type Letter } from '../../src/core/reviews/letter.ts'
import { reviewType, type Review } from '../../src/core/reviews/review.ts'

const { calendar, policies: { reviews: policy, reviewLetters } } = loadRules()
const today = isoDate('2026-06-01')
const childId = 'child'
const writer = { personId: 'officer', name: 'Iris Vale' }

function held<T extends RecordType>(type: T, recordId: string, values: object, more: object = {}): Held<T> {
  const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
  return {
    recordId, type: type.name, version: 1, childId, partOf: null, values: { ...blank, ...values } as never, recordedBy: writer,
    recordedAt: '2026-05-01T09:00:00Z', firstRecordedBy: writer, firstRecordedAt: '2026-05-01T09:00:00Z', ...more,
  }
}
const review = (values: object = {}): Review => held(reviewType, 'review', {
  state: 'booked', number: 'first', officer: 'officer', limit: isoDate('2026-06-03'), bookedFor: isoDate('2026-05-28'), ...values,
})
const wasHeld = (values: object = {}): Review => review({ state: 'held', heldOn: isoDate('2026-05-28'), participation: 'PN1', attended: ['child'], discussed: 'All of it.', ...values })
const plan = (status: string): Plan => held(planType, 'plan', { status, aim: 'To grow up with Nan' })
const why = (decided: Decided): readonly [string | null, string] | 'done' => (decided.kind === 'refused' ? [decided.field, decided.why] : 'done')

describe('booking', () => {
  const booking = { bookedFor: isoDate('2026-06-02'), officer: 'officer', place: 'At home', invited: ['child'], lateWhy: null }
  const next = { number: 'first', dueOn: isoDate('2026-06-03') } as const
  const at = { recordId: 'new', childId, by: 'officer', today }

  test('in time: booked, with its number and its limit', () => {
    const decided = book(booking, next, [], at)
    expect(decided).toMatchObject({ kind: 'done', tell: [], changes: [{ kind: 'add', values: { state: 'booked', number: 'first', limit: isoDate('2026-06-03') } }] })
  })
  test('for a colleague: the colleague is told', () => {
    expect(book({ ...booking, officer: 'other' }, next, [], at)).toMatchObject({ tell: [{ personId: 'other', address: '/children/child/reviews/new' }] })
  })
  test('after the limit: only with a reason', () => {
    const late = { ...booking, bookedFor: isoDate('2026-06-04') }
    expect(why(book(late, next, [], at))).toEqual(['lateWhy', 'Say why the review is after 3 June 2026, the day by which it is due'])
    expect(why(book({ ...late, lateWhy: 'The mother is in hospital' }, next, [], at))).toBe('done')
    expect(why(book(late, { number: 'later', dueOn: null }, [], at))).toBe('done')
  })
  test('in the past, or beside another: refused', () => {
    expect(why(book({ ...booking, bookedFor: isoDate('2026-05-31') }, next, [], at))[0]).toBe('bookedFor')
    expect(why(book(booking, next, [review()], at))[1]).toContain('already booked')
    expect(why(book(booking, next, [wasHeld()], at))).toBe('done')
  })
  test('one that was held is not moved', () => {
    expect(why(move(wasHeld(), booking, today))[1]).toBe('Only a review that has not been held can be moved.')
  })
})

describe('adjourning', () => {
  const given = { adjournedOn: isoDate('2026-05-28'), adjournedWhy: 'No health report', bookedFor: isoDate('2026-06-15') }
  test('once, with 20 working days to complete it', () => {
    expect(why(adjourn(review(), given))).toBe('done')
    const adjourned = review({ state: 'adjourned', ...given })
    expect(why(adjourn(adjourned, given))[1]).toContain('only once')
    // 28 May 2026 was a Thursday: the 20th working day after it is 25 June.
    expect(stepsOf(adjourned, policy, calendar, today).map(({ step, dueOn }) => [step, formatIso(dueOn ?? today)])).toEqual([['complete', '2026-06-25']])
  })
  test('is not held: completed it may not be before it was adjourned', () => {
    const adjourned = review({ state: 'adjourned', ...given })
    expect(why(hold({ ...holding, heldOn: isoDate('2026-05-27') }, { ...at, review: adjourned }).decided)[0]).toBe('heldOn')
  })
})

const holding: Holding = {
  heldOn: isoDate('2026-05-28'), how: 'meeting', attended: ['child', 'carer'], absent: null, participation: 'PN1', spokenTo: 'yes',
  childsView: 'You want to see Nan more.', goingWell: 'You like your new school.', worries: null, lifeStory: null, permanence: 'Home; Nan', planView: 'no plan', planWhy: 'Not written yet',
  planWords: null, discussed: 'All of it.',
}
const at: Circumstances = { childId, review: review(), recordId: 'new', officer: 'officer', next: { number: 'first', dueOn: null }, bornOn: isoDate('2014-06-15'), plan: undefined, today }

describe('holding', () => {
  test('records the review and says what the return will say', () => {
    const { decided, fact } = hold(holding, at)
    expect(fact).toEqual({ heldOn: isoDate('2026-05-28'), participation: 'PN1' })
    expect(decided).toMatchObject({ kind: 'done', changes: [{ kind: 'revise', values: { state: 'held', number: 'first' } }] })
  })
  test('one that was never booked is added with its number', () => {
    const { decided } = hold(holding, { ...at, review: undefined, next: { number: 'second', dueOn: isoDate('2026-08-28') } })
    expect(decided).toMatchObject({ changes: [{ kind: 'add', recordId: 'new', values: { state: 'held', number: 'second', limit: isoDate('2026-08-28'), officer: 'officer' } }] })
  })
  test('endorses an authorised plan, from the day of the review, and no other', () => {
    const endorsing = { ...holding, planView: 'endorsed', planWhy: null } as const
    const { decided } = hold(endorsing, { ...at, plan: plan('authorised') })
    expect(decided).toMatchObject({ kind: 'done', changes: [
      { type: { name: 'looked-after review' }, values: { endorsedPlan: 'plan' } },
      { type: { name: 'plan' }, values: { endorsedOn: isoDate('2026-05-28'), endorsedAt: 'review', firstEndorsedOn: isoDate('2026-05-28') } },
    ] })
    expect(why(hold(endorsing, { ...at, plan: plan('put forward') }).decided)[0]).toBe('planView')
    expect(why(hold(endorsing, at).decided)[0]).toBe('planView')
    expect(why(hold({ ...holding, planView: 'no plan' }, { ...at, plan: plan('draft') }).decided)[0]).toBe('planView')
    expect(hold({ ...holding, planView: 'not endorsed' }, { ...at, plan: plan('authorised') }).decided).toMatchObject({ kind: 'done', changes: [{ values: { endorsedPlan: null } }] })
  })
  test.each([
    ['heldOn', { heldOn: null }], ['heldOn', { heldOn: isoDate('2026-06-02') }], ['how', { how: null }], ['attended', { attended: null }],
    ['participation', { participation: null }], ['spokenTo', { spokenTo: null }], ['permanence', { permanence: null }], ['planView', { planView: null }], ['planWhy', { planWhy: null }],
  ])('needs %s', (field, lacking) => {
    const { decided, fact } = hold({ ...holding, ...lacking }, at)
    expect([why(decided)[0], fact]).toEqual([field, null])
  })
  test('once only', () => {
    expect(why(hold(holding, { ...at, review: wasHeld() }).decided)[1]).toContain('has been held')
  })
})

describe('the child’s part (903 rules 440 and 441)', () => {
  const born = isoDate('2022-05-28')
  test.each([
    ['PN0', '2026-05-27', undefined], ['PN0', '2026-05-28', 'The child was 4 or older on that day. Choose how they took part'],
    ['PN7', '2026-05-27', 'The child was under 4 on that day. Choose PN0'], ['PN7', '2026-05-28', undefined],
  ])('%s on %s: %s', (code, on, fault) => {
    expect(participationFault(code, [], born, isoDate(on))).toBe(fault)
  })
  test('beside who was there', () => {
    expect(participationFault('PN1', ['carer'], null, today)).toContain('not among those who were there')
    expect(participationFault('PN5', ['child'], null, today)).toContain('among those who were there')
    expect(participationFault('PN0', ['child'], null, today)).toBe(undefined)
  })
})

describe('what follows', () => {
  test('5, 15 and 20 working days after Thursday 28 May 2026', () => {
    expect(stepsOf(wasHeld({ decisionsOn: isoDate('2026-06-04'), recordedOn: isoDate('2026-06-19') }), policy, calendar, isoDate('2026-06-26'))
      .map(({ step, dueOn, standing }) => [step, formatIso(dueOn ?? today), standing])).toEqual([
      ['decisions', '2026-06-04', 'done'], ['record', '2026-06-18', 'done late'], ['distribute', '2026-06-25', 'overdue'],
    ])
    expect(stepsOf(wasHeld(), policy, calendar, isoDate('2026-06-25')).map(({ standing }) => standing)).toEqual(['overdue', 'overdue', 'to do'])
  })
  test('beyond the table of bank holidays: cannot tell, never fine', () => {
    const far = wasHeld({ heldOn: isoDate('2150-01-03') })
    expect(stepsOf(far, policy, calendar, today).map(({ standing }) => standing)).toEqual(['cannot tell', 'cannot tell', 'cannot tell'])
  })
  test('report three working days before, objection within five, midway six weeks after a first and three months after others', () => {
    expect(formatIso(reportDue(review({ bookedFor: isoDate('2026-06-04') }), policy, calendar) ?? today)).toBe('2026-06-01')
    expect(formatIso(managerObjectsBy(wasHeld({ decisionsOn: isoDate('2026-06-04') }), policy, calendar) ?? today)).toBe('2026-06-11')
    expect(managerObjectsBy(wasHeld(), policy, calendar)).toBe(null)
    expect(formatIso(midwayDue('first', isoDate('2026-05-28'), policy))).toBe('2026-07-09')
    expect(formatIso(midwayDue('later', isoDate('2026-11-30'), policy))).toBe('2027-02-28')
  })
  test('in its order, on days that can be', () => {
    const on = { on: today, to: null }
    expect(why(followUp(wasHeld(), 'distribute', { on: today, to: 'All' }, today))[1]).toContain('Issue the decisions')
    expect(why(followUp(wasHeld({ discussed: null }), 'record', on, today))[0]).toBe('recordedOn')
    expect(why(followUp(wasHeld(), 'decisions', { on: isoDate('2026-05-27'), to: null }, today))[0]).toBe('decisionsOn')
    expect(why(followUp(wasHeld(), 'decisions', on, today))).toBe('done')
    const ready = wasHeld({ decisionsOn: today, recordedOn: today })
    expect(why(followUp(ready, 'distribute', on, today))[0]).toBe('distributedTo')
    expect(why(followUp(ready, 'distribute', { on: today, to: 'Parents, without the address' }, today))).toBe('done')
  })
  test('the record changes until it is distributed; the fact follows only when it says otherwise', () => {
    expect(changeRecord(wasHeld(), { ...holding, discussed: 'More' }, null, today)).toMatchObject({ decided: { kind: 'done' }, fact: null })
    expect(changeRecord(wasHeld(), { ...holding, participation: 'PN3' }, null, today).fact).toEqual({ heldOn: isoDate('2026-05-28'), participation: 'PN3' })
    expect(why(changeRecord(wasHeld({ distributedOn: today }), holding, null, today).decided)[1]).toContain('stands')
  })
  test('a decision is an action of the review; its owner is told', () => {
    const asked = { recordId: 'action', what: 'Ask Nan', owner: 'worker', dueOn: isoDate('2026-06-10') }
    expect(addDecision(wasHeld(), asked, 'officer', today)).toMatchObject({
      kind: 'done', changes: [{ partOf: 'review', values: { raisedBy: 'review', state: 'open' } }], tell: [{ personId: 'worker' }],
    })
    expect(why(addDecision(wasHeld(), { ...asked, dueOn: isoDate('2026-05-27') }, 'officer', today))[0]).toBe('dueOn')
    expect(why(addDecision(review(), asked, 'officer', today))).not.toBe('done')
  })
})

describe('the letter', () => {
  const letter = (values: object = {}): Letter => held(letterType, 'letter', { state: 'draft', band: '8 to 12', text: 'Dear Pip,', ...values }, { partOf: 'review' })
  const sending = { haveRead: true, how: 'post', sentOn: today } as const
  const on = { heldOn: isoDate('2026-05-28'), today }

  test.each([['2018-06-02', 'up to 7'], ['2018-06-01', '8 to 12'], ['2013-06-02', '8 to 12'], ['2013-06-01', '13 and over'], [null, '8 to 12']])('born %s: %s', (born, band) => {
    expect(bandFor(reviewLetters, born === null ? null : isoDate(born), today)).toBe(band)
  })
  test('is drafted from what the record says and leaves out what it does not', () => {
    for (const template of reviewLetters) {
      const text = draftLetter(template, {
        review: wasHeld(holding), officerName: 'Iris Vale', nextBy: isoDate('2026-08-28'), decisions: [{ what: 'Ask Nan', owner: 'Sam Reed', dueOn: isoDate('2026-06-10') }],
      })
      expect(text).toContain('Dear [the name they like to be called],')
      expect(text).toContain('28 May 2026')
      expect(text).toContain('You want to see Nan more.')
      expect(text).toContain('- Ask Nan: Sam Reed, by 10 June 2026')
      expect(text).toContain('28 August 2026')
      expect(text).not.toMatch(/[{}]|null|undefined/)
      // Nothing was said of worries and of the plan: no paragraph with a gap.
      expect(text).not.toMatch(/better|long term|grow up|will live/)
    }
  })
  test('is not sent unread, nor with a gap, nor twice', () => {
    expect(gapsIn('Dear [name], tell [an adult].')).toEqual(['[name]', '[an adult]'])
    expect(why(sendLetter(letter({ text: 'Dear [name],' }), sending, on))).toEqual(['text', 'Fill in [name] first'])
    expect(why(sendLetter(letter(), { ...sending, haveRead: false }, on))).toEqual(['haveRead', 'Read the letter from beginning to end, then say so'])
    expect(why(sendLetter(letter(), { ...sending, how: null }, on))[0]).toBe('how')
    expect(why(sendLetter(letter(), { ...sending, sentOn: isoDate('2026-05-27') }, on))[0]).toBe('sentOn')
    expect(sendLetter(letter(), sending, on)).toMatchObject({ kind: 'done', changes: [{ values: { state: 'sent', sentOn: today, haveRead: true, text: 'Dear Pip,' } }] })
    expect(why(sendLetter(letter({ state: 'sent' }), sending, on))[1]).toBe('This letter has been sent.')
    expect(why(writeLetter(letter({ state: 'sent' }), { band: '8 to 12', text: 'Other' }))[1]).toContain('stands as it is')
  })
  test('is begun only for a review that was held', () => {
    expect(why(beginLetter(review(), 'letter', 'up to 7', 'Dear'))).not.toBe('done')
    expect(beginLetter(wasHeld(), 'letter', 'up to 7', 'Dear')).toMatchObject({ kind: 'done', changes: [{ partOf: 'review', values: { state: 'draft' } }] })
  })
})
