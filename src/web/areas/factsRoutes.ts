/** The pages over what returns say: front page, tracker, child, measures, returns, differences. */
import { bringIn, cancel, newReturn, notesFile, oneReturn, progress, returns } from './returns.ts'
import { child, children, childrenFile } from './children.ts'
import { choose, differenceList, settleChosen } from './differences.ts'
import { home } from './home.ts'
import { measure, measureChildrenFile, measureList, measuresFile } from './measures.ts'
import { formRoutes, type Route } from '../route.ts'

export const factsRoutes: readonly Route[] = [
  { method: 'GET', path: '/', act: 'signed in', audit: 'front page opened', handle: home },

  { method: 'GET', path: '/children', act: ['see', 'standing'], audit: 'tracker opened', handle: children },
  { method: 'GET', path: '/children.csv', act: ['export', 'standing'], audit: 'tracker exported', handle: childrenFile },
  { method: 'GET', path: '/children/:childId', act: ['see', 'child overview'], audit: 'child opened', handle: child },

  { method: 'GET', path: '/measures', act: ['see', 'figures'], audit: 'measures opened', handle: measureList },
  { method: 'GET', path: '/measures.csv', act: ['export', 'figures'], audit: 'measures exported', handle: measuresFile },
  { method: 'GET', path: '/measures/:measureId', act: ['see', 'figures'], audit: 'measure opened', handle: measure },
  {
    method: 'GET', path: '/measures/:measureId/children.csv', act: ['export', 'measure children'], audit: 'children of a measure exported',
    handle: measureChildrenFile,
  },

  { method: 'GET', path: '/returns', act: ['see', 'imports'], audit: 'returns opened', handle: returns },
  { method: 'GET', path: '/returns/new', act: ['record', 'imports'], audit: 'return form opened', handle: newReturn },
  { method: 'POST', path: '/returns', act: ['record', 'imports'], audit: 'return brought in', upload: true, handle: bringIn },
  { method: 'GET', path: '/returns/:importId', act: ['see', 'imports'], audit: 'return opened', handle: oneReturn },
  { method: 'GET', path: '/returns/:importId/progress.json', act: ['see', 'imports'], audit: 'import followed', handle: progress },
  { method: 'GET', path: '/returns/:importId/notes.csv', act: ['export', 'imports'], audit: 'import notes exported', handle: notesFile },
  ...formRoutes('/returns/:importId/cancel', ['record', 'imports'], 'import cancelling asked', 'import cancelled', cancel),

  { method: 'GET', path: '/differences', act: ['see', 'differences'], audit: 'differences opened', handle: differenceList },
  { method: 'POST', path: '/differences', act: ['decide', 'differences'], audit: 'differences chosen', handle: choose },
  { method: 'POST', path: '/differences/settle', act: ['decide', 'differences'], audit: 'differences settled', handle: settleChosen },
]
