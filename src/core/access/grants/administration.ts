/** Who gives people access, and opens no record. Part of the access table (`../table.ts`). */
import { actions } from '../actions.ts'
import { allow, never, type RoleBlock } from '../grants.ts'
import { identifyingResources } from '../resources.ts'
import { anyChild, everyWorker } from './common.ts'

export const systemAdministrator: RoleBlock = {
  role: 'system administrator',
  source: 'System admin',
  grants: [
    allow(['see', 'record', 'change', 'administer', 'export'], ['accounts', 'teams'], anyChild,
      'accounts, not records'),
    allow(['see', 'export'], ['audit log'], anyChild, 'audit log'),
    allow(['decide'], ['audit log'], anyChild, 'ours: reviews unusual looks, their own left out'),
    ...everyWorker,
  ],
  mayNot: [never(actions, identifyingResources, 'see content')],
}
