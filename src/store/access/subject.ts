/** All that a decision on one child's record rests on, gathered from the store. */
import type pg from 'pg'
import type { Actor } from '../../app/work.ts'
import type { Ask } from '../../core/access/decide.ts'
import type { Relationship } from '../../core/access/relationships.ts'
import type { Resource } from '../../core/access/resources.ts'
import type { Role } from '../../core/access/roles.ts'
import { addDays, formatIso, type LocalDate } from '../../core/time/localDate.ts'

/** Who asks, on which day, at which moment (UTC text). */
export interface Asker {
  readonly client: pg.ClientBase
  readonly actor: Actor
  readonly today: LocalDate
  readonly now: string
}

/** An ask that lacks only what is to be done, and to which kind of record. */
export type Subject = Omit<Ask, 'action' | 'resource'>

interface Row {
  readonly ties: readonly { readonly held_as: Role; readonly relationship: Exclude<Relationship, 'none'> }[] | null
  readonly restricted: boolean
  readonly named: boolean
  readonly own_family: boolean
  readonly glass: { readonly reason: string; readonly resources: readonly Resource[]; readonly from: string; readonly until: string } | null
}

/** Every tie and lock of a person to one child. Must be asked while the transaction reaches everyone. */
export async function subjectOf({ client, actor, today, now }: Asker, childId: string): Promise<Subject> {
  const { rows: [row] } = await client.query<Row>({
    name: 'subject of an ask',
    text: 'select * from subject_of_ask($1, $2, $3, $4, $5)',
    values: [actor.authorityId, actor.personId, childId, formatIso(today), now],
  })
  if (row === undefined) throw new Error('the store gave no answer about a child')
  // The roles and ties asked for are those in force today (see `store/people.ts` and `ties_on`).
  const span = { from: today, to: addDays(today, 1) }
  const { glass } = row
  return {
    personId: actor.personId, on: today, now, subject: childId,
    roles: actor.roles.map((role) => ({ role, ...span })),
    ties: (row.ties ?? []).map(({ held_as, relationship }) => ({ as: held_as, relationship, ...span })),
    locks: { restricted: row.restricted, named: row.named, ownFamily: row.own_family },
    brokenGlass: glass === null ? null : {
      personId: actor.personId, subject: childId, reason: glass.reason, from: glass.from, until: glass.until,
      resources: glass.resources.length === 0 ? 'whole record' : glass.resources,
    },
  }
}
