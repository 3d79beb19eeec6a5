/**
 * How one of the DfE's rules for the SSDA903 return is declared: what it says, where and when it applies, how it is
 * checked. Its worked cases stand under it in the same file of `rules/`, exported as `cases`: beside the rule and not in
 * it, so that a check of a return need not load them.
 */
import type { CheckContext } from './context.ts'
import type { ChildRows, ColumnOf, RowName, RowOf, TableName, Tables } from './rows.ts'

/** Columns that a check reads, by table. CHILD goes without saying. A table may be read for its rows alone. */
export type Reads = { readonly [T in TableName]?: readonly ColumnOf<T>[] }

/** What else a rule cannot run without: the postcode directory, Ofsted's list of providers, whose return it is. */
export type Need = 'postcodes' | 'providers' | 'authority'

/** Reports a row; `fields` when only some of the rule's fields are at fault in it. */
export type Mark = (row: RowName, fields?: readonly string[]) => void

/** Who can usually mend what the rule finds. */
export type Mender = 'social worker' | 'reviewing officer' | 'adoption team' | 'leaving care team' | 'health lead' | 'placements team' | 'returns team'

interface RuleText {
  /** The DfE's code: 142, 503A, SW05STG1. */
  readonly code: string
  /** What is wrong when it fires, in our words: one sentence a social worker understands. */
  readonly meaning: string
  /** What would mend it: one or two sentences. */
  readonly mend: string
  readonly who: Mender
  /** Columns marked when it fires, as the DfE lists them; those worked out from postcodes (PL_LA) too. */
  readonly fields: readonly string[]
  /** Collection years in whose rule set it stands, named by their end; 2023 is the first we hold, open-ended without `to`. */
  readonly years: { readonly from: number; readonly to?: number }
  /** Tables of the return and their columns without which it cannot run. */
  readonly reads: Reads
  /** The same of last year's files. */
  readonly readsLast?: Reads
  /** Columns it looks at where the files have them and can do without (the UASC flag, which only the XML has). */
  readonly readsIfGiven?: Reads
  /** The same of last year's files. */
  readonly readsLastIfGiven?: Reads
  readonly needs?: readonly Need[]
  /** Why no return can break it any longer, in words; only of a rule about what is no longer supplied. */
  readonly neverFires?: string
}

/** Marks what is wrong with one child; children are looked at one by one, in any order. */
export interface ChildRule extends RuleText {
  readonly check: ChildCheck
}

export interface ChildCheck {
  (child: ChildRows, context: CheckContext, mark: Mark): void
  /** The table without a row of which a child need not be looked at; all are when it is not told. */
  readonly only?: TableName
}

/** Marks what is wrong between children (the same UPN twice): called once with all of them. */
export interface ReturnRule extends RuleText {
  readonly checkAll: (children: Iterable<ChildRows>, context: CheckContext, mark: Mark) => void
}

export type Rule = ChildRule | ReturnRule

/**
 * A check that looks at each row of a table by itself and marks those for which `wrong` holds.
 * Where the row's own fields tell everything this is all a rule needs.
 */
export function eachRow<T extends TableName>(
  table: T,
  wrong: (row: RowOf<T>, context: CheckContext, child: ChildRows) => boolean,
): ChildCheck {
  return onlyWith(table, (child, context, mark) => {
    const rows: Tables[T] = child[table]
    // By index: most rules look at a few thousand rows in all, too few for an iterator to have become cheap.
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]
      if (row !== undefined && wrong(row, context, child)) mark(row)
    }
  })
}

/** The same check, asked only of children with a row in a table: for one that finds nothing at any other. */
export function onlyWith(table: TableName, check: ChildCheck): ChildCheck {
  return Object.assign(check, { only: table })
}
