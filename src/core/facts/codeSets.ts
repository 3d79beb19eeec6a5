/**
 * The codes a return is written in, and the authorities it names. Data, with its years and sources, in `rules/`
 * (`code-sets.json`, `authorities.json`); the edge reads it.
 */

export interface Code {
  readonly code: string
  /** What a person reads; null when no source gives it (Z11 to Z14): then the code itself is shown. */
  readonly label: string | null
  /** First collection year it may be used in, named by its end; null when no limit is known. */
  readonly from: number | null
  /** Last collection year it may be used in; null when no limit is known. */
  readonly to: number | null
  /** Gathers codes of a kind: `foster`, `SGO`. */
  readonly group: string | null
  /** How many days such a placement may last (T1, T3, T4). */
  readonly maxDays: number | null
  /** What a reader must know; says where the sources are UNCERTAIN. */
  readonly note: string | null
}

export interface CodeSet {
  readonly name: string
  /** The field of the return that holds these codes, as its column is named. */
  readonly field: string
  readonly tables: readonly string[]
  readonly note: string | null
  /** By code, in the order in which people list them. */
  readonly codes: ReadonlyMap<string, Code>
}

/** By name: `LS`, `PLACE`. */
export type CodeSets = ReadonlyMap<string, CodeSet>

export interface Authority {
  /** The DfE's three-digit number. */
  readonly code: string
  /** The code of the Office for National Statistics; null for an invented authority. */
  readonly ons: string | null
  /** Newer ONS codes of the same authority, after a change of its boundary. */
  readonly onsAlso: readonly string[]
  readonly name: string
  readonly region: string
  /** First and last collection year it ran children's services, named by their end; null when no limit is known. */
  readonly from: number | null
  readonly to: number | null
  /** Invented, for trying Holdfast out. */
  readonly demonstration: boolean
}

/** By DfE number. */
export type Authorities = ReadonlyMap<string, Authority>

/** The words for a code (`LS`, `C2`); undefined when the set does not hold it or nobody knows its words: show the code. */
export function labelOf(codeSets: CodeSets, set: string, code: string): string | undefined {
  return codeSets.get(set)?.codes.get(code)?.label ?? undefined
}

/** Whether a code or an authority was in use in a collection year, named by its end. */
export function isInUse(span: Pick<Code, 'from' | 'to'>, collectionYear: number): boolean {
  return (span.from === null || span.from <= collectionYear) && (span.to === null || collectionYear <= span.to)
}
