/** A child's life story: what is kept for them, and how the work stands. */
import type { LifeStory } from '../../../app/lifeStory.ts'
import { storyItemType, storyWorkType, type StoryItem, type StoryWork } from '../../../core/lifeStory/records.ts'
import { handedOverBy } from '../../../core/lifeStory/story.ts'
import { choiceWords, shown, type NameOf, type ShownField } from '../../../core/records/shown.ts'
import { later, type LocalDate } from '../../../core/time/localDate.ts'
import type { WorkingCalendar } from '../../../core/time/workingDays.ts'
import { longDate, momentWords } from '../../words/dates.ts'

export interface LifeStoryModel {
  readonly items: readonly {
    readonly href: string; readonly title: string; readonly kind: string; readonly about: string | null; readonly with: string; readonly last: string; readonly keptAt: string | null
  }[]
  readonly standing: { readonly fields: readonly ShownField[]; readonly by: string; readonly before: readonly Before[] } | null
  /** What is due after the adoption celebration hearing. */
  readonly due: { readonly words: string; readonly late: boolean } | null
  readonly newHref: string | null
  readonly workHref: string | null
}

interface Before {
  readonly when: string
  readonly fields: readonly ShownField[]
}

export interface LifeStoryExtra {
  readonly href: string
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly mayRecord: boolean
  readonly nameOf: NameOf
}

const lastDay = ({ values: { startedOn, addedOn } }: StoryItem): LocalDate => later(startedOn, addedOn ?? startedOn)
const listed = (field: 'about' | 'with', values: readonly string[]): string => values.map((one) => choiceWords(storyItemType.fields[field], one)).join(', ')

/** What the page shows. */
export function lifeStoryModel({ items, work }: LifeStory, stood: readonly StoryWork[], { href, today, calendar, mayRecord, nameOf }: LifeStoryExtra): LifeStoryModel {
  return {
    items: items.map((one) => ({
      href: `${href}/life-story/${one.recordId}`, title: one.values.title, kind: choiceWords(storyItemType.fields.kind, one.values.kind),
      about: one.values.about === null ? null : listed('about', one.values.about), with: listed('with', one.values.with),
      last: longDate(lastDay(one)), keptAt: one.values.keptAt,
    })),
    standing: work === undefined ? null : {
      fields: shown(storyWorkType, work.values, nameOf), by: `${work.recordedBy.name}, ${momentWords(work.recordedAt)}`,
      before: stood.slice(1).map((one) => ({ when: `${one.recordedBy.name}, ${momentWords(one.recordedAt)}`, fields: shown(storyWorkType, one.values, nameOf) })),
    },
    due: work === undefined ? null : dueOf(work, today, calendar),
    newHref: mayRecord ? `${href}/life-story/new` : null,
    workHref: mayRecord ? `${href}/life-story/work` : null,
  }
}

function dueOf({ values: { celebrationOn, bookGivenOn, letterSentOn } }: StoryWork, today: LocalDate, calendar: WorkingCalendar): LifeStoryModel['due'] {
  const left = [...(bookGivenOn === null ? ['the finished life story book'] : []), ...(letterSentOn === null ? ['the later life letter'] : [])]
  if (celebrationOn === null || left.length === 0) return null
  const by = handedOverBy(celebrationOn, calendar)
  const what = left.join(' and ')
  const verb = left.length > 1 ? 'are' : 'is'
  return by === null
    ? { words: `${capital(what)} ${verb} due 10 working days after the celebration hearing; bank holidays are not known so far ahead.`, late: false }
    : { words: `${capital(what)} ${verb} due by ${longDate(by)}, 10 working days after the celebration hearing.`, late: by < today }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export interface ItemModel {
  readonly title: string
  readonly fields: readonly ShownField[]
  readonly by: string
  readonly before: readonly Before[]
  readonly changeHref: string | null
}

const nobody: NameOf = () => undefined

/** One thing that is kept, with all it said before. */
export function itemModel({ item, versions }: { readonly item: StoryItem; readonly versions: readonly StoryItem[] }, href: string, mayChange: boolean): ItemModel {
  const by = (one: StoryItem): string => `${one.recordedBy.name}, ${momentWords(one.recordedAt)}`
  return {
    title: item.values.title, fields: shown(storyItemType, item.values, nobody), by: by(item),
    before: versions.slice(1).map((one) => ({ when: by(one), fields: shown(storyItemType, one.values, nobody) })),
    changeHref: mayChange ? `${href}/life-story/${item.recordId}/change` : null,
  }
}
