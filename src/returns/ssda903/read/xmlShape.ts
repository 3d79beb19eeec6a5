/** Which XML element holds which column: the shape of an XML return (format notes, section 5), by the declarations. */
import type { FactName } from '../../../core/facts/factTypes.ts'
import { CHILD, DOB, fieldsOf, tables } from '../tables.ts'

/** The outermost element. */
export const ROOT = 'EXPSSDA903'
/** The flag that a child is unaccompanied; in CSV the row itself says so. */
export const UASC = 'UASC'
/** Names the child inside a HEADER. */
export const CHILDID = 'CHILDID'

/** Elements whose name is not their column's. */
const renamed: Readonly<Record<string, string>> = { [CHILD]: CHILDID, PLACE: 'PL' }
const tagOf = (column: string): string => renamed[column] ?? column

export interface ElementShape {
  readonly tag: string
  readonly type: FactName
  readonly inside: 'CHILD' | 'HEADER'
}

/** Kinds of fact that have an element of their own, by its tag. */
export const elementShapes: ReadonlyMap<string, ElementShape> = new Map(
  ([
    { tag: 'EPISODE', type: 'episode', inside: 'CHILD' },
    { tag: 'AMISSING', type: 'missing_episode', inside: 'HEADER' },
    { tag: 'AREVIEW', type: 'review', inside: 'HEADER' },
    { tag: 'PERMANENCE', type: 'previous_permanence', inside: 'HEADER' },
    { tag: 'OC2', type: 'outcomes_year', inside: 'HEADER' },
    { tag: 'AD_PLACED', type: 'adoption_decision', inside: 'HEADER' },
  ] as const).map((shape) => [shape.tag, shape]),
)

/** Kinds whose fields stand among the HEADER's own elements. */
export const flatTypes = ['child_details', 'unaccompanied_child', 'care_leaver_year', 'adoption'] as const satisfies readonly FactName[]

/** Where the child's code stands among the cells of a fact; its own columns follow. */
export const CHILD_CELL = 0

/** The cells of a kind of fact in an XML return. */
export const cellColumns = (type: FactName): readonly string[] => [
  CHILD,
  ...fieldsOf(type).flatMap(({ column }) => (column === null ? [] : [column])),
]

const cells = new Map<FactName, ReadonlyMap<string, number>>(
  tables.map(({ type }) => [type, new Map(cellColumns(type).map((column, at) => [tagOf(column), at] as const).slice(1))]),
)

/** Which cell of a fact an element fills; undefined when the fact has no such column. */
export const cellOfTag = (type: FactName, tag: string): number | undefined => cells.get(type)?.get(tag)

/** Which flat kind an element of the HEADER belongs to. */
export const flatTypeOfTag: ReadonlyMap<string, FactName> = new Map(
  flatTypes.flatMap((type) => [...(cells.get(type)?.keys() ?? [])].map((tag) => [tag, type] as const)),
)

/** Where the date of birth stands among the values of the child's details. */
export const bornOnAt = fieldsOf('child_details').findIndex(({ column }) => column === DOB)
