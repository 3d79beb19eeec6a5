/** Every page of Holdfast: its address, who may use it, what is written about its use, and what answers. */
import { auditRoutes } from './areas/auditRoutes.ts'
import { factsRoutes } from './areas/factsRoutes.ts'
import { planRoutes } from './areas/planRoutes.ts'
import { familyRoutes } from './areas/familyRoutes.ts'
import { askDeleteView, deleteView, keepView, newView } from './areas/savedViews.ts'
import { voiceRoutes } from './areas/voiceRoutes.ts'
import { workRoutes } from './areas/workRoutes.ts'
import { panelsRoutes } from './areas/panelsRoutes.ts'
import { challengeRoutes } from './areas/challengeRoutes.ts'
import { adminRoutes } from './areas/adminRoutes.ts'
import { reviewRoutes } from './areas/reviewRoutes.ts'
import { checksRoutes } from './areas/checksRoutes.ts'
import type { Route } from './route.ts'

/** Signing in and out stand apart (`signIn.ts`): they are for those who are nobody yet. Everything else is here. */
export const routes: readonly Route[] = [
  ...factsRoutes,
  { method: 'GET', path: '/children/views/new', act: ['record', 'saved views'], audit: 'saved view form opened', handle: newView },
  { method: 'POST', path: '/children/views/new', act: ['record', 'saved views'], audit: 'view saved', handle: keepView },
  { method: 'GET', path: '/children/views/:viewId/delete', act: ['record', 'saved views'], audit: 'saved view deleting asked', handle: askDeleteView },
  { method: 'POST', path: '/children/views/:viewId/delete', act: ['record', 'saved views'], audit: 'saved view deleted', handle: deleteView },
  ...planRoutes,
  ...panelsRoutes,
  ...reviewRoutes,
  ...challengeRoutes,
  ...workRoutes,
  ...voiceRoutes,
  ...familyRoutes,
  ...auditRoutes,
  ...adminRoutes,
  ...checksRoutes,
]
