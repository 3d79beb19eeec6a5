import { expect, test } from 'vitest'
import type { Decided, ValuesOf } from '../records/recordType.ts'
import { isoDate, type LocalDate } from '../time/localDate.ts'
import { workingCalendar } from '../time/workingDays.ts'
import { keepItem, reviseItem, sayHowItStands } from './decide.ts'
import type { storyItemType, storyWorkType, StoryItem, StoryWork } from './records.ts'
import { handedOverBy, sortedItems, summaryOfStory } from './story.ts'

const d = isoDate
const writer = { personId: 'worker', name: 'Worker' }
const heldAs = { version: 1, childId: 'c', partOf: null, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '' }
const item = (recordId: string, startedOn: LocalDate, addedOn: LocalDate | null): StoryItem => ({
  ...heldAs, recordId, type: 'life story item',
  values: { kind: 'chapter', title: 'The blue house', about: ['homes'], words: null, with: ['child'], startedOn, addedOn, keptAt: null } satisfies ValuesOf<typeof storyItemType>,
})
const goingOn: ValuesOf<typeof storyWorkType> = {
  state: 'going on', since: d('2026-01-05'), why: null, askAgainOn: null, lead: null, bookBegunOn: null, bookGivenOn: null, celebrationOn: null, letterDraftedOn: null, letterSentOn: null,
}
const fault = (values: Partial<ValuesOf<typeof storyWorkType>>): unknown => {
  const decided: Decided = sayHowItStands('w', 'c', undefined, { ...goingOn, ...values })
  return decided.kind === 'refused' ? decided.field : 'done'
}

test('what is kept is added to in the order of days, and keeps what it said', () => {
  const held = item('i', d('2026-01-05'), null)
  expect(keepItem('i', 'c', held.values)).toMatchObject({ kind: 'done', changes: [{ kind: 'add', recordId: 'i', childId: 'c' }] })
  expect(reviseItem(held, { ...held.values, addedOn: d('2026-02-05') })).toMatchObject({ changes: [{ kind: 'revise', version: 1, values: { addedOn: d('2026-02-05') } }] })
  expect(reviseItem(held, { ...held.values, addedOn: d('2026-01-04') })).toMatchObject({ kind: 'refused', field: 'addedOn' })
})

test.each([
  ['it goes on', {}, 'done'],
  ['not wanted, without a reason', { state: 'not wanted', askAgainOn: d('2026-04-01') }, 'why'],
  ['not wanted, for ever', { state: 'not wanted', why: '“Not now.”' }, 'askAgainOn'],
  ['not wanted, asked again before it was said', { state: 'not wanted', why: '“Not now.”', askAgainOn: d('2026-01-05') }, 'askAgainOn'],
  ['not wanted, and asked again', { state: 'not wanted', why: '“Not now.”', askAgainOn: d('2026-01-06') }, 'done'],
  ['a book that was given and not begun', { bookGivenOn: d('2026-02-01') }, 'bookBegunOn'],
  ['given before it was begun', { bookBegunOn: d('2026-02-02'), bookGivenOn: d('2026-02-01') }, 'bookGivenOn'],
  ['a letter that was given and not drafted', { letterSentOn: d('2026-02-01'), celebrationOn: d('2026-01-10') }, 'letterDraftedOn'],
  ['a later life letter without an adoption', { letterDraftedOn: d('2026-01-06'), letterSentOn: d('2026-02-01') }, 'celebrationOn'],
  ['all in order', { bookBegunOn: d('2026-01-06'), bookGivenOn: d('2026-02-01'), letterDraftedOn: d('2026-01-06'), letterSentOn: d('2026-02-01'), celebrationOn: d('2026-01-20') }, 'done'],
] as const)('how the work stands: %s', (_says, values, wanted) => {
  expect(fault(values)).toBe(wanted)
})

test('a summary counts from the days that are written down, and the last touched comes first', () => {
  const items = [item('a', d('2025-03-01'), null), item('b', d('2025-05-01'), d('2026-01-10')), item('c', d('2025-06-01'), null)]
  expect(summaryOfStory(items, undefined)).toEqual({ items: 3, begunOn: d('2025-03-01'), addedOn: d('2026-01-10'), work: null })
  expect(summaryOfStory([], { ...heldAs, recordId: 'w', type: 'life story work', values: goingOn } satisfies StoryWork)).toEqual({ items: 0, begunOn: null, addedOn: null, work: goingOn })
  expect(sortedItems(items).map(({ recordId }) => recordId)).toEqual(['b', 'c', 'a'])
})

test('book and letter are due ten working days after the celebration hearing, where the calendar knows', () => {
  // Monday 30 March 2026; Good Friday 3 April and Easter Monday 6 April are no working days: Wednesday 15 April.
  const calendar = workingCalendar([{ on: d('2026-04-03'), name: 'Good Friday' }, { on: d('2026-04-06'), name: 'Easter Monday' }], d('2026-01-01'), d('2026-12-31'))
  expect(handedOverBy(d('2026-03-30'), calendar)).toBe(d('2026-04-15'))
  expect(handedOverBy(d('2026-12-30'), calendar)).toBeNull()
  expect(handedOverBy(null, calendar)).toBeNull()
})
