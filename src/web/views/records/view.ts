/** Everything written about a child, kind by kind. */
import type { WrittenKind } from '../../../app/childRecords.ts'
import type { Held, RecordType } from '../../../core/records/recordType.ts'
import { shown, type NameOf } from '../../../core/records/shown.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { counted } from '../../words/counts.ts'
import { momentWords } from '../../words/dates.ts'

interface VersionModel {
  /** `Written by Bea Thorn on 3 March 2026 at 2:05pm` */
  readonly who: string
  readonly fields: readonly { readonly label: string; readonly words: string }[]
}

export interface RecordsModel {
  readonly head: ChildHeadModel
  readonly filters: readonly { readonly words: string; readonly href: string; readonly active: boolean }[]
  readonly kinds: readonly {
    readonly id: string
    readonly heading: string
    readonly count: string
    readonly csvHref: string | null
    readonly records: readonly { readonly newest: VersionModel; readonly earlier: readonly VersionModel[]; readonly earlierWords: string }[]
  }[]
  readonly files: readonly { readonly words: string; readonly href: string }[]
}

const headingOf = ({ name }: RecordType): string => name.charAt(0).toUpperCase() + name.slice(1)

/** The page. `kind`: the one chosen in the address. */
export function recordsModel(
  head: ChildHeadModel, { all, kinds }: { readonly all: readonly WrittenKind[]; readonly kinds: readonly WrittenKind[] },
  { kind, nameOf, mayTake }: { readonly kind: string | null; readonly nameOf: NameOf; readonly mayTake: boolean },
): RecordsModel {
  const here = `${head.href}/records`
  const chosen = kind === null ? '' : `?kind=${encodeURIComponent(kind)}`
  return {
    head,
    filters: all.length < 2 ? [] : [
      { words: 'All kinds', href: here, active: kind === null },
      ...all.map(({ type, slug, records }) => ({ words: `${headingOf(type)} (${records.length})`, href: `${here}?kind=${slug}`, active: kind === slug })),
    ],
    kinds: kinds.map(({ type, slug, records }) => ({
      id: slug, heading: headingOf(type), count: counted(records.length, 'record'), csvHref: mayTake && kinds.length > 1 ? `${here}.csv?kind=${slug}` : null,
      records: records.map(({ newest, versions }) => ({
        newest: versionModel(type, newest, nameOf), earlier: versions.slice(1).map((one) => versionModel(type, one, nameOf)),
        earlierWords: counted(versions.length - 1, 'earlier version'),
      })),
    })),
    files: !mayTake || kinds.length === 0 ? [] : [
      kinds.length === 1 ? { words: 'Take it out as CSV', href: `${here}.csv?kind=${kinds[0]?.slug ?? ''}` } : { words: 'Take it out as CSV files, one a kind (zip)', href: `${here}.zip${chosen}` },
      { words: 'Take it out as JSON', href: `${here}.json${chosen}` },
    ],
  }
}

function versionModel(type: RecordType, one: Held, nameOf: NameOf): VersionModel {
  return {
    who: `${one.version === 1 ? 'Written' : `Version ${one.version}, written`} by ${one.recordedBy.name} on ${momentWords(one.recordedAt)}`,
    fields: shown(type, one.values, nameOf).flatMap(({ label, words }) => (words === null ? [] : [{ label, words }])),
  }
}
