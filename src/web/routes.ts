/** Every page of Holdfast: its address, who may use it, what is written about its use, and what answers. */
import { apiRoutes } from './areas/api.ts'
import { auditRoutes } from './areas/auditRoutes.ts'
import { factsRoutes } from './areas/factsRoutes.ts'
import { planRoutes } from './areas/planRoutes.ts'
import { familyRoutes } from './areas/familyRoutes.ts'
import { deleteView, newView } from './areas/savedViews.ts'
import { voiceRoutes } from './areas/voiceRoutes.ts'
import { workRoutes } from './areas/workRoutes.ts'
import { panelsRoutes } from './areas/panelsRoutes.ts'
import { challengeRoutes } from './areas/challengeRoutes.ts'
import { adminRoutes } from './areas/adminRoutes.ts'
import { reviewRoutes } from './areas/reviewRoutes.ts'
import { checksRoutes } from './areas/checksRoutes.ts'
import { carersRoutes } from './areas/carersRoutes.ts'
import { lifeStoryRoutes } from './areas/lifeStoryRoutes.ts'
import { privateFosteringRoutes } from './areas/privateFosteringRoutes.ts'
import { keysRoutes } from './areas/keysRoutes.ts'
import { recordsRoutes } from './areas/recordsRoutes.ts'
import { formRoutes, type Route } from './route.ts'

const rows: readonly Route[] = [
  ...factsRoutes,
  ...formRoutes('/children/views/new', ['record', 'saved views'], 'saved view form opened', 'view saved', newView),
  ...formRoutes('/children/views/:viewId/delete', ['record', 'saved views'], 'saved view deleting asked', 'saved view deleted', deleteView),
  ...planRoutes,
  ...panelsRoutes,
  ...reviewRoutes,
  ...challengeRoutes,
  ...workRoutes,
  ...voiceRoutes,
  ...familyRoutes,
  ...lifeStoryRoutes,
  ...recordsRoutes,
  ...carersRoutes,
  ...privateFosteringRoutes,
  ...auditRoutes,
  ...adminRoutes,
  ...keysRoutes,
  ...checksRoutes,
]

/** Signing in and out stand apart (`signIn.ts`): they are for those who are nobody yet. Everything else is here. */
export const routes: readonly Route[] = [...rows, ...apiRoutes(rows)]
