/** Findings as they are kept: what is found again stays, what is not any more goes with its day, what is new comes. */
import type pg from 'pg'
import type { ChildId, FactId } from '../../core/facts/factType.ts'
import type { FactName } from '../../core/facts/factTypes.ts'

/** A finding about a held fact. */
export interface Kept {
  readonly rule: string
  readonly childId: ChildId
  readonly factType: FactName
  readonly factKey: string
  readonly factId: FactId
  readonly last: boolean
  readonly fields: readonly string[]
}

/** What was asked: the findings of these and no others are known afresh. */
export interface Asked {
  readonly authorityId: number
  readonly year: number
  /** The instant of the check. */
  readonly now: string
  /** Null for every rule but those left. */
  readonly rules: readonly string[] | null
  /** Null for every child. */
  readonly children: readonly ChildId[] | null
  readonly leave: readonly string[]
}

/** Lays what is found beside what was: the same finding of the same fact stays as it is. */
export async function keepFindings(client: pg.ClientBase, asked: Asked, found: readonly Kept[]): Promise<void> {
  const given = [
    found.map(({ childId }) => childId), found.map(({ rule }) => rule), found.map(({ factId }) => factId),
    found.map(({ last }) => last), found.map(({ fields }) => fields.join(' ')),
  ]
  await client.query(
    `update finding f set gone_at = $3
      where f.authority_id = $1 and f.collection_year = $2 and f.gone_at is null
        and ($4::text[] is null or f.rule = any ($4)) and ($5::uuid[] is null or f.child_id = any ($5)) and f.rule <> all ($6::text[])
        and (f.child_id, f.rule, f.fact_id, f.last_year, array_to_string(f.fields, ' ')) not in (
          select * from unnest($7::uuid[], $8::text[], $9::uuid[], $10::boolean[], $11::text[]))`,
    [asked.authorityId, asked.year, asked.now, asked.rules, asked.children, asked.leave, ...given],
  )
  // What is still there was found again; only what is new is written.
  await client.query(
    `insert into finding (authority_id, collection_year, child_id, rule, fact_id, last_year, fields, fact_type, fact_key, found_at)
     select $1, $2, child_id, rule, fact_id, last_year, string_to_array(fields, ' '), fact_type, fact_key, $3
       from unnest($4::uuid[], $5::text[], $6::uuid[], $7::boolean[], $8::text[], $9::text[], $10::text[])
         as given(child_id, rule, fact_id, last_year, fields, fact_type, fact_key)
     on conflict (authority_id, collection_year, child_id, rule, fact_id, last_year) where gone_at is null do nothing`,
    [asked.authorityId, asked.year, asked.now, ...given, found.map(({ factType }) => factType), found.map(({ factKey }) => factKey)],
  )
}

/** Ends the findings of rules that the year no longer has. */
export async function closeFindings(client: pg.ClientBase, authorityId: number, year: number, rules: readonly string[], now: string): Promise<void> {
  await client.query(
    'update finding set gone_at = $4 where authority_id = $1 and collection_year = $2 and gone_at is null and rule <> all ($3)',
    [authorityId, year, rules, now],
  )
}
