/** A child's agreed profile, shared with another authority of this installation (schema 003): a copy of its words, and nothing else. */
import type { Profiles, Share, SharedProfile } from '../../app/people/staff.ts'
import type { SharedField } from '../../core/profile/profile.ts'
import type { StaffContext } from './context.ts'

interface Row {
  readonly share_id: string
  readonly child_id: string
  readonly authority: string
  readonly shared_at: string
  readonly shared_by: string | null
  readonly withdrawn_at: string | null
}

const shareOf = (row: Row): Share => ({
  shareId: row.share_id, childId: row.child_id, authority: row.authority, sharedAt: row.shared_at, sharedBy: row.shared_by, withdrawnAt: row.withdrawn_at,
})

/** The profiles an authority shares, and those shared with it. */
export function profilesOn({ client, authorityId, personId }: StaffContext): Profiles {
  return {
    async authorities() {
      const { rows } = await client.query<{ authority_id: number; name: string }>('select authority_id, name from authority where authority_id <> $1 order by name', [authorityId])
      return rows.map((row) => ({ authorityId: row.authority_id, name: row.name }))
    },
    async shares(childId) {
      const { rows } = await client.query<Row>(
        `select share_id, child_id, t.name as authority, shared_at, p.name as shared_by, withdrawn_at
           from profile_share s join authority t on t.authority_id = s.to_authority_id
           left join person p on p.authority_id = s.authority_id and p.person_id = s.shared_by
          where s.authority_id = $1 and child_id = $2 order by shared_at desc`, [authorityId, childId])
      return rows.map(shareOf)
    },
    async share(childId, toAuthority, fields) {
      await client.query(
        'insert into profile_share (authority_id, child_id, to_authority_id, profile, shared_by) values ($1, $2, $3, $4, $5)',
        [authorityId, childId, toAuthority, JSON.stringify(fields), personId])
    },
    async withdraw(shareId) {
      await client.query(
        'update profile_share set withdrawn_at = now(), withdrawn_by = $3 where authority_id = $1 and share_id = $2 and withdrawn_at is null', [authorityId, shareId, personId])
    },
    async received() {
      const { rows } = await client.query<Row & { profile: unknown }>(
        `select share_id, child_id, f.name as authority, shared_at, null as shared_by, withdrawn_at, profile
           from profile_share s join authority f on f.authority_id = s.authority_id
          where s.to_authority_id = $1 and withdrawn_at is null order by shared_at desc, share_id`, [authorityId])
      return rows.map((row): SharedProfile => ({ ...shareOf(row), fields: fieldsIn(row.profile) }))
    },
  }
}

/** The fields as they were shared. @throws Error when what is kept is no list of them */
function fieldsIn(kept: unknown): readonly SharedField[] {
  if (!Array.isArray(kept)) throw new Error('a shared profile cannot be read')
  return kept.map((one: unknown) => {
    const { label, words } = (one ?? {}) as { readonly label?: unknown; readonly words?: unknown }
    if (typeof label !== 'string' || typeof words !== 'string') throw new Error('a field of a shared profile cannot be read')
    return { label, words }
  })
}
