/** Why a rule cannot be run on what was given: a rule that cannot is told, never passed over in silence. */
import { tables } from '../tables.ts'
import type { CheckSettings } from './makeContext.ts'
import type { GivenYear } from './readForCheck.ts'
import type { Need, Reads, Rule } from './rule.ts'
import type { TableName } from './rows.ts'

/** What a check has to go on. */
export interface Given extends Pick<CheckSettings, 'authority' | 'authorities' | 'places' | 'providers'> {
  readonly this: GivenYear
  /** Null when last year's files were not given. */
  readonly last: GivenYear | null
}

/** Everything that keeps a rule from being run, in words; empty when it can be. */
export function reasonsNotToRun(rule: Rule, given: Given): readonly string[] {
  const ofLast = rule.readsLast === undefined ? [] : given.last === null ? ["last year's files were not given"] : lacking(rule.readsLast, given.last, "last year's ")
  return [...lacking(rule.reads, given.this, ''), ...ofLast, ...(rule.needs ?? []).flatMap((need) => withoutNeed(need, given)), ...ofNowhere(rule, given)]
}

function lacking(reads: Reads, { columns, form }: GivenYear, whose: string): readonly string[] {
  return tables.flatMap(({ name }): readonly string[] => {
    const table = name as TableName
    const wanted: readonly string[] | undefined = reads[table]
    if (wanted === undefined) return []
    const has = columns.get(table)
    if (has === undefined) {
      return [form === 'xml' ? `${whose === '' ? 'an ' : whose}XML return does not hold ${table}` : `${whose === '' ? 'the ' : whose}${table} file was not given`]
    }
    const missing = wanted.filter((column) => !has.has(column))
    if (missing.length === 0) return []
    return [`${whose}${table} has no column ${missing.join(', ')}`]
  })
}

/** What turns on the authority's border cannot be told of an authority that we invented: every placement would lie outside it. */
function ofNowhere({ needs = [] }: Rule, { authority, authorities }: Given): readonly string[] {
  if (authority === null || !needs.includes('authority') || !needs.includes('postcodes')) return []
  const one = authorities.get(authority)
  return one?.demonstration === true ? [`${one.name} is an invented authority, and no postcode lies in it`] : []
}

function withoutNeed(need: Need, { authority, places, providers }: Given): readonly string[] {
  switch (need) {
    case 'authority':
      return authority === null ? ['it was not said whose return this is'] : []
    case 'postcodes':
      return places === null ? ['there is no postcode directory'] : []
    case 'providers':
      return providers === null ? ["Ofsted's list of providers was not given"] : []
  }
}
