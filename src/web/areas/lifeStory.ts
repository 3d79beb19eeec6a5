/** A child's life story work. */
import { addToItem, howItStood, keepForChild, lifeStoryOf, storyItem, writeHowItStands } from '../../app/lifeStory.ts'
import { storyItemType, storyWorkType } from '../../core/lifeStory/records.ts'
import { headOf } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { itemModel, lifeStoryModel } from '../views/life-story/view.ts'

const place = '/life-story'
const back = { path: place, words: 'Life story' }

/** `GET /children/:childId/life-story` */
export const lifeStory: Handler = async (ask) => {
  const head = await headOf(ask, place)
  if (head === undefined) return { kind: 'not found' }
  const { work, today } = ask
  const story = await lifeStoryOf(work, head.childId)
  const stood = story.work === undefined ? [] : await howItStood(work, story.work)
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  return {
    kind: 'page', view: 'life-story', room: 'children', title: `Life story – child ${head.code}`,
    model: { head, ...lifeStoryModel(story, stood, { href: head.href, today, calendar: work.calendar, mayRecord: work.may('record', 'life story'), nameOf: (id) => names.get(id) }) },
  }
}

/** `GET /children/:childId/life-story/:recordId`: one thing that is kept, with all it said before. */
export const lifeStoryItem: Handler = async (ask) => {
  const head = await headOf(ask, place)
  const id = ask.params['recordId'] ?? ''
  const found = head === undefined || !isId(id) ? undefined : await storyItem(ask.work, head.childId, id)
  if (head === undefined || found === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'life-story-item', room: 'children', title: `${found.item.values.title} – child ${head.code}`,
    model: { head, ...itemModel(found, head.href, ask.work.may('change', 'life story')) },
  }
}

/** `GET` and `POST /children/:childId/life-story/new` */
export const newStoryItem: Handler = childForm(place, (ask, head) => childFormAnswer(ask, head, {
  type: storyItemType, title: 'Keep something for their story', button: 'Keep it', done: 'It is kept for the child.', back,
  intro: ['The child may read this one day, perhaps alone. Write it to them or about them as you would want to be written about.'],
  save: (values) => keepForChild(ask.work, head.childId, values),
}))

/** `GET` and `POST /children/:childId/life-story/:recordId/change` */
export const changeStoryItem: Handler = childForm(place, async (ask, head) => {
  const id = ask.params['recordId'] ?? ''
  const found = isId(id) ? await storyItem(ask.work, head.childId, id) : undefined
  if (found === undefined) return { kind: 'not found' }
  return childFormAnswer(ask, head, {
    type: storyItemType, held: found.item, title: `Add to it: ${found.item.values.title}`, button: 'Save', done: 'It is added to. What it said before stays in its history.',
    back: { path: `${place}/${id}`, words: 'Back' },
    save: (values) => addToItem(ask.work, found.item, values),
  })
})

/** `GET` and `POST /children/:childId/life-story/work`: how the work stands. */
export const storyWork: Handler = childForm(place, async (ask, head) => {
  const { work: held } = await lifeStoryOf(ask.work, head.childId)
  return childFormAnswer(ask, head, {
    type: storyWorkType, held, values: { state: 'going on', since: ask.today }, title: 'How the life story work stands', button: 'Save', done: 'How the work stands is kept.', back,
    intro: ['A child may say no, or not now. Then write down why, as they said it, and when somebody will ask again.'],
    save: (values) => writeHowItStands(ask.work, head.childId, held, values),
  })
})
