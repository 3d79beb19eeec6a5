/** Routes of the log of who looked, and of unusual access. */
import { formRoutes, type Route } from '../route.ts'
import { audit, auditFile, looksAtChild, looksOfPerson } from './audit.ts'
import { finding, findings } from './unusualAccess.ts'

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', act: ['see', 'audit log'], audit: 'audit log opened', handle: audit },
  { method: 'GET', path: '/audit/export', act: ['export', 'audit log'], audit: 'audit log exported', handle: auditFile },
  { method: 'GET', path: '/audit/people/:personId', act: ['see', 'audit log'], audit: 'looks of a person opened', handle: looksOfPerson },
  { method: 'GET', path: '/children/:childId/looks', act: ['see', 'audit log'], audit: 'looks at a child opened', handle: looksAtChild },

  { method: 'GET', path: '/audit/unusual', act: ['decide', 'audit log'], audit: 'unusual access opened', handle: findings },
  ...formRoutes('/audit/unusual/:findingId', ['decide', 'audit log'], 'finding of unusual access opened', 'finding of unusual access reviewed', finding),
]
