import { describe, expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import { signalRules, signalsFor } from './all.ts'
import type { Signal, SignalFacts, SignalPolicy } from './signal.ts'

const policy: SignalPolicy = {
  settledMonths: 12, homeUnderOrderMonths: 12, agreementMonths: 6, placementOrderMonths: 6, moves: 3, temporaryApprovalWeeks: 16, warnDays: 28, repeated: 2,
  lifeStoryStartWeeks: 16, lifeStoryQuietMonths: 6, lifeStoryAdoptionMonths: 4, privateFosteringPer100000: 14, privateFosteringBelowPercent: 75, privateFosteringMonths: 12,
}
const d = isoDate
const plan = {
  planId: 'p', status: 'authorised', primaryRoute: 'return-home', identifiedOn: d('2025-07-01'), endorsedOn: d('2025-08-01'), firstEndorsedOn: d('2025-08-01'),
  daysSinceMoved: 10, lines: [
    { lineId: 'l', route: 'return-home', role: 'primary', ownerId: 'w', targetOn: null, movedOn: d('2026-02-21') },
    { lineId: 'm', route: 'kin-sgo', role: 'parallel', ownerId: 'w', targetOn: null, movedOn: d('2026-02-21') },
  ],
} as const
const goingOn = { state: 'going on', since: d('2025-06-01'), askAgainOn: null, bookBegunOn: null, bookGivenOn: null } as const
const story = { items: 2, begunOn: d('2025-06-01'), addedOn: d('2026-01-10'), work: goingOn } as const
const notWanted = { ...goingOn, state: 'not wanted', since: d('2026-01-01') } as const
/** Given on 8 December 2025: 16 weeks are over on 30 March 2026, week 10 on 16 February. */
const temporary = {
  kind: 'temporary', state: 'in force', from: d('2025-12-08'), expiry: { kind: 'on', day: d('2026-03-30') }, panelOn: d('2026-03-10'), panelBookedBy: d('2026-02-16'),
} as const
/** A settled child of whom nothing is to be asked. */
const calm: SignalFacts = {
  childId: 'c', today: d('2026-03-03'), inCareSince: d('2025-04-01'), startKnown: true, legalStatus: 'C2', legalStatusSince: d('2025-10-01'),
  placementType: 'U4', homeSince: d('2025-04-01'), movedOn: [], secondReview: { heldOn: d('2025-08-01'), dueOn: d('2025-07-20') }, lastReviewOn: d('2026-01-20'),
  plan, matchedOn: null, siblingsApart: 0, siblingAssessment: null, openConcerns: [], actions: [], lifeStory: story, approvals: [],
}
const ask = (id: string, facts: Partial<SignalFacts> = {}): Signal => {
  const rule = signalRules.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`no signal ${id}`)
  return rule.ask({ ...calm, ...facts }, policy)
}
const since = (signal: Signal): unknown => (signal.kind === 'shown' ? signal.since : signal.kind)

test('a calm child raises nothing', () => {
  expect(signalsFor(calm, policy).filter(({ signal }) => signal.kind !== 'quiet')).toEqual([])
})

test('every signal has its own short tag', () => {
  expect(new Set(signalRules.map(({ tag }) => tag)).size).toBe(signalRules.length)
  expect(signalRules.filter(({ tag }) => tag.length > 24)).toEqual([])
})

const notEndorsed = { ...plan, endorsedOn: null, firstEndorsedOn: null }
describe.each([
  ['no-endorsed-plan', 'the second review held, no plan', { plan: null }, d('2025-08-01')],
  ['no-endorsed-plan', 'identified, not endorsed', { plan: notEndorsed }, d('2025-08-01')],
  ['no-endorsed-plan', 'second review overdue by a day', { plan: null, secondReview: { heldOn: null, dueOn: d('2026-03-02') } }, d('2026-03-02')],
  ['no-endorsed-plan', 'second review due today', { plan: null, secondReview: { heldOn: null, dueOn: d('2026-03-03') } }, 'quiet'],
  ['no-endorsed-plan', 'nothing known of it', { plan: null, secondReview: { heldOn: null, dueOn: null } }, 'quiet'],
  ['no-parallel-line', 'interim order, one line', { legalStatus: 'C1', plan: { ...plan, lines: plan.lines.slice(0, 1) } }, d('2025-10-01')],
  ['no-parallel-line', 'interim order, two lines', { legalStatus: 'C1' }, 'quiet'],
  ['no-parallel-line', 'interim order, no plan', { legalStatus: 'C1', plan: null }, 'cannot tell'],
  ['no-parallel-line', 'full order, one line', { plan: { ...plan, lines: plan.lines.slice(0, 1) } }, 'quiet'],
  ['never-matched', 'twelve months in U6', { placementType: 'U6', homeSince: d('2025-03-03') }, d('2026-03-03')],
  ['never-matched', 'a day short of it', { placementType: 'U6', homeSince: d('2025-03-04') }, 'quiet'],
  ['never-matched', 'matched since', { placementType: 'U6', homeSince: d('2024-03-03'), matchedOn: d('2025-01-01') }, 'quiet'],
  ['never-matched', 'matched before this home', { placementType: 'U3', homeSince: d('2024-03-03'), matchedOn: d('2024-01-01') }, d('2025-03-03')],
  ['never-matched', 'long term', { homeSince: d('2020-03-03') }, 'quiet'],
  ['home-under-order', 'at home twelve months', { placementType: 'P1', homeSince: d('2025-03-03'), legalStatusSince: d('2024-01-01') }, d('2026-03-03')],
  ['home-under-order', 'the order is newer', { placementType: 'P1', homeSince: d('2024-03-03'), legalStatusSince: d('2025-03-04') }, 'quiet'],
  ['home-under-order', 'by agreement', { placementType: 'P1', legalStatus: 'V2', homeSince: d('2020-01-01') }, 'quiet'],
  ['many-moves', 'three moves', { movedOn: [d('2026-01-05'), d('2025-06-01'), d('2025-09-01')] }, d('2026-01-05')],
  ['many-moves', 'two moves', { movedOn: [d('2025-06-01'), d('2025-09-01')] }, 'quiet'],
  ['agreement-alone', 'six months of section 20, no plan', { legalStatus: 'V2', legalStatusSince: d('2025-09-03'), plan: null }, d('2026-03-03')],
  ['agreement-alone', 'a day less', { legalStatus: 'V2', legalStatusSince: d('2025-09-04'), plan: null }, 'quiet'],
  ['agreement-alone', 'with a route', { legalStatus: 'V2', legalStatusSince: d('2020-09-04') }, 'quiet'],
  ['order-without-match', 'six months of a placement order', { legalStatus: 'E1', legalStatusSince: d('2025-09-03') }, d('2026-03-03')],
  ['order-without-match', 'placed with adopters', { legalStatus: 'E1', legalStatusSince: d('2024-09-03'), placementType: 'A6' }, 'quiet'],
  ['order-without-match', 'matched', { legalStatus: 'E1', legalStatusSince: d('2024-09-03'), matchedOn: d('2025-01-01') }, 'quiet'],
  // 16 weeks from 8 December 2025 is 30 March 2026; 28 days before it is 2 March.
  ['temporary-approval', 'a day after the warning begins', { placementType: 'U3', homeSince: d('2025-12-08') }, d('2026-03-02')],
  ['temporary-approval', 'a day before it begins', { placementType: 'U3', homeSince: d('2025-12-10') }, 'quiet'],
  ['temporary-approval', 'years after', { placementType: 'U3', homeSince: d('2023-12-10') }, 'cannot tell'],
  ['temporary-approval', 'recorded, within 28 days of its end', { placementType: 'U3', homeSince: d('2025-12-08'), approvals: [temporary] }, d('2026-03-02')],
  ['temporary-approval', 'recorded, a day before the warning', { today: d('2026-03-01'), placementType: 'U3', homeSince: d('2025-12-08'), approvals: [temporary] }, 'quiet'],
  ['temporary-approval', 'recorded, week 10 and no panel', { today: d('2026-02-16'), placementType: 'U3', homeSince: d('2025-12-08'), approvals: [{ ...temporary, panelOn: null }] }, d('2026-02-16')],
  ['temporary-approval', 'recorded, a day before week 10 and no panel', { today: d('2026-02-15'), placementType: 'U3', homeSince: d('2025-12-08'), approvals: [{ ...temporary, panelOn: null }] }, 'quiet'],
  ['temporary-approval', 'recorded, the panel comes too late', { today: d('2026-01-05'), approvals: [{ ...temporary, panelOn: d('2026-03-31') }] }, d('2026-03-02')],
  ['temporary-approval', 'recorded, the day after it ended', { today: d('2026-03-31'), placementType: 'U3', approvals: [temporary] }, d('2026-03-30')],
  ['temporary-approval', 'recorded, until the independent review', { today: d('2026-06-01'), approvals: [{ ...temporary, expiry: { kind: 'until the review' } }] }, 'quiet'],
  ['temporary-approval', 'approved as foster carers years ago', { placementType: 'U3', homeSince: d('2023-12-10'), approvals: [{ ...temporary, kind: 'foster carer', expiry: { kind: 'by no day' } }] }, 'quiet'],
  ['temporary-approval', 'asked for, and the child lives there', { placementType: 'U3', homeSince: d('2026-03-01'), approvals: [{ ...temporary, state: 'put forward' }] }, d('2026-03-01')],
  // 16 weeks from 11 November 2025 are over on 3 March 2026: asked from the day after.
  ['life-story', 'nothing kept after sixteen weeks and a day', { inCareSince: d('2025-11-10'), lifeStory: null }, d('2026-03-02')],
  ['life-story', 'nothing kept, sixteen weeks today', { inCareSince: d('2025-11-11'), lifeStory: null }, 'quiet'],
  ['life-story', 'said to go on, nothing kept', { lifeStory: { items: 0, begunOn: null, addedOn: null, work: goingOn } }, d('2025-07-22')],
  ['life-story', 'nothing added for six months and a day', { lifeStory: { ...story, addedOn: d('2025-09-02') } }, d('2026-03-02')],
  ['life-story', 'nothing added for six months', { lifeStory: { ...story, addedOn: d('2025-09-03') } }, 'quiet'],
  ['life-story', 'the book was given', { lifeStory: { ...story, addedOn: d('2024-09-02'), work: { ...goingOn, bookBegunOn: d('2024-01-01'), bookGivenOn: d('2024-09-01') } } }, 'quiet'],
  ['life-story', 'the child does not want it now', { lifeStory: { items: 0, begunOn: null, addedOn: null, work: { ...notWanted, askAgainOn: d('2026-03-03') } } }, 'quiet'],
  ['life-story', 'the child was to be asked again yesterday', { lifeStory: { ...story, work: { ...notWanted, askAgainOn: d('2026-03-02') } } }, d('2026-03-02')],
  ['life-story', 'placed for adoption four months and a day, no book', { placementType: 'A6', homeSince: d('2025-11-02') }, d('2026-03-02')],
  ['life-story', 'placed for adoption four months, no book', { placementType: 'A6', homeSince: d('2025-11-03') }, 'quiet'],
  ['life-story', 'placed for adoption, book begun', { placementType: 'A6', homeSince: d('2024-11-03'), lifeStory: { ...story, work: { ...goingOn, bookBegunOn: d('2025-01-01') } } }, 'quiet'],
  ['siblings-apart', 'nobody written down', { siblingsApart: null }, 'cannot tell'],
  ['siblings-apart', 'apart, not assessed', { siblingsApart: 2 }, null],
  ['siblings-apart', 'assessed without time together', { siblingsApart: 1, siblingAssessment: { assessedOn: d('2025-12-01'), timePlanned: false } }, d('2025-12-01')],
  ['siblings-apart', 'assessed and planned', { siblingsApart: 1, siblingAssessment: { assessedOn: d('2025-12-01'), timePlanned: true } }, 'quiet'],
  ['plan-older-than-review', 'moved before the review', { plan: { ...plan, daysSinceMoved: 60 } }, d('2026-01-20')],
  ['plan-older-than-review', 'moved on the day of the review', { plan: { ...plan, daysSinceMoved: 42 } }, 'quiet'],
  ['challenge-unanswered', 'due yesterday', { openConcerns: [{ raisedOn: d('2026-02-01'), dueOn: d('2026-03-02') }] }, d('2026-03-02')],
  ['challenge-unanswered', 'due today', { openConcerns: [{ raisedOn: d('2026-02-01'), dueOn: d('2026-03-03') }] }, 'quiet'],
  ['repeated-action', 'three times', { actions: [1, 2, 3].map((n) => ({ what: n === 2 ? 'Ask  Nan.' : 'ask nan', raisedOn: d(`2026-0${n}-01`), open: n === 3 })) }, d('2026-01-01')],
  ['repeated-action', 'twice', { actions: [1, 2].map((n) => ({ what: 'ask nan', raisedOn: d(`2026-0${n}-01`), open: true })) }, 'quiet'],
  ['repeated-action', 'three times and done at last', { actions: [1, 2, 3].map((n) => ({ what: 'ask nan', raisedOn: d(`2026-0${n}-01`), open: false })) }, 'quiet'],
] as readonly (readonly [string, string, Partial<SignalFacts>, unknown])[])('%s: %s', (id, _says, facts, wanted) => {
  test('', () => {
    expect(since(ask(id, facts))).toBe(wanted)
  })
})
