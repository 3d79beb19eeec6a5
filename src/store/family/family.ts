/** A child's family in the store: people and links (schema 003). What the request does not reach of other children is not in it. */
import type pg from 'pg'
import type { Family, FamilyLink, FamilyMember, LinkKind } from '../../core/family/familyTree.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { workOutFamilyLocks } from '../access/familyLocks.ts'
import { writeAudit } from '../audit.ts'

interface LinkRow {
  readonly link_id: string
  readonly kind: LinkKind
  readonly a: string
  readonly b: string
  readonly words: string | null
  readonly parental_responsibility: boolean
  readonly from_on: LocalDate
  readonly to_on: LocalDate | null
}

/** No link is older than this; it says that nobody wrote down since when. */
const SINCE_EVER = formatIso(-25567 as LocalDate)

/** The people within two links of the child, and the links between them. Declared ties of workers are not family records. */
export async function familyOf(client: pg.ClientBase, authorityId: number, childId: string): Promise<Family> {
  const { rows } = await client.query<LinkRow>(
    `with near as (
       select case when a = $2 then b else a end as id from family_link where authority_id = $1 and (a = $2 or b = $2) and kind <> 'declared'
     )
     select link_id, kind, a, b, words, parental_responsibility, from_on, to_on from family_link
      where authority_id = $1 and kind <> 'declared' and (a = $2 or b = $2 or a in (select id from near) or b in (select id from near))
      order by recorded_at, link_id`,
    [authorityId, childId],
  )
  const ids = [...new Set([childId, ...rows.flatMap(({ a, b }) => [a, b])])]
  const { rows: people } = await client.query<{ family_person_id: string; name: string; sex: FamilyMember['sex']; born_on: LocalDate | null; died_on: LocalDate | null }>(
    'select family_person_id, name, sex, born_on, died_on from family_person where authority_id = $1 and family_person_id = any ($2)', [authorityId, ids],
  )
  // Of other children only those that the request reaches: the rest are left out, and with them every link to them.
  const { rows: children } = await client.query<{ child_id: string; code: string; born_on: LocalDate | null; sex: string | null }>(
    `select child_id, code, details.born_on, details.sex from child
       left join child_details details using (authority_id, child_id)
      where authority_id = $1 and child_id = any ($2) and details.superseded_at is null`,
    [authorityId, ids],
  )
  const members: FamilyMember[] = [
    ...children.map(({ child_id: id, code, born_on: bornOn, sex }): FamilyMember => ({
      id, kind: 'child', name: `Child ${code}`, bornOn, diedOn: null,
      sex: sex === '1' || sex === 'M' ? 'male' : sex === '2' || sex === 'F' ? 'female' : null,
    })),
    ...people.map(({ family_person_id: id, name, sex, born_on: bornOn, died_on: diedOn }): FamilyMember => ({ id, kind: 'person', name, sex, bornOn, diedOn })),
  ]
  const known = new Set(members.map(({ id }) => id))
  return {
    childId, members,
    links: rows.filter(({ a, b }) => known.has(a) && known.has(b)).map((row): FamilyLink => ({
      linkId: row.link_id, kind: row.kind, a: row.a, b: row.b, words: row.words, parentalResponsibility: row.parental_responsibility,
      from: formatIso(row.from_on) === SINCE_EVER ? null : row.from_on, to: row.to_on,
    })),
  }
}

export interface NewRelative {
  readonly personId: string
  readonly name: string
  readonly sex: FamilyMember['sex']
  readonly bornOn: LocalDate | null
  readonly diedOn: LocalDate | null
  readonly postcode: string | null
  readonly link: {
    readonly kind: Exclude<LinkKind, 'partner'>
    readonly words: string | null
    readonly parentalResponsibility: boolean
    readonly from: LocalDate | null
  }
}

export interface Recorder {
  readonly authorityId: number
  readonly personId: string
}

/** Adds somebody of the family and how they stand to the child. */
export async function addRelative(client: pg.ClientBase, by: Recorder, childId: string, relative: NewRelative): Promise<void> {
  const { personId, name, sex, bornOn, diedOn, postcode, link } = relative
  await client.query(
    `insert into family_person (authority_id, family_person_id, name, sex, born_on, died_on, postcode, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [by.authorityId, personId, name, sex, day(bornOn), day(diedOn), postcode, by.personId],
  )
  await addLink(client, by, { kind: link.kind, a: personId, b: childId, words: link.words, parentalResponsibility: link.parentalResponsibility, from: link.from })
  await writeAudit(client, { ...by, event: 'family member added', childId, detail: { familyPerson: personId } })
}

const day = (date: LocalDate | null): string | null => (date === null ? null : formatIso(date))

/** Says how two of the family stand to one another. */
export async function addLink(
  client: pg.ClientBase, by: Recorder, link: Omit<FamilyLink, 'linkId' | 'to'>,
): Promise<void> {
  await client.query(
    `insert into family_link (authority_id, kind, a, b, words, parental_responsibility, from_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, coalesce($7::date, $9::date), $8)`,
    [by.authorityId, link.kind, link.a, link.b, link.words, link.parentalResponsibility, day(link.from), by.personId, SINCE_EVER],
  )
  await workOutFamilyLocks(client, by.authorityId)
}

/** Ends a link on a day (the first on which it no longer holds). Gives whether there was one to end. */
export async function endLink(client: pg.ClientBase, by: Recorder, childId: string, linkId: string, on: LocalDate): Promise<boolean> {
  const { rowCount } = await client.query(
    `update family_link set to_on = $3, ended_by = $4 where authority_id = $1 and link_id = $2 and to_on = 'infinity' and from_on < $3`,
    [by.authorityId, linkId, formatIso(on), by.personId],
  )
  if (rowCount !== 1) return false
  await writeAudit(client, { ...by, event: 'family link ended', childId, detail: { link: linkId } })
  return true
}
