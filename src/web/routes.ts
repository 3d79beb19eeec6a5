/** Every page of Holdfast: its address, who may use it, what is written about its use, and what answers. */
import { child, children, childrenFile } from './areas/children.ts'
import { choose, differenceList, settleChosen } from './areas/differences.ts'
import { home } from './areas/home.ts'
import { measure, measureChildrenFile, measureList, measuresFile } from './areas/measures.ts'
import { askCancel, bringIn, cancel, newReturn, notesFile, oneReturn, progress, returns } from './areas/returns.ts'
import type { Route } from './route.ts'

/** Signing in and out stand apart (`signIn.ts`): they are for those who are nobody yet. Everything else is here. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/', permission: 'see figures', audit: 'front page opened', handle: home },

  { method: 'GET', path: '/children', permission: 'see children', audit: 'tracker opened', handle: children },
  { method: 'GET', path: '/children.csv', permission: 'see children', audit: 'tracker exported', handle: childrenFile },
  { method: 'GET', path: '/children/:childId', permission: 'see children', audit: 'child opened', handle: child },

  { method: 'GET', path: '/measures', permission: 'see figures', audit: 'measures opened', handle: measureList },
  { method: 'GET', path: '/measures.csv', permission: 'see figures', audit: 'measures exported', handle: measuresFile },
  { method: 'GET', path: '/measures/:measureId', permission: 'see figures', audit: 'measure opened', handle: measure },
  {
    method: 'GET', path: '/measures/:measureId/children.csv', permission: 'see children', audit: 'children of a measure exported',
    handle: measureChildrenFile,
  },

  { method: 'GET', path: '/returns', permission: 'import returns', audit: 'returns opened', handle: returns },
  { method: 'GET', path: '/returns/new', permission: 'import returns', audit: 'return form opened', handle: newReturn },
  { method: 'POST', path: '/returns', permission: 'import returns', audit: 'return brought in', upload: true, handle: bringIn },
  { method: 'GET', path: '/returns/:importId', permission: 'import returns', audit: 'return opened', handle: oneReturn },
  { method: 'GET', path: '/returns/:importId/progress.json', permission: 'import returns', audit: 'import followed', handle: progress },
  { method: 'GET', path: '/returns/:importId/notes.csv', permission: 'import returns', audit: 'import notes exported', handle: notesFile },
  { method: 'GET', path: '/returns/:importId/cancel', permission: 'import returns', audit: 'import cancelling asked', handle: askCancel },
  { method: 'POST', path: '/returns/:importId/cancel', permission: 'import returns', audit: 'import cancelled', handle: cancel },

  { method: 'GET', path: '/differences', permission: 'import returns', audit: 'differences opened', handle: differenceList },
  { method: 'POST', path: '/differences', permission: 'settle differences', audit: 'differences chosen', handle: choose },
  { method: 'POST', path: '/differences/settle', permission: 'settle differences', audit: 'differences settled', handle: settleChosen },
]
