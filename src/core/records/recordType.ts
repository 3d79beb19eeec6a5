/**
 * How a kind of record that people write in Holdfast is declared, once: what it is called, whose it is, what it holds.
 * Its form, the checking of what was typed, how it is stored, shown, exported and logged all work from the declaration,
 * so a field is named in one place and nobody writes a list of fields twice (the return's facts: `facts/factType.ts`).
 */
import type { Resource } from '../access/resources.ts'
import type { Role } from '../access/roles.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface Asked {
  /** The question or name a person reads. */
  readonly label: string
  readonly hint?: string
  readonly required?: true
  /** What to say when it is left out; "Enter …" or "Choose …" by itself. */
  readonly missing?: string
}

/** What a field holds. A `person` is somebody who signs in; a `record` is another record's id and never typed. */
export type RecordField =
  | (Asked & { readonly kind: 'day'; readonly when?: 'not in the future' | 'not in the past' })
  | (Asked & { readonly kind: 'text'; readonly max?: number })
  | (Asked & { readonly kind: 'long text'; readonly max?: number; readonly rows?: number })
  | (Asked & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  | (Asked & { readonly kind: 'choices'; readonly choices: readonly Choice[] })
  | (Asked & { readonly kind: 'yes or no' })
  | (Asked & { readonly kind: 'number'; readonly from: number; readonly to: number })
  | (Asked & { readonly kind: 'person'; readonly roles?: readonly Role[] })
  | (Asked & { readonly kind: 'record' })

export type RecordFields = Readonly<Record<string, RecordField>>

type ValueOf<F extends RecordField> = F extends { readonly kind: 'day' }
  ? LocalDate
  : F extends { readonly kind: 'number' }
    ? number
    : F extends { readonly kind: 'yes or no' }
      ? boolean
      : F extends { readonly kind: 'choices' }
        ? readonly string[]
        : F extends { readonly kind: 'choice'; readonly choices: readonly { readonly value: infer V }[] }
          ? V
          : string

/** Whatever a field may hold; null when it was left out. */
export type RecordValue = LocalDate | number | boolean | string | readonly string[] | null

export interface RecordType<N extends string = string, F extends RecordFields = RecordFields> {
  /** Also its name in the store and in the audit log: `plan line`. */
  readonly name: N
  /** As a person says it, with its article: "a line of the plan". */
  readonly noun: string
  /** What the access table calls it. */
  readonly resource: Resource
  /** Whether it is about one child, or about the authority (a panel's sitting). */
  readonly about: 'child' | 'authority'
  readonly fields: F
  /** Fields by which records are looked for, sorted and counted: the store keeps them beside the content. */
  readonly state?: string
  readonly owner?: string
  readonly dueOn?: string
  readonly happenedOn?: string
}

/** The values of one record, by field. */
export type ValuesOf<T extends RecordType> = {
  readonly [K in keyof T['fields']]: T['fields'][K] extends { readonly required: true }
    ? ValueOf<T['fields'][K]>
    : ValueOf<T['fields'][K]> | null
}

/** Declares a kind of record, holding `state` and the like to fields that it has. */
export function declareRecord<const N extends string, const F extends RecordFields>(
  type: RecordType<N, F> & { readonly [K in 'state' | 'owner' | 'dueOn' | 'happenedOn']?: keyof F & string },
): RecordType<N, F> {
  return type
}

/** The same record type with more of its fields required: for a form that cannot do without what another form leaves open. */
export function requiring<T extends RecordType, K extends keyof T['fields'] & string>(
  type: T, ...fields: readonly K[]
): Omit<T, 'fields'> & { readonly fields: { readonly [F in keyof T['fields']]: F extends K ? T['fields'][F] & { readonly required: true } : T['fields'][F] } } {
  const required = Object.fromEntries(Object.entries(type.fields).map(([name, field]) =>
    [name, (fields as readonly string[]).includes(name) ? { ...field, required: true } : field]))
  return { ...type, fields: required as never }
}

/** A record as it is held: the newest version unless an older one was asked for. */
export interface Held<T extends RecordType = RecordType> {
  readonly recordId: string
  readonly type: T['name']
  /** From 1; each change makes the next. */
  readonly version: number
  /** Null for a record about the authority. */
  readonly childId: string | null
  /** The record it belongs to (a plan's line, a meeting's item); null when it stands by itself. */
  readonly partOf: string | null
  readonly values: ValuesOf<T>
  /** Who wrote this version, and the one before any change. */
  readonly recordedBy: Writer
  readonly recordedAt: string
  readonly firstRecordedBy: Writer
  readonly firstRecordedAt: string
}

export interface Writer {
  readonly personId: string
  readonly name: string
}

/** What a decision does to the records: all of it is written in one transaction, or none. */
export type Change =
  | {
    readonly kind: 'add'
    readonly type: RecordType
    readonly recordId: string
    readonly childId: string | null
    readonly partOf: string | null
    readonly values: Readonly<Record<string, RecordValue>>
  }
  | {
    readonly kind: 'revise'
    readonly type: RecordType
    readonly recordId: string
    readonly childId: string | null
    readonly partOf: string | null
    /** The version that was read: when somebody has written another since, the change is refused and nothing is lost. */
    readonly version: number
    readonly values: Readonly<Record<string, RecordValue>>
  }

/** A change that adds a record, held to its declaration. */
export function added<T extends RecordType>(
  type: T, recordId: string, of: { readonly childId: string | null; readonly partOf?: string | null }, values: ValuesOf<T>,
): Change {
  return { kind: 'add', type, recordId, childId: of.childId, partOf: of.partOf ?? null, values }
}

/** A change that revises a held record: the fields named take their new values, the others stay. */
export function revised<T extends RecordType>(type: T, held: Held<T>, values: Partial<ValuesOf<T>>): Change {
  const { recordId, childId, partOf, version } = held
  return { kind: 'revise', type, recordId, childId, partOf, version, values: { ...held.values, ...values } }
}

/**
 * What a decision gives: the changes to write and whom to tell, or why it cannot be done, in words for the person who
 * asked, at the field to mend where there is one.
 */
export type Decided =
  | { readonly kind: 'done'; readonly changes: readonly Change[]; readonly tell?: readonly Telling[] }
  | { readonly kind: 'refused'; readonly field: string | null; readonly why: string }

/** Something a person is told, in Holdfast and in their digest. No name of a child stands in the words. */
export interface Telling {
  readonly personId: string
  readonly words: string
  /** Where in Holdfast: `/children/…`. */
  readonly address: string
  readonly childId: string | null
}

/** A decision that cannot be done. */
export const refused = (why: string, field: string | null = null): Decided => ({ kind: 'refused', field, why })

/** A decision that can. */
export const done = (changes: readonly Change[], tell: readonly Telling[] = []): Decided => ({ kind: 'done', changes, tell })
