/** Whole families at once, for invented lives: people and links as `family.ts` writes them, the family locks worked out once. */
import type pg from 'pg'
import type { LinkKind } from '../../core/family/familyTree.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { workOutFamilyLocks } from '../access/familyLocks.ts'

export interface NewFamily {
  readonly relatives: readonly { readonly personId: string; readonly name: string; readonly sex: 'female' | 'male'; readonly bornOn: LocalDate }[]
  readonly links: readonly { readonly kind: LinkKind; readonly a: string; readonly b: string; readonly words: string | null; readonly parentalResponsibility: boolean }[]
}

/** Adds them all; links have held since nobody wrote down when. */
export async function addFamilies(client: pg.ClientBase, by: { readonly authorityId: number; readonly personId: string }, families: readonly NewFamily[]): Promise<void> {
  const people = families.flatMap(({ relatives }) => relatives.map(({ bornOn, ...one }) => ({ ...one, bornOn: formatIso(bornOn) })))
  await client.query(
    `insert into family_person (authority_id, family_person_id, name, sex, born_on, recorded_by)
     select $1, "personId", name, sex, "bornOn", $2 from jsonb_to_recordset($3::jsonb) as one ("personId" uuid, name text, sex text, "bornOn" date)`,
    [by.authorityId, by.personId, JSON.stringify(people)],
  )
  await client.query(
    `insert into family_link (authority_id, kind, a, b, words, parental_responsibility, recorded_by)
     select $1, kind, a, b, words, "parentalResponsibility", $2
       from jsonb_to_recordset($3::jsonb) as one (kind text, a uuid, b uuid, words text, "parentalResponsibility" boolean)`,
    [by.authorityId, by.personId, JSON.stringify(families.flatMap(({ links }) => links))],
  )
  await workOutFamilyLocks(client, by.authorityId)
}
