/** Reading the audit log by child, by person and by what is searched for, newest first. */
import type pg from 'pg'
import type { ExportQuery, Look, Looks, LooksQuery, LooksSearch, SealedState } from '../../app/audit.ts'
import type { ExportedEvent } from '../../core/audit/exported.ts'
import { patternsOf } from '../../core/audit/kinds.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { addDays, formatIso, type LocalDate } from '../../core/time/localDate.ts'

interface LookRow {
  readonly event_id: number
  readonly happened_at: string
  readonly person_id: string | null
  readonly person_name: string | null
  readonly event: string
  readonly child_id: ChildId | null
  readonly child_code: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

const lookOf = (row: LookRow): Look => ({
  eventId: row.event_id, happenedAt: row.happened_at, personId: row.person_id, personName: row.person_name, event: row.event,
  childId: row.child_id, childCode: row.child_code, detail: row.detail,
})

/**
 * The log itself has no child wall, since it must tell of refused looks: an event about a child that the transaction does
 * not reach is left out here. A refused look is not, for it is the same whether the child is hidden or there is none.
 */
const reached = `(e.child_id is null or e.event like 'refused: %'
  or exists (select from child c where c.authority_id = e.authority_id and c.child_id = e.child_id))`

/** Conditions with their values, numbered as they come. */
class Conditions {
  readonly values: unknown[] = []
  readonly #texts: string[] = []
  /** Adds one; `$` in it stands for the value, `$1` for the first: the authority. */
  add(text: string, value: unknown): void {
    this.values.push(value)
    this.#texts.push(text.replaceAll(/\$(?!\d)/g, () => `$${this.values.length}`))
  }
  get text(): string {
    return this.#texts.join(' and ')
  }
}

const startOf = (day: LocalDate): string => `${formatIso(day)} Europe/London`

/** Ids and moments grow together but for work that is written at once: nowhere near this many events apart. */
const ASTRAY = 1000

/**
 * Midnight in England begins a day; the end is the beginning of the next. The days also bound the ids, so that a month of
 * long ago is found by the index and not by reading everything since.
 */
function between(where: Conditions, { from, to }: { readonly from?: LocalDate | null; readonly to?: LocalDate | null }): void {
  if (from !== null && from !== undefined) {
    where.add(`e.happened_at >= $::timestamptz and e.event_id >= coalesce((select event_id from audit_event
      where authority_id = $1 and happened_at >= $::timestamptz order by happened_at limit 1), 0) - ${ASTRAY}`, startOf(from))
  }
  if (to !== null && to !== undefined) {
    where.add(`e.happened_at < $::timestamptz and e.event_id <= coalesce((select event_id from audit_event
      where authority_id = $1 and happened_at < $::timestamptz order by happened_at desc limit 1), 0) + ${ASTRAY}`, startOf(addDays(to, 1)))
  }
}

/** The newest events that meet the conditions; the page is cut before names are joined. */
async function looksWhere(client: pg.ClientBase, where: Conditions, { before, limit, kind, ...days }: LooksQuery): Promise<Looks> {
  if (before !== null) where.add('e.event_id < $', before)
  between(where, days)
  if (kind !== null && kind !== undefined) {
    const { meets, not } = patternsOf(kind)
    if (meets !== null) where.add('e.event ~ $', meets)
    if (not.length > 0) where.add('not e.event ~ any ($::text[])', not)
  }
  const { rows } = await client.query<LookRow>(
    `select event.event_id, event.happened_at, event.person_id, person.name as person_name, event.event, event.child_id,
       child.code as child_code, event.detail
     from (select * from audit_event e where ${where.text} and ${reached} order by event_id desc limit ${limit + 1}) event
     left join person on person.authority_id = event.authority_id and person.person_id = event.person_id
     left join child on child.authority_id = event.authority_id and child.child_id = event.child_id
     order by event.event_id desc`, where.values)
  const looks = rows.slice(0, limit).map(lookOf)
  return { looks, before: rows.length > limit ? (looks.at(-1)?.eventId ?? null) : null }
}

function ofAuthority(authorityId: number): Conditions {
  const where = new Conditions()
  where.add('e.authority_id = $', authorityId)
  return where
}

/** The events about a child. */
export function looksAtChild(client: pg.ClientBase, authorityId: number, childId: ChildId, query: LooksQuery): Promise<Looks> {
  const where = ofAuthority(authorityId)
  where.add('e.child_id = $', childId)
  return looksWhere(client, where, query)
}

/** The events of a person. */
export function looksOfPerson(client: pg.ClientBase, authorityId: number, personId: string, query: LooksQuery): Promise<Looks> {
  const where = ofAuthority(authorityId)
  where.add('e.person_id = $', personId)
  return looksWhere(client, where, query)
}

/** The events of anybody about anybody, as searched for. A number that is no child's the request reaches finds nothing. */
export function looksSearched(client: pg.ClientBase, authorityId: number, { person, childCode, ...query }: LooksSearch): Promise<Looks> {
  const where = ofAuthority(authorityId)
  if (person !== null && person !== undefined) {
    where.add('e.person_id in (select person_id from person p where p.authority_id = e.authority_id and position(lower($) in lower(p.name)) > 0)', person)
  }
  if (childCode !== null && childCode !== undefined) {
    where.add('e.child_id in (select child_id from child c where c.authority_id = e.authority_id and c.code = $)', childCode)
  }
  return looksWhere(client, where, query)
}

/** These events, oldest first, as far as the request reaches. */
export async function looksNumbered(client: pg.ClientBase, authorityId: number, eventIds: readonly number[]): Promise<readonly Look[]> {
  const where = ofAuthority(authorityId)
  where.add('e.event_id = any ($::bigint[])', eventIds)
  return (await looksWhere(client, where, { before: null, limit: eventIds.length })).looks.toReversed()
}

/** Unsealed events counted at most: more than this is told as "at least". */
const COUNTED = 10_000

/** How far the log is sealed. */
export async function sealedStateOf(client: pg.ClientBase, authorityId: number): Promise<SealedState> {
  const { rows: [row] } = await client.query<{ number: number | null; sealed_at: string | null; unsealed: number; oldest: string | null }>(
    `with head as (
       select seals, closed_through from audit_head where authority_id = $1
     ), late as (
       select happened_at from audit_event e
        where e.authority_id = $1 and e.event_id > coalesce((select closed_through from head), 0)
          and e.event_id not in (select unnest(event_ids) from audit_seal s
             where s.authority_id = $1 and s.through_id > coalesce((select closed_through from head), 0))
        limit ${COUNTED}
     )
     select seal.seal_number as number, seal.sealed_at, (select count(*) from late) as unsealed, (select min(happened_at) from late) as oldest
       from (select 1) one left join head on true
       left join audit_seal seal on seal.authority_id = $1 and seal.seal_number = head.seals`, [authorityId])
  return {
    newest: row === undefined || row.number === null || row.sealed_at === null ? null : { number: row.number, sealedAt: row.sealed_at },
    unsealed: row?.unsealed ?? 0, atLeast: (row?.unsealed ?? 0) >= COUNTED, oldestUnsealedAt: row?.oldest ?? null,
  }
}

interface ExportRow {
  readonly event_id: number
  readonly happened_at: string
  readonly milliseconds: string
  readonly person_id: string | null
  readonly sign_in_name: string | null
  readonly event: string
  readonly child_id: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

/**
 * Events to give out, oldest first. `whole` is for the installation itself, whose transactions reach everyone: what it gives
 * out holds no name or number of a child.
 */
export async function eventsToExport(
  client: pg.ClientBase, authorityId: number, { after, ...days }: ExportQuery, limit: number, whole = false,
): Promise<readonly ExportedEvent[]> {
  const where = ofAuthority(authorityId)
  where.add('e.event_id > $', after)
  between(where, days)
  const { rows } = await client.query<ExportRow>(
    `select event.event_id, event.happened_at, floor(extract(epoch from event.happened_at) * 1000)::text as milliseconds, event.person_id,
       person.sign_in_name, event.event, event.child_id, event.detail
     from (select * from audit_event e where ${where.text} ${whole ? '' : `and ${reached}`} order by event_id limit ${limit}) event
     left join person on person.authority_id = event.authority_id and person.person_id = event.person_id
     order by event.event_id`, where.values)
  return rows.map((row): ExportedEvent => ({
    authorityId, eventId: row.event_id, happenedAt: row.happened_at, milliseconds: Number(row.milliseconds), personId: row.person_id,
    signInName: row.sign_in_name, event: row.event, childId: row.child_id, detail: row.detail,
  }))
}

/** The name of a person of the authority. */
export async function nameOfPerson(client: pg.ClientBase, authorityId: number, personId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>('select name from person where authority_id = $1 and person_id = $2', [authorityId, personId])
  return rows[0]?.name
}
