/** The staff on the client of an open transaction (the port: app/people/staff.ts). */
import type { Staff } from '../../app/people/staff.ts'
import { writeAudit } from '../audit.ts'
import { allocationsOn } from './allocations.ts'
import type { StaffContext } from './context.ts'
import { declaredTiesOn } from './declaredTies.ts'
import { glassOn } from './glass.ts'
import { peopleOn } from './people.ts'
import { profilesOn } from './profiles.ts'
import { restrictionsOn } from './restrictions.ts'
import { teamsOn } from './teams.ts'

/** Everything that a use case about people may ask and write. */
export function staffOn(context: StaffContext): Staff {
  const { client, authorityId, personId } = context
  return {
    people: peopleOn(context), teams: teamsOn(context), allocations: allocationsOn(context), restrictions: restrictionsOn(context),
    glass: glassOn(context), ties: declaredTiesOn(context), profiles: profilesOn(context),
    note: (event, detail, childId) => writeAudit(client, { authorityId, personId, event, childId: childId ?? null, detail }),
  }
}
