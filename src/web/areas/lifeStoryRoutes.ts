/** The pages of a child's life story. */
import { formRoutes, type Handler, type Route } from '../route.ts'
import { changeStoryItem, lifeStory, lifeStoryItem, newStoryItem, storyWork } from './lifeStory.ts'

const at = '/children/:childId/life-story'

const form = (path: string, act: 'record' | 'change', what: string, handle: Handler): readonly Route[] =>
  formRoutes(`${at}${path}`, [act, 'life story'], `${what} form opened`, `${what} sent`, handle)

export const lifeStoryRoutes: readonly Route[] = [
  { method: 'GET', path: at, act: ['see', 'life story'], audit: 'life story opened', handle: lifeStory },
  ...form('/new', 'record', 'life story item', newStoryItem),
  ...form('/work', 'change', 'how life story work stands', storyWork),
  { method: 'GET', path: `${at}/:recordId`, act: ['see', 'life story'], audit: 'life story item opened', handle: lifeStoryItem },
  ...form('/:recordId/change', 'change', 'life story item change', changeStoryItem),
]
