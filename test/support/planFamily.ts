/** A child with a social worker, their manager and a lawyer, and a stranger to them: for tests of the permanence plan. */
import { newId } from '../../src/edge/ids.ts'
import type { Role } from '../../src/core/access/roles.ts'
import type { Trial } from './returns.ts'
import { serve, type Served } from './signIn.ts'

const roles = { worker: 'social worker', manager: 'team manager', lawyer: 'lawyer', stranger: 'social worker' } as const satisfies Readonly<Record<string, Role>>

export type Somebody = keyof typeof roles

export interface PlanFamily {
  readonly served: Served
  readonly childId: string
  /** Of the stranger. */
  readonly otherChildId: string
  /** Ids by name; each signs in with the name. */
  readonly people: Readonly<Record<Somebody, string>>
}

/** Two invented children and four people, on a server over the trial's database. */
export async function planFamily(at: Trial): Promise<PlanFamily> {
  const served = serve(at)
  const insert = (table: string, row: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const values = { authority_id: at.authorityId, ...row }
    const places = Object.keys(values).map((_, i) => `$${i + 1}`)
    return at.pool.query(`insert into ${table} (${Object.keys(values).join(', ')}) values (${places.join(', ')})`, Object.values(values))
  }
  const [childId, otherChildId, team] = [newId(), newId(), newId()]
  const from_on = '2026-01-01'
  await insert('child', { child_id: childId, code: '4711', recorded_at: from_on })
  await insert('child', { child_id: otherChildId, code: '4712', recorded_at: from_on })
  await insert('team', { team_id: team, name: 'Harbour' })
  const people = {} as Record<Somebody, string>
  for (const [name, role] of Object.entries(roles) as [Somebody, Role][]) people[name] = await served.person(name, role)
  await insert('team_member', { person_id: people.worker, team_id: team, manages: false, from_on })
  await insert('team_member', { person_id: people.manager, team_id: team, manages: true, from_on })
  await insert('allocation', { child_id: childId, role: 'social worker', person_id: people.worker, from_on })
  await insert('allocation', { child_id: childId, role: 'lawyer', person_id: people.lawyer, from_on })
  await insert('allocation', { child_id: otherChildId, role: 'social worker', person_id: people.stranger, from_on })
  return { served, childId, otherChildId, people }
}
