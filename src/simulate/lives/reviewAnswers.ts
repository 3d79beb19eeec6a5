/** What managers say to the decisions of a review: most agree or say nothing, some object, and the officer says what came of it. */
import { responseType } from '../../core/reviews/response.ts'
import { added, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, whole } from '../random.ts'
import { chanceOf, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { revision } from './plans.ts'

const objections: readonly string[] = [
  'The school meeting by the end of the month: the school is closed until the 12th, and the new head wishes to be there. I ask for a later day, not for less.',
  'Time with the grandmother every week: she works shifts and has asked for every second Saturday. What was decided cannot be kept.',
  'A worker for life story work within three weeks: there is none. I can promise a first visit in six, by somebody the child has met.',
]

const settlements: readonly Pick<ValuesOf<typeof responseType>, 'settled' | 'settledWords'>[] = [
  { settled: 'changed', settledWords: 'The day is moved by two weeks, and the child was told why. Everything else stands.' },
  { settled: 'withdrawn', settledWords: 'We spoke on the telephone. The manager has found a way to keep the day.' },
]

/**
 * The manager's answer to one review, within the five working days from the day its decisions were issued; nothing where they
 * keep silent. An objection of the last months may still wait for the officer.
 */
export function answerTold(child: ChildInCare, hands: Hands, review: { readonly recordId: string; readonly heldOn: LocalDate; readonly decisionsOn: LocalDate | null }, at: Setting): readonly Authored[] {
  const { recordId, heldOn, decisionsOn } = review
  if (decisionsOn === null || !hands.allocated) return []
  const chance = chanceOf(at, child, `answer ${heldOn}`)
  const answeredOn = later(decisionsOn, weekdayBy(addDays(decisionsOn, whole(chance, 0, 4))))
  if (answeredOn > at.today || happens(chance, 0.4)) return []
  const objects = happens(chance, 0.12)
  const open = { why: objects ? oneOf(chance, objections) : null, answer: objects ? 'objects' as const : 'agreed' as const, answeredOn, settled: null, settledWords: null, settledOn: null }
  const responseId = at.newId()
  const given: Authored = { by: hands.manager.personId, change: added(responseType, responseId, { childId: child.childId, partOf: recordId }, open) }
  const settledOn = weekdayBy(addDays(answeredOn, whole(chance, 7, 16)))
  if (!objects || settledOn > at.today || (answeredOn > addDays(at.today, -90) && happens(chance, 0.6))) return [given]
  const settled = { ...open, ...oneOf(chance, settlements), settledOn }
  return [given, { by: hands.officer.personId, change: revision(responseType, responseId, child.childId, 1, settled, recordId) }]
}
