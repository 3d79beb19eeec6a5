/** One row a child in every table that no return fills: people, teams, ties, locks, what people write. Every name is invented. */
import type pg from 'pg'
import { newId } from '../../src/edge/ids.ts'

/** Fills them for these children of an authority; profiles are shared with `sharedWith`. */
export async function fillEveryTable(
  pool: pg.Pool, { authorityId, people: [one, other], children, sharedWith }: {
    readonly authorityId: number
    readonly people: readonly [string, string]
    readonly children: readonly string[]
    readonly sharedWith: number
  },
): Promise<void> {
  const [service, team, relative] = [newId(), newId(), newId()]
  const add = (table: string, values: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const given = { authority_id: authorityId, ...values }
    const names = Object.keys(given)
    return pool.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(given))
  }
  await add('service', { service_id: service, name: 'Permanence' })
  await add('team', { team_id: team, service_id: service, name: 'East' })
  await add('team_member', { person_id: one, team_id: team, manages: true, from_on: '2026-01-01' })
  await add('deputy', { person_id: one, stands_in: other, from_on: '2026-05-01', to_on: '2026-05-08' })
  await add('family_person', { family_person_id: relative, name: 'Fay Teal' })
  await add('saved_view', { person_id: one, name: 'mine', address: '/children' })
  await add('unusual_access_run', { through_seal: 1, looks: 3, found: 1 })
  await add('check_year', { collection_year: 2026, checked_at: '2026-03-03T10:00:00Z', basis: 'kites', rules_run: 1, children: 1, not_run: '[]', defects: '[]' })
  await add('provider_list', { given_by: one, name: 'providers.csv', providers: 0, content: 'URN' })
  for (const child of children) {
    await add('finding', {
      collection_year: 2026, child_id: child, rule: '103', fact_type: 'child_details', fact_key: '', fact_id: newId(), last_year: false,
      fields: ['ETHNIC'], found_at: '2026-03-03T10:00:00Z',
    })
    await add('check_part', { collection_year: 2026, child_id: child, facts: '{}' })
    await add('unusual_access', {
      finding_id: newId(), rule: 'no tie', key: `no tie/${one}/${child}`, people: [one], child_id: child, event_ids: [1], words: 'Nothing tied them.',
      happened_at: '2026-03-03T10:00:00Z',
    })
    await add('allocation', { child_id: child, role: 'social worker', person_id: one, from_on: '2026-01-01' })
    await add('own_record', { child_id: child, person_id: other, from_on: '2026-01-01' })
    await add('restriction', { child_id: child, reason: 'a worker’s relative', from_on: '2026-01-01', to_on: '2026-02-01', set_by: one })
    await add('restriction_named', { child_id: child, person_id: one, from_on: '2026-01-01' })
    await add('family_link', { kind: 'parent', a: relative, b: child })
    await add('family_lock', { child_id: child, person_id: other })
    await add('break_glass', {
      use_id: newId(), child_id: child, person_id: one, reason: 'at night', from_at: '2026-03-03T22:00:00Z', until_at: '2026-03-04T06:00:00Z',
    })
    await add('notice', { notice_id: newId(), child_id: child, person_id: one, words: 'Something waits for you.' })
    await add('profile_share', { child_id: child, to_authority_id: sharedWith, profile: '{"likes": "kites"}', shared_by: one })
    await add('record', {
      record_id: newId(), version: 1, type: 'kite', child_id: child, content: '{}', recorded_by: one, first_recorded_by: one,
      first_recorded_at: '2026-03-03T10:00:00Z',
    })
  }
}
