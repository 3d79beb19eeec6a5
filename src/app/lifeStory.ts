/** A child's life story work: what is kept, how the work stands, and what either said before. */
import { keepItem, reviseItem, sayHowItStands } from '../core/lifeStory/decide.ts'
import { storyItemType, storyWorkType, type StoryItem, type StoryWork } from '../core/lifeStory/records.ts'
import { sortedItems, summaryOfStory, type StorySummary } from '../core/lifeStory/story.ts'
import { refused, type Decided, type ValuesOf } from '../core/records/recordType.ts'
import { byChild } from './byChild.ts'
import { carryOut, holdsOne } from './records.ts'
import type { Work } from './work.ts'

type Refused = Extract<Decided, { readonly kind: 'refused' }> | undefined

export interface LifeStory {
  /** Last added to first. */
  readonly items: readonly StoryItem[]
  /** Undefined when nobody said how it stands. */
  readonly work: StoryWork | undefined
}

/** Everything kept of one child that the request reaches. */
export async function lifeStoryOf(work: Work, childId: string): Promise<LifeStory> {
  return {
    items: sortedItems(await work.records.find([storyItemType], { childId })),
    work: (await work.records.find([storyWorkType], { childId })).at(-1),
  }
}

/** How the work stands for one child; null for a reader who may not see it. */
export async function storyFor(work: Work, childId: string): Promise<StorySummary | null> {
  if ((await work.decide(childId, 'see', 'life story')).kind === 'deny') return null
  const { items, work: stands } = await lifeStoryOf(work, childId)
  return summaryOfStory(items, stands)
}

/** How the work stands for many children, from what is written of them; a child of whom nothing is written is not in it. */
export function storiesByChild(allItems: readonly StoryItem[], allWork: readonly StoryWork[]): ReadonlyMap<string, StorySummary> {
  const [items, works] = [byChild(allItems), byChild(allWork)]
  return new Map([...new Set([...items.keys(), ...works.keys()])].map((id) => [id, summaryOfStory(items.get(id) ?? [], works.get(id)?.at(-1))]))
}

/** One thing that is kept, with everything it said before, newest first; undefined when it is not this child's. */
export async function storyItem(work: Work, childId: string, recordId: string): Promise<{ readonly item: StoryItem; readonly versions: readonly StoryItem[] } | undefined> {
  const item = await work.records.one(storyItemType, recordId)
  if (item === undefined || item.childId !== childId) return undefined
  return { item, versions: await work.records.versions(storyItemType, recordId) }
}

/** How the work stood at each change, newest first. */
export async function howItStood(work: Work, held: StoryWork): Promise<readonly StoryWork[]> {
  return work.records.versions(storyWorkType, held.recordId)
}

/** Keeps one thing for the child. */
export function keepForChild(work: Work, childId: string, values: ValuesOf<typeof storyItemType>): Promise<Refused> {
  work.allow('record', 'life story')
  return carryOut(work, keepItem(work.records.newId(), childId, values))
}

/** Adds to something that is kept, or puts it right. Throws RecordConflict when somebody else did meanwhile. */
export function addToItem(work: Work, item: StoryItem, values: ValuesOf<typeof storyItemType>): Promise<Refused> {
  work.allow('change', 'life story')
  return carryOut(work, reviseItem(item, values))
}

/** Says how the work stands, for the first time or anew. */
export async function writeHowItStands(work: Work, childId: string, held: StoryWork | undefined, values: ValuesOf<typeof storyWorkType>): Promise<Refused> {
  work.allow('change', 'life story')
  const { lead } = values
  const led = lead === null || lead === held?.values.lead || await holdsOne(work, lead, storyWorkType.fields.lead.roles)
  if (!led) return carryOut(work, refused('Choose who leads it from the list', 'lead'))
  return carryOut(work, sayHowItStands(work.records.newId(), childId, held, values))
}
