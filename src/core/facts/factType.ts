/**
 * How one kind of fact is declared, once: what the return calls it, what it holds, what makes two rows the same fact.
 *
 * Reading a file, storing, reconciling, showing a difference and writing the return all work from these declarations,
 * so a field is named in one place and nobody writes a list of fields twice.
 */
import type { LocalDate } from '../time/localDate.ts'

declare const factIdBrand: unique symbol
/** Identifies one recorded version of a fact: a correction is a new fact with a new id. A UUID made at the edge. */
export type FactId = string & { readonly [factIdBrand]: true }

declare const childIdBrand: unique symbol
/** Identifies a child inside one authority. A UUID made at the edge; the authority's own number is the child code. */
export type ChildId = string & { readonly [childIdBrand]: true }

/**
 * What a field holds. Codes and texts are kept as the authority wrote them (upper case for codes), whether or not
 * they stand in a code set: judging them is the work of the 903 rules, losing them would be ours.
 * `partial date` is text such as `zz/03/2015`; `year` is a collection year named by its end.
 */
export type FieldKind = 'date' | 'code' | 'text' | 'partial date' | 'year'

export interface Field<K extends FieldKind = FieldKind, R extends boolean = boolean, C extends string | null = string | null> {
  readonly kind: K
  /** Column of the SSDA903 CSV table; null when the value comes from the return itself (its collection year). */
  readonly column: C
  /** Words a person reads. */
  readonly label: string
  /** A row without it is no fact: its import is refused. */
  readonly required: R
  /** Name of the code set in `rules/code-sets.json`, for labels and checks. */
  readonly codeSet: string | null
  /** Codes that say the value is not known yet (UN1, NOBT): a value in their place completes the fact and changes nothing. */
  readonly notKnown?: readonly string[]
  /** Given only for children in care in the year: its blank about a care leaver says nothing. */
  readonly onlyInCare?: true
}

type Value<K extends FieldKind> = K extends 'date' ? LocalDate : K extends 'year' ? number : string
export type FieldValue = LocalDate | number | string | null

export type Fields = Readonly<Record<string, Field>>

export interface FactType<N extends string = string, F extends Fields = Fields, T extends string = string> {
  /** Also the name of its table in the store. */
  readonly name: N
  /** Name of its SSDA903 table, as in the format notes. */
  readonly table: T
  /** What a person calls one of these: "episode of care". */
  readonly noun: string
  readonly fields: F
  /** Fields that make two rows of one child the same fact. Empty when a child has at most one. */
  readonly identity: readonly string[]
  /** Fields that are blank while the fact is open and filled when it ends: filling them is a closing, not a change. */
  readonly closing: readonly string[]
  /**
   * First and last day on which the fact was in force, as the fields giving them: tells which facts a return of a
   * given year must repeat about a child who was in care in it. `always` facts are repeated for every such child.
   */
  readonly inForce: { readonly from: string; readonly to: string } | 'always' | 'in its year'
  /** Its values belong together: a row with another arrangement does not fill in the blanks of this one. */
  readonly whole?: true
}

/** Declares a kind of fact, holding `identity`, `closing` and `inForce` to fields that it has. */
export function declareFactType<const N extends string, F extends Fields, const T extends string>(
  type: FactType<N, F, T> & {
    readonly identity: readonly (keyof F & string)[]
    readonly closing: readonly (keyof F & string)[]
    readonly inForce: { readonly from: keyof F & string; readonly to: keyof F & string } | 'always' | 'in its year'
  },
): FactType<N, F, T> {
  return type
}

/** The values of one fact. */
export type ValuesOf<T extends FactType> = {
  readonly [K in keyof T['fields']]: T['fields'][K] extends Field<infer Kind, infer Required>
    ? Required extends true
      ? Value<Kind>
      : Value<Kind> | null
    : never
}

/** A recorded fact: its values and its identity. Who recorded it, when and from where is kept beside it in the store. */
export type FactOf<T extends FactType> = ValuesOf<T> & { readonly factId: FactId }

const field =
  <K extends FieldKind>(kind: K) =>
  <const C extends string | null, R extends boolean = false>(
    column: C,
    label: string,
    options: { readonly required?: R; readonly codeSet?: string; readonly notKnown?: readonly string[]; readonly onlyInCare?: true } = {},
  ): Field<K, R, C> => ({
    kind,
    column,
    label,
    required: (options.required ?? false) as R,
    codeSet: options.codeSet ?? null,
    ...(options.notKnown === undefined ? {} : { notKnown: options.notKnown }),
    ...(options.onlyInCare === undefined ? {} : { onlyInCare: options.onlyInCare }),
  })

export const date = field('date')
export const code = field('code')
export const text = field('text')
export const partialDate = field('partial date')
export const year = field('year')
