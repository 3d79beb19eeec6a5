/**
 * What the return of a collection year says of a child, worked out from the facts that are held: the one answer that both
 * the file to send and the checks of what is held work from.
 */
import type { FieldValue } from '../../../core/facts/factType.ts'
import { factNames, type FactName } from '../../../core/facts/factTypes.ts'
import type { HeldFact } from '../../../core/reconciliation/reconcileChild.ts'
import { shapes, type FactValues } from '../../../core/reconciliation/shapes.ts'
import { collectionYearEnd, collectionYearStart, type LocalDate } from '../../../core/time/localDate.ts'
import { fieldsOf } from '../tables.ts'

/** First collection year of the tables that came later (format notes, section 1). */
const since: Partial<Record<FactName, number>> = { social_worker_episode: 2024, deprivation_of_liberty_order: 2027 }

/** The kinds of fact that the return of a year has a table for, in the order of the return. */
export function tablesOfYear(year: number): readonly FactName[] {
  return factNames.filter((name) => year >= (since[name] ?? 0))
}

/** What one year's return says of one child. */
export interface ChildYear {
  /** The authority's own number for the child. */
  readonly code: string
  readonly bornOn: LocalDate | null
  /** M, F or U. */
  readonly sex: string | null
  readonly facts: { readonly [N in FactName]: readonly HeldFact[] }
}

const BORN_ON = shapes.child_details.names.indexOf('bornOn')
const SEX = shapes.child_details.names.indexOf('sex')
const REASON_CEASED = shapes.episode.names.indexOf('reasonEpisodeCeased')
const adopted: ReadonlySet<FieldValue> = new Set(['E11', 'E12'])

/**
 * The rows of a child in the return of a year; null when it has none.
 *
 * What that year's return itself brought in is in it as it stands. Of everything else it holds, as the return asks (format
 * notes, section 1: cumulative for the year, what is still open repeated): episodes in force in the year; of a child with
 * one, the details, the earlier permanence arrangement and whatever was in force in the year; what began in the year, in
 * care or not; the outcomes of the year; an adoption in the year of its order. What ended after the year had not ended by
 * then: its end is left blank, so that the return of a past year reads as it could have been written at its end.
 */
export function childYear(code: string, held: readonly HeldFact[], year: number): ChildYear | null {
  const first = collectionYearStart(year)
  const last = collectionYearEnd(year)
  const inForce = (fact: HeldFact): boolean => {
    const [from, to] = spanOf(fact)
    return from !== null && from <= last && (to === null || to >= first)
  }
  const spells = held.filter((fact) => fact.type === 'episode' && inForce(fact))
  const inCare = spells.length > 0
  const adoptedThen = spells.some(({ values }) => adopted.has(values[REASON_CEASED] ?? null) && endOf('episode', values, last) !== null)
  const belongs = (fact: HeldFact): boolean => {
    if (fact.collectionYear === year) return true
    if (year < (since[fact.type] ?? 0)) return false
    const [from] = spanOf(fact)
    switch (fact.type) {
      case 'child_details':
        // Added below, when there is anything else to say.
        return false
      case 'previous_permanence':
        return inCare
      case 'unaccompanied_child': {
        const [, ceased] = spanOf(fact)
        return inCare && (ceased === null || ceased >= first)
      }
      case 'adoption':
        return adoptedThen
      case 'outcomes_year':
      case 'care_leaver_year':
        return fact.values[shapes[fact.type].year] === year
      default:
        return inForce(fact) && (inCare || (from !== null && from >= first))
    }
  }
  const rows = held.filter(belongs)
  if (rows.length === 0) return null
  const details = held.filter(({ type }) => type === 'child_details')
  const told = [...details, ...rows.filter(({ type }) => type !== 'child_details')].map((fact) => asOfYear(fact, year, last, inCare))
  const facts = Object.fromEntries(factNames.map((name) => [name, told.filter(({ type }) => type === name).toSorted(inOrder)]))
  return {
    code,
    bornOn: (details[0]?.values[BORN_ON] ?? null) as LocalDate | null,
    sex: (details[0]?.values[SEX] ?? null) as string | null,
    facts: facts as unknown as ChildYear['facts'],
  }
}

/** First and last day on which a fact was in force, as its declaration says. */
function spanOf({ type, values }: HeldFact): readonly [LocalDate | null, LocalDate | null] {
  const { from, to, end } = shapes[type]
  return [(values[from] ?? null) as LocalDate | null, (values[to < 0 ? end : to] ?? null) as LocalDate | null]
}

/** The day a fact ended, when that was by a day. */
function endOf(type: FactName, values: FactValues, by: LocalDate): LocalDate | null {
  const end = (values[shapes[type].end] ?? null) as LocalDate | null
  return end !== null && end <= by ? end : null
}

/** A fact as the year's return has it: what the year did not know yet, and what is asked only of children in care, left blank. */
function asOfYear(fact: HeldFact, year: number, last: LocalDate, inCare: boolean): HeldFact {
  if (fact.collectionYear === year) return fact
  const { closing, end, onlyInCare } = shapes[fact.type]
  const ended = fact.values[end] ?? null
  const endsLater = ended !== null && (ended as LocalDate) > last
  if (!endsLater && (inCare || onlyInCare.size === 0)) return fact
  const values = fact.values.map((value, at) => ((endsLater && closing.has(at)) || (!inCare && onlyInCare.has(at)) ? null : value))
  return { ...fact, values }
}

const kinds = Object.fromEntries(factNames.map((name) => [name, fieldsOf(name).map(({ kind }) => kind)])) as unknown as Readonly<Record<FactName, readonly string[]>>

/** By their first day, then by all their values, so that the same facts are always written in the same order. */
function inOrder(a: HeldFact, b: HeldFact): number {
  const at = kinds[a.type].indexOf('date')
  return compare(a.values[at], b.values[at]) || a.values.reduce<number>((order, value, i) => order || compare(value, b.values[i]), 0)
}

function compare(a: FieldValue | undefined, b: FieldValue | undefined): number {
  const [x, y] = [a ?? '', b ?? '']
  return x === y ? 0 : x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1
}
