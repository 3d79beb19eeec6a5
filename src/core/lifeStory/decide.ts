/** What may be written of a child's life story: days in their order, and a reason wherever there is no work. */
import { added, done, refused, revised, type Decided, type ValuesOf } from '../records/recordType.ts'
import { storyItemType, storyWorkType, type StoryItem, type StoryWork } from './records.ts'

/** Keeps one thing for the child. */
export function keepItem(recordId: string, childId: string, values: ValuesOf<typeof storyItemType>): Decided {
  return faultOfItem(values) ?? done([added(storyItemType, recordId, { childId }, values)])
}

/** Adds to it, or puts it right; what it said before stays in its history. */
export function reviseItem(item: StoryItem, values: ValuesOf<typeof storyItemType>): Decided {
  return faultOfItem(values) ?? done([revised(storyItemType, item, values)])
}

function faultOfItem({ startedOn, addedOn }: ValuesOf<typeof storyItemType>): Decided | undefined {
  return addedOn !== null && addedOn < startedOn ? refused('It cannot have been added to before it was begun', 'addedOn') : undefined
}

/**
 * Says how the work stands. A child may not want it, and it may wait: then it says why and when they are asked again, so that
 * nobody takes a child's "not now" for ever.
 */
export function sayHowItStands(recordId: string, childId: string, held: StoryWork | undefined, values: ValuesOf<typeof storyWorkType>): Decided {
  const { state, since, why, askAgainOn, bookBegunOn, bookGivenOn, celebrationOn, letterDraftedOn, letterSentOn } = values
  if (state !== 'going on' && why === null) return refused('Write down why the work does not go on', 'why')
  if (state !== 'going on' && askAgainOn === null) return refused('Enter when the child will be asked again', 'askAgainOn')
  if (state !== 'going on' && askAgainOn !== null && askAgainOn <= since) return refused('They are asked again after the day since which it stands so', 'askAgainOn')
  if (bookGivenOn !== null && bookBegunOn === null) return refused('Enter when the book was begun', 'bookBegunOn')
  if (bookGivenOn !== null && bookBegunOn !== null && bookGivenOn < bookBegunOn) return refused('The book cannot have been given before it was begun', 'bookGivenOn')
  if (letterSentOn !== null && letterDraftedOn === null) return refused('Enter when the letter was drafted', 'letterDraftedOn')
  if (letterSentOn !== null && letterDraftedOn !== null && letterSentOn < letterDraftedOn) return refused('The letter cannot have been given before it was drafted', 'letterSentOn')
  if (letterSentOn !== null && celebrationOn === null) return refused('Enter the day of the adoption celebration hearing: a later life letter is given after it', 'celebrationOn')
  return done([held === undefined ? added(storyWorkType, recordId, { childId }, values) : revised(storyWorkType, held, values)])
}
