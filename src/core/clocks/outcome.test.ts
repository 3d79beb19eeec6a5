import { expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import type { Ending, Happening, Occurrence, Outcome } from './clock.ts'
import { outcomeAsAt } from './outcome.ts'

const day = isoDate
const happened = (on: string): Happening => ({ on: day(on), factId: null, what: 'did it' })

const occurrence = (ending: Ending, more: Partial<Occurrence> = {}): Occurrence => ({
  rule: 'review-1', version: 2, sequence: 1, periodNumber: 1, trigger: happened('2025-03-03'),
  span: { unit: 'working days', count: 20 }, dueOn: day('2025-03-31'), ending, note: null, ...more,
})

const open: Ending = { kind: 'open' }
const met = (on: string): Ending => ({ kind: 'met', by: happened(on) })
const stopped = (on: string): Ending => ({ kind: 'not required', by: happened(on) })
const refused = (on: string): Ending => ({ kind: 'refused', by: happened(on) })
const untold = (on: string | null): Ending => ({ kind: 'cannot tell', because: 'no', by: on === null ? null : happened(on) })

const cases: readonly (readonly [shows: string, occurrence: Occurrence, asAt: string, Outcome | null])[] = [
  ['the day before the trigger', occurrence(open), '2025-03-02', null],
  ['on the trigger', occurrence(open), '2025-03-03', 'due'],
  ['open on the due date', occurrence(open), '2025-03-31', 'due'],
  ['open on the day after', occurrence(open), '2025-04-01', 'overdue'],
  ['met on the due date', occurrence(met('2025-03-31')), '2025-03-31', 'met'],
  ['met later than the day asked about: still due', occurrence(met('2025-03-31')), '2025-03-30', 'due'],
  ['met late, asked between: overdue', occurrence(met('2025-04-10')), '2025-04-09', 'overdue'],
  ['met late', occurrence(met('2025-04-10')), '2025-04-10', 'late'],
  ['met before the trigger: met from the trigger on', occurrence(met('2025-01-10')), '2025-03-03', 'met'],
  ['met before the trigger: not started before it', occurrence(met('2025-01-10')), '2025-03-02', null],
  ['stopped in time', occurrence(stopped('2025-03-20')), '2025-03-20', 'not required'],
  ['stopped later than the day asked about', occurrence(stopped('2025-03-20')), '2025-03-19', 'due'],
  ['stopped after its date, asked between', occurrence(stopped('2025-05-01')), '2025-04-30', 'overdue'],
  ['stopped after its date: never late', occurrence(stopped('2025-05-01')), '2025-05-01', 'not required'],
  ['refused', occurrence(refused('2025-03-20')), '2025-03-20', 'refused'],
  ['refused later', occurrence(refused('2025-04-20')), '2025-04-19', 'overdue'],
  ['cannot tell at any time', occurrence(untold(null)), '2025-03-03', 'cannot tell yet'],
  ['cannot tell from a day: due before it', occurrence(untold('2025-04-01')), '2025-03-31', 'due'],
  ['cannot tell from a day on', occurrence(untold('2025-04-01')), '2025-04-01', 'cannot tell yet'],
  ['no trigger held, before the child was known', occurrence(untold('2025-03-03'), { trigger: null, dueOn: null }), '2025-03-02', null],
  ['no trigger held', occurrence(untold('2025-03-03'), { trigger: null, dueOn: null }), '2025-03-03', 'cannot tell yet'],
  ['no due date: open', occurrence(open, { dueOn: null }), '2025-03-03', 'cannot tell yet'],
  ['no due date: met, but whether in time is not known', occurrence(met('2025-03-20'), { dueOn: null }), '2025-03-20', 'cannot tell yet'],
  ['no due date: stopped', occurrence(stopped('2025-03-20'), { dueOn: null }), '2025-03-20', 'not required'],
  ['before it applies', occurrence(open, { appliesFrom: day('2025-06-02') }), '2025-06-01', null],
  ['from the day it applies', occurrence(open, { appliesFrom: day('2025-06-02') }), '2025-06-02', 'overdue'],
]

for (const [shows, given, asAt, expected] of cases) {
  test(shows, () => expect(outcomeAsAt(given, day(asAt))).toBe(expected))
}
