/**
 * Checking what is held against the DfE's rules: a whole year, or some children of it, and keeping what is found. Both give
 * the same findings; the second costs only what changed.
 */
import type pg from 'pg'
import type { Authorities, CodeSets } from '../../core/facts/codeSets.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { factNames, factTypes, type FactName } from '../../core/facts/factTypes.ts'
import type { HeldFact } from '../../core/reconciliation/reconcileChild.ts'
import { identityOf, shapes } from '../../core/reconciliation/shapes.ts'
import { checkReturn, type CheckResult } from '../../returns/ssda903/check/checkReturn.ts'
import type { Places } from '../../returns/ssda903/check/places.ts'
import type { Providers } from '../../returns/ssda903/check/providers.ts'
import { readProviders } from '../../returns/ssda903/check/readProviders.ts'
import { xmlColumns } from '../../returns/ssda903/check/readXmlTables.ts'
import type { GivenYear } from '../../returns/ssda903/check/readForCheck.ts'
import type { Rule } from '../../returns/ssda903/check/rule.ts'
import type { TableName } from '../../returns/ssda903/check/rows.ts'
import { childYear, type ChildYear } from '../../returns/ssda903/held/childYear.ts'
import { columnsBrought, HeldRows, type BroughtFile } from '../../returns/ssda903/held/heldRows.ts'
import { currentFacts } from '../heldFacts.ts'
import { changeFactsAlone } from '../postgres.ts'
import { closeFindings, keepFindings, type Kept } from './findings.ts'

/** What the checks rest on beside the facts. */
export interface CheckMeans {
  readonly codeSets: CodeSets
  readonly authorities: Authorities
  readonly places: Places | null
  /** The rules of a year; empty for a year whose rules are not held. */
  readonly rules: (year: number) => readonly Rule[]
  /** Changes when the rules or the lookups do. */
  readonly edition: string
}

interface Ground {
  readonly year: number
  readonly columns: ReadonlyMap<TableName, ReadonlySet<string>>
  readonly columnsBefore: ReadonlyMap<TableName, ReadonlySet<string>> | null
  readonly authority: string
  readonly providers: Providers | null
  readonly basis: string
}

/** Children at a time. */
const BATCH = 200

const isTogether = (rule: Rule): boolean => 'checkAll' in rule

/** The tables that rules which look at all children together read. */
const tablesRead = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ reads, readsLast, readsIfGiven, readsLastIfGiven }) =>
    [reads, readsLast, readsIfGiven, readsLastIfGiven].flatMap((one) => Object.keys(one ?? {}))))

/** Held years whose rules are held, newest first. */
export async function yearsToCheck(client: pg.ClientBase, authorityId: number, means: CheckMeans): Promise<readonly number[]> {
  const years = new Set((await broughtFiles(client, authorityId)).map(({ year }) => year))
  return [...years].filter((year) => means.rules(year).length > 0).sort((a, b) => b - a)
}

/**
 * Checks a year as far as it is needed: everything when it was never checked, when a return came in since, or when what the
 * checks rest on changed. Gives whether anything was done. The transaction must reach every child; nobody else changes facts until it ends.
 */
export async function checkIfNeeded(client: pg.ClientBase, authorityId: number, year: number, means: CheckMeans): Promise<boolean> {
  if (!(await isBehind(client, authorityId, await groundOf(client, authorityId, year, means)))) return false
  await changeFactsAlone(client, authorityId)
  // Another server may have done it while this one waited.
  const ground = await groundOf(client, authorityId, year, means)
  if (!(await isBehind(client, authorityId, ground))) return false
  await check(client, authorityId, ground, means, null)
  return true
}

async function isBehind(client: pg.ClientBase, authorityId: number, { year, basis }: Ground): Promise<boolean> {
  const { rows: [state] } = await client.query<{ basis: string; behind: boolean }>(
    `select basis, exists (select from return_import i where i.authority_id = $1 and i.status = 'done' and i.finished_at > checked_at) as behind
       from check_year where authority_id = $1 and collection_year = $2`,
    [authorityId, year],
  )
  return state === undefined || state.basis !== basis || state.behind
}

/** Checks a whole year anew. The transaction must reach every child; nobody else changes facts until it ends. */
export async function checkWhole(client: pg.ClientBase, authorityId: number, year: number, means: CheckMeans): Promise<void> {
  await check(client, authorityId, await groundOf(client, authorityId, year, means), means, null)
}

/**
 * Checks some children again in every year that was checked before, after their facts changed. A year that was not waits for
 * its whole check. The transaction must reach every child; nobody else changes facts until it ends.
 */
export async function checkChildren(client: pg.ClientBase, authorityId: number, children: readonly ChildId[], means: CheckMeans): Promise<void> {
  if (children.length === 0) return
  const { rows } = await client.query<{ year: number; basis: string }>(
    'select collection_year as year, basis from check_year where authority_id = $1', [authorityId])
  for (const { year, basis } of rows) {
    const ground = await groundOf(client, authorityId, year, means)
    // What they rest on changed: the whole year waits to be checked anew, and must not be told half of it.
    if (ground.basis === basis) await check(client, authorityId, ground, means, children)
  }
}

async function broughtFiles(client: pg.ClientBase, authorityId: number): Promise<readonly { readonly year: number; readonly file: BroughtFile }[]> {
  const { rows } = await client.query<{ collection_year: number; files: readonly (BroughtFile & { readonly collectionYear?: number })[] }>(
    `select collection_year, files from return_import where authority_id = $1 and status = 'done' order by finished_at`, [authorityId])
  return rows.flatMap(({ collection_year: year, files }) => files.map((file) => ({ year: file.collectionYear ?? year, file })))
}

async function groundOf(client: pg.ClientBase, authorityId: number, year: number, means: CheckMeans): Promise<Ground> {
  const files = await broughtFiles(client, authorityId)
  const brought = (of: number) => columnsBrought(files.filter((one) => one.year === of).map(({ file }) => file), xmlColumns())
  const columns = brought(year)
  const before = brought(year - 1)
  const { rows: [list] } = await client.query<{ given_at: string; content: string }>(
    'select given_at, content from provider_list where authority_id = $1 order by given_at desc limit 1', [authorityId])
  const read = list === undefined ? null : readProviders(list.content, year)
  const plain = (map: ReadonlyMap<string, ReadonlySet<string>>) => [...map].map(([name, has]) => [name, [...has].sort()]).sort()
  return {
    year, columns, columnsBefore: before.size === 0 ? null : before, authority: String(authorityId).padStart(3, '0'),
    providers: read?.kind === 'read' ? read.providers : null,
    basis: JSON.stringify([means.edition, plain(columns), plain(before), list?.given_at ?? null]),
  }
}

/** What a child's return-wide part is made of: facts as they stand in this year's return and in last year's. */
interface Part {
  readonly now: ChildYear | null
  readonly before: ChildYear | null
}

async function check(
  client: pg.ClientBase, authorityId: number, ground: Ground, means: CheckMeans, only: readonly ChildId[] | null,
): Promise<void> {
  const { year } = ground
  const rules = means.rules(year)
  const single = rules.filter((rule) => !isTogether(rule))
  const together = rules.filter(isTogether)
  const read = tablesRead(together)
  const now = await changeFactsAlone(client, authorityId)
  const { rows: known } = await client.query<{ child_id: ChildId; code: string }>(
    'select child_id, code from child where authority_id = $1 and ($2::uuid[] is null or child_id = any ($2)) order by code', [authorityId, only])
  let first: CheckResult | null = null
  let counted = 0
  const defects = new Map<string, { message: string; children: number }>()
  const told = (result: CheckResult): void => {
    first ??= result
    for (const { rule, message, children } of result.defects) {
      const before = defects.get(rule.code)
      defects.set(rule.code, { message: before?.message ?? message, children: (before?.children ?? 0) + children })
    }
  }
  for (let from = 0; from === 0 || from < known.length; from += BATCH) {
    const some = known.slice(from, from + BATCH)
    const facts = await currentFacts(client, authorityId, some.map((one) => one.child_id))
    const rows = new HeldRows(year)
    const parts: { readonly childId: ChildId; readonly part: Part }[] = []
    for (const { child_id: childId, code } of some) {
      const held = facts.get(childId) ?? []
      const part = { now: childYear(code, held, year), before: ground.columnsBefore === null ? null : childYear(code, held, year - 1) }
      if (part.now !== null) counted += 1
      rows.add(part.now, part.before)
      parts.push({ childId, part })
    }
    const result = run(single, rows, ground, means)
    told(result)
    const ids = new Map(some.map((one) => [one.code, one.child_id]))
    await keepFindings(client, { authorityId, year, now, rules: null, children: some.map((one) => one.child_id), leave: together.map(({ code }) => code) }, kept(result, rows, ids))
    await keepParts(client, authorityId, year, parts, read)
  }
  const whole = await checkTogether(client, authorityId, together, ground, means, read, now)
  told(whole)
  const state: CheckResult = first ?? whole
  await keepState(client, authorityId, ground, {
    now, whole: only === null, children: counted, rulesRun: state.results.length + whole.results.length,
    notRun: [...state.notRun, ...whole.notRun].map(({ rule, reason }) => ({ rule: rule.code, reason })),
    defects: [...defects].map(([rule, one]) => ({ rule, ...one })),
  })
  if (only === null) await closeFindings(client, authorityId, year, rules.map(({ code }) => code), now)
}

function run(rules: readonly Rule[], rows: HeldRows, ground: Ground, means: CheckMeans): CheckResult {
  const given = (of: HeldRows['now'], columns: GivenYear['columns']): GivenYear => ({ rows: of, form: 'csv', columns })
  return checkReturn({
    year: ground.year, ruleYear: ground.year, codeSets: means.codeSets, authorities: means.authorities, places: means.places,
    authority: ground.authority, providers: ground.providers, rules,
    this: given(rows.now, ground.columns), last: ground.columnsBefore === null ? null : given(rows.before, ground.columnsBefore),
  })
}

function kept(result: CheckResult, rows: HeldRows, ids: ReadonlyMap<string, ChildId>): readonly Kept[] {
  return result.results.flatMap(({ findings }) => findings.map(({ rule, row, fields }) => {
    const fact = rows.factOf(row)
    const childId = ids.get(row.CHILD)
    if (childId === undefined) throw new Error(`rule ${rule} found a row of nobody`)
    return { rule, childId, factType: fact.type, factKey: identityOf(shapes[fact.type], fact.values), factId: fact.factId, last: row.last, fields }
  }))
}

/** A part as it is kept: the facts of the tables that are read, and what they repeat. */
interface KeptPart {
  readonly now: KeptYear | null
  readonly before: KeptYear | null
}

interface KeptYear {
  readonly bornOn: ChildYear['bornOn']
  readonly sex: string | null
  readonly facts: readonly HeldFact[]
}

async function keepParts(
  client: pg.ClientBase, authorityId: number, year: number, parts: readonly { readonly childId: ChildId; readonly part: Part }[], read: ReadonlySet<string>,
): Promise<void> {
  const narrow = (child: ChildYear | null): KeptYear | null => child === null ? null : {
    bornOn: child.bornOn, sex: child.sex, facts: Object.values(child.facts).flat().filter(({ type }) => read.has(tableNames[type])),
  }
  const kept = parts.map(({ childId, part }) => ({ childId, facts: { now: narrow(part.now), before: narrow(part.before) } satisfies KeptPart }))
  await client.query(
    `insert into check_part (authority_id, collection_year, child_id, facts)
     select $1, $2, child_id, facts from unnest($3::uuid[], $4::jsonb[]) as given(child_id, facts)
     on conflict (authority_id, collection_year, child_id) do update set facts = excluded.facts
      where check_part.facts is distinct from excluded.facts`,
    [authorityId, year, kept.map(({ childId }) => childId), kept.map(({ facts }) => JSON.stringify(facts))],
  )
}

/** Asks the rules that look at all children together, of what is kept of each. */
async function checkTogether(
  client: pg.ClientBase, authorityId: number, rules: readonly Rule[], ground: Ground, means: CheckMeans, read: ReadonlySet<string>, now: string,
): Promise<CheckResult> {
  const { year } = ground
  const rows = new HeldRows(year)
  const { rows: parts } = rules.length === 0 ? { rows: [] } : await client.query<{ child_id: ChildId; code: string; facts: KeptPart }>(
    `select child_id, code, facts from check_part join child using (authority_id, child_id)
      where authority_id = $1 and collection_year = $2 order by code`, [authorityId, year])
  for (const { code, facts } of parts) rows.add(wide(code, facts.now), wide(code, facts.before), read)
  const result = run(rules, rows, ground, means)
  await keepFindings(
    client, { authorityId, year, now, rules: rules.map(({ code }) => code), children: null, leave: [] },
    kept(result, rows, new Map(parts.map((one) => [one.code, one.child_id]))),
  )
  return result
}

const tableNames = Object.fromEntries(Object.entries(factTypes).map(([name, { table }]) => [name, table])) as Readonly<Record<FactName, string>>

function wide(code: string, part: KeptYear | null): ChildYear | null {
  if (part === null) return null
  const facts = Object.fromEntries(factNames.map((name) => [name, part.facts.filter(({ type }) => type === name)])) as unknown as ChildYear['facts']
  return { code, bornOn: part.bornOn, sex: part.sex, facts }
}

interface State {
  readonly now: string
  /** Whether the whole year was checked: only then does it count its children and forget older failures. */
  readonly whole: boolean
  readonly children: number
  readonly rulesRun: number
  readonly notRun: readonly { readonly rule: string; readonly reason: string }[]
  readonly defects: readonly { readonly rule: string; readonly message: string; readonly children: number }[]
}

async function keepState(client: pg.ClientBase, authorityId: number, { year, basis }: Ground, state: State): Promise<void> {
  const defects = JSON.stringify(state.defects)
  if (!state.whole) {
    // The day of the last whole check stays: by it an import that came since is known. A failure stays until then, too.
    await client.query(
      `update check_year set defects = defects || $3::jsonb,
         children = (select count(*) from check_part where authority_id = $1 and collection_year = $2 and facts -> 'now' <> 'null')
       where authority_id = $1 and collection_year = $2`,
      [authorityId, year, defects],
    )
    return
  }
  await client.query(
    `insert into check_year (authority_id, collection_year, checked_at, basis, rules_run, children, not_run, defects)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (authority_id, collection_year) do update set checked_at = excluded.checked_at, basis = excluded.basis,
       rules_run = excluded.rules_run, children = excluded.children, not_run = excluded.not_run, defects = excluded.defects`,
    [authorityId, year, state.now, basis, state.rulesRun, state.children, JSON.stringify(state.notRun), defects],
  )
}
