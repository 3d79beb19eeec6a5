/** The young person, and their parents and carers. Part of the access table (`../table.ts`). */
import { actions } from '../actions.ts'
import { allow, never, type RoleBlock } from '../grants.ts'
import { allBut } from './common.ts'

export const youngPersonOrFamily: RoleBlock = {
  role: 'young person or family',
  source: 'Young person, parent, carer',
  grants: [
    allow(['see'], ['own copy'], ['own'], 'sees their own copy (letters, plan in age-suited form)'),
    allow(['record'], ['own copy'], ['own'], 'contributes views, objects'),
  ],
  mayNot: [never(actions, allBut('own copy'), 'see third parties’ data')],
}
