/**
 * How a return is laid beside what is already held about one child: what is new is added, what has ended is closed,
 * what was blank is completed, and everything else that differs is put before a person. Nothing is overwritten.
 *
 * Of the two failures, asking somebody once too often is the lesser: a value changed without anybody knowing cannot be
 * found again.
 */
import type { FactId, FieldValue } from '../facts/factType.ts'
import type { FactName } from '../facts/factTypes.ts'
import { equal, identityOf, same, shapes, type FactValues, type Shape } from './shapes.ts'
import { collectionYearEnd, collectionYearStart } from '../time/localDate.ts'

export type { FactValues } from './shapes.ts'

/** One row of a return. */
export interface IncomingRow {
  readonly type: FactName
  readonly values: FactValues
  readonly file: number
  readonly row: number
}

/** One current fact of the child. */
export interface HeldFact {
  readonly type: FactName
  readonly factId: FactId
  readonly values: FactValues
  /** Collection year of the return that recorded it; null when a person did. */
  readonly collectionYear: number | null
}

/** A difference that was raised by an earlier import about a fact still current. */
export interface RaisedDifference {
  readonly differenceId: string
  readonly heldFactId: FactId
  readonly kind: 'changed' | 'vanished'
  readonly proposed: FactValues | null
  /** The fields that differed; accepting changes these alone. */
  readonly fields: readonly string[]
  readonly status: 'open' | 'kept'
  /** The year of the return that raised it, when that is known: an older return does not answer for a newer one. */
  readonly collectionYear?: number
}

export interface Replacement {
  readonly held: HeldFact
  readonly values: FactValues
  readonly row: IncomingRow
  /** `closed`: only its ending was filled in. `completed`: other blanks were, too. */
  readonly kind: 'closed' | 'completed'
}

export type NewDifference =
  | {
      readonly kind: 'changed'
      readonly held: HeldFact
      readonly proposed: FactValues
      readonly fields: readonly string[]
      readonly row: IncomingRow
    }
  | { readonly kind: 'vanished'; readonly held: HeldFact }

export interface Reconciliation {
  readonly added: readonly IncomingRow[]
  readonly replaced: readonly Replacement[]
  readonly unchanged: number
  readonly differences: readonly NewDifference[]
  /** Rows that stand twice in the files, word for word: read once, and said. */
  readonly repeated: readonly IncomingRow[]
  /** Open differences that this return no longer bears out. */
  readonly overtaken: readonly string[]
}

/** What the return covers: its year and the tables it brought. Facts of a table it did not bring are never missed. */
export interface ReturnScope {
  readonly collectionYear: number
  readonly tables: ReadonlySet<FactName>
  /**
   * Whether a code of a set was in use in a collection year. Where the return itself replaced a code (H5 by K3, Z1 by
   * Z11 to Z14), the new code is the same fact in new words: it completes and is no difference. Without it none is.
   */
  readonly codeInUse?: (set: string, code: string, collectionYear: number) => boolean
}

/** A start moved further than this is another stay in the same home, not a date put right. */
const CORRECTED_WITHIN = 31

/** Whether two facts differ in nothing but when they started, by little, and how they ended: a corrected start. */
function sameButForDates(shape: Shape, a: FactValues, b: FactValues): boolean {
  if (shape.names.length - shape.identity.length - shape.closing.size < 4) return false
  const moved = Number(a[shape.from]) - Number(b[shape.from])
  if (!(Math.abs(moved) <= CORRECTED_WITHIN)) return false
  for (let i = 0; i < shape.names.length; i += 1) {
    if (shape.identity.includes(i) || shape.closing.has(i)) continue
    if (!same(shape, i, a[i] ?? null, b[i] ?? null)) return false
  }
  return true
}

type Comparison =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'differs'; readonly filled: FactValues | null; readonly closingOnly: boolean; readonly changed: readonly number[] }

/** Whether the return's own code set replaced one code by another between one year and a later one. */
function recoded(set: string | null, was: FieldValue, wasIn: number, now: FieldValue, nowIn: number, scope: ReturnScope): boolean {
  const { codeInUse } = scope
  if (set === null || codeInUse === undefined || wasIn >= nowIn || was === null || now === null) return false
  const ended = codeInUse(set, String(was), wasIn) && !codeInUse(set, String(was), nowIn)
  return ended && codeInUse(set, String(now), nowIn) && !codeInUse(set, String(now), wasIn)
}

function compare(shape: Shape, held: HeldFact, row: IncomingRow, scope: ReturnScope, inCare: boolean): Comparison {
  const year = scope.collectionYear
  const closing: number[] = []
  const completing: number[] = []
  const changed: number[] = []
  const heldYear = held.collectionYear
  const older = heldYear !== null && year < heldYear
  const heldEnd = shape.end < 0 ? null : (held.values[shape.end] ?? null)
  // An older return that still calls a fact open, when it ended only after that return's year, agrees with us.
  const openThen = older && typeof heldEnd === 'number' && heldEnd > collectionYearEnd(year)
  for (let i = 0; i < shape.names.length; i += 1) {
    const was = held.values[i] ?? null
    const now = row.values[i] ?? null
    if (same(shape, i, was, now)) continue
    const closes = shape.closing.has(i)
    const set = shape.codeSets[i] ?? null
    const unknown = (value: FieldValue): boolean => value !== null && (shape.notKnown[i]?.includes(String(value)) ?? false)
    if (now === null && !inCare && shape.onlyInCare.has(i)) continue
    // An older return did not know yet what a newer one does, and wrote what its own year's codes could say.
    if (older && was !== null && (closes ? now === null && openThen : now === null || unknown(now) || recoded(set, now, year, was, heldYear, scope))) continue
    // What a newer return still calls open, an older one cannot end: it said so before the newer was made.
    const contradicts = older && closes && heldEnd === null
    const replaces = heldYear !== null && recoded(set, was, heldYear, now, year, scope)
    if ((was === null && !contradicts) || (now !== null && unknown(was)) || replaces) (closes ? closing : completing).push(i)
    else changed.push(i)
  }
  if (closing.length + completing.length + changed.length === 0) return { kind: 'unchanged' }
  // Where the values belong together, a row that says otherwise is about something else: it completes nothing unasked.
  const apart = shape.whole && changed.length > 0
  const filling = apart ? [] : [...closing, ...completing]
  const asked = apart ? [...changed, ...closing, ...completing].sort((a, b) => a - b) : changed
  let filled: FieldValue[] | null = null
  if (filling.length > 0) {
    filled = [...held.values]
    for (const i of filling) filled[i] = row.values[i] ?? null
  }
  return { kind: 'differs', filled, closingOnly: completing.length === 0, changed: asked }
}

/**
 * Whether a return of this scope should have repeated a held fact. About a child it shows no day in care of, a return holds
 * at most how they do as a care leaver: what else is held about them is not missed, only episodes that should be there.
 */
function expected(shape: Shape, held: HeldFact, scope: ReturnScope, inCare: boolean): boolean {
  const { collectionYear } = scope
  if (held.collectionYear !== null && held.collectionYear > collectionYear) return false
  if (!inCare && held.type !== 'episode' && held.type !== 'care_leaver_year') return false
  if (shape.inForce === 'always') return true
  if (shape.inForce === 'in its year') {
    return shape.year >= 0 ? held.values[shape.year] === collectionYear : held.collectionYear === collectionYear
  }
  const from = held.values[shape.from]
  const to = held.values[shape.to] ?? null
  if (typeof from !== 'number' || from > collectionYearEnd(collectionYear)) return false
  return to === null || (typeof to === 'number' && to >= collectionYearStart(collectionYear))
}

class Sorting {
  readonly added: IncomingRow[] = []
  readonly replaced: Replacement[] = []
  readonly differences: NewDifference[] = []
  readonly repeated: IncomingRow[] = []
  unchanged = 0
}

/** Lays the rows of one kind beside the held facts of that kind. */
function sortKind(
  type: FactName, held: readonly HeldFact[], rows: readonly IncomingRow[], scope: ReturnScope,
  inCare: boolean, out: Sorting,
): void {
  const shape = shapes[type]
  const waiting = new Map<string, HeldFact[]>()
  for (const fact of held) {
    const key = identityOf(shape, fact.values)
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [fact])
    else list.push(fact)
  }
  const fresh: IncomingRow[] = []
  const seen = new Map<string, IncomingRow[]>()
  for (const row of rows) {
    const key = identityOf(shape, row.values)
    const before = seen.get(key)
    if (before === undefined) seen.set(key, [row])
    else if (before.some((other) => equal(shape, other.values, row.values))) {
      out.repeated.push(row)
      continue
    } else before.push(row)
    const candidates = waiting.get(key)
    if (candidates === undefined || candidates.length === 0) {
      fresh.push(row)
      continue
    }
    const exact = candidates.findIndex((fact) => equal(shape, fact.values, row.values))
    const [fact] = candidates.splice(exact < 0 ? 0 : exact, 1)
    if (fact === undefined) continue
    settle(shape, fact, row, scope, inCare, out)
  }
  for (const list of waiting.values()) {
    for (const fact of list) {
      if (!scope.tables.has(type) || !expected(shape, fact, scope, inCare)) continue
      const corrected = fresh.findIndex((row) => sameButForDates(shape, fact.values, row.values))
      const [row] = corrected < 0 ? [] : fresh.splice(corrected, 1)
      if (row === undefined) out.differences.push({ kind: 'vanished', held: fact })
      else settle(shape, fact, row, scope, inCare, out)
    }
  }
  out.added.push(...fresh)
}

function settle(shape: Shape, held: HeldFact, row: IncomingRow, scope: ReturnScope, inCare: boolean, out: Sorting): void {
  const comparison = compare(shape, held, row, scope, inCare)
  if (comparison.kind === 'unchanged') {
    out.unchanged += 1
    return
  }
  if (comparison.filled !== null) {
    out.replaced.push({ held, values: comparison.filled, row, kind: comparison.closingOnly ? 'closed' : 'completed' })
  }
  if (comparison.changed.length > 0) {
    const fields = comparison.changed.map((i) => shape.names[i] ?? '')
    out.differences.push({ kind: 'changed', held, proposed: row.values, fields, row })
  }
}

/** A difference of the same fact with the same proposal: a question that is open or was answered is not asked again. */
function alreadyRaised(difference: NewDifference, raised: readonly RaisedDifference[]): RaisedDifference | undefined {
  return raised.find((before) => {
    if (before.heldFactId !== difference.held.factId || before.kind !== difference.kind) return false
    if (difference.kind === 'vanished') return true
    const { proposed } = before
    if (proposed === null || before.fields.length !== difference.fields.length) return false
    const shape = shapes[difference.held.type]
    return difference.fields.every((name) => {
      const field = shape.names.indexOf(name)
      return before.fields.includes(name) && same(shape, field, proposed[field] ?? null, difference.proposed[field] ?? null)
    })
  })
}

/**
 * Reconciles one return's rows about one child with what is held. Give every row of the child and every current fact.
 * `raised` are the open and kept differences about those facts. Pure: ids for what is new are the caller's to make.
 */
export function reconcileChild(
  held: readonly HeldFact[],
  rows: readonly IncomingRow[],
  raised: readonly RaisedDifference[],
  scope: ReturnScope,
): Reconciliation {
  const out = new Sorting()
  if (held.length === 0) {
    // The common case of a first import: nothing to lay beside, only repeats to find.
    addNew(rows, out)
    return { ...out, unchanged: 0, overtaken: [] }
  }
  const shows: FactName = scope.tables.has('episode') ? 'episode' : 'child_details'
  const inCare = rows.some((row) => row.type === shows)
  const heldByType = groupByType(held)
  const rowsByType = groupByType(rows)
  for (const type of new Set([...heldByType.keys(), ...rowsByType.keys()])) {
    sortKind(type, heldByType.get(type) ?? [], rowsByType.get(type) ?? [], scope, inCare, out)
  }
  const fresh: NewDifference[] = []
  const stillRaised = new Set<string>()
  for (const difference of out.differences) {
    const before = alreadyRaised(difference, raised)
    if (before === undefined) fresh.push(difference)
    else stillRaised.add(before.differenceId)
  }
  const judged = (one: RaisedDifference): boolean => {
    const fact = held.find((other) => other.factId === one.heldFactId)
    const { collectionYear = scope.collectionYear } = one
    if (fact !== undefined && collectionYear > scope.collectionYear) {
      // A newer return missed a fact that this one has ended before its year: it was right not to repeat it.
      const ended = one.kind === 'vanished' ? out.replaced.find((other) => other.held.factId === fact.factId) : undefined
      return ended !== undefined && !expected(shapes[fact.type], { ...fact, values: ended.values }, { ...scope, collectionYear }, true)
    }
    return fact !== undefined && scope.tables.has(fact.type) &&
      expected(shapes[fact.type], fact, scope, inCare)
  }
  return {
    added: out.added,
    replaced: out.replaced,
    unchanged: out.unchanged,
    repeated: out.repeated,
    differences: fresh,
    overtaken: raised
      .filter((one) => one.status === 'open' && !stillRaised.has(one.differenceId) && judged(one))
      .map((one) => one.differenceId),
  }
}

function groupByType<T extends { readonly type: FactName }>(items: readonly T[]): Map<FactName, T[]> {
  const groups = new Map<FactName, T[]>()
  for (const item of items) {
    const list = groups.get(item.type)
    if (list === undefined) groups.set(item.type, [item])
    else list.push(item)
  }
  return groups
}

/** Whether two rows of one kind are, word for word, the same. */
function sameRow(a: IncomingRow, b: IncomingRow): boolean {
  return a.type === b.type && equal(shapes[a.type], a.values, b.values)
}

/** More rows than a child has in any return but a damaged one: beyond it they are told apart by a key. */
const FEW = 40

function addNew(rows: readonly IncomingRow[], out: Sorting): void {
  if (rows.length <= FEW) {
    for (const row of rows) {
      // Compared one with another: for a handful of rows that takes less than making a key of each.
      if (out.added.some((other) => sameRow(other, row))) out.repeated.push(row)
      else out.added.push(row)
    }
    return
  }
  const seen = new Map<string, IncomingRow[]>()
  for (const row of rows) {
    const key = `${row.type}|${identityOf(shapes[row.type], row.values)}`
    const before = seen.get(key)
    if (before === undefined) seen.set(key, [row])
    else if (before.some((other) => sameRow(other, row))) {
      out.repeated.push(row)
      continue
    } else before.push(row)
    out.added.push(row)
  }
}
