/** What the declarations say of each kind of fact, laid out for comparing rows by the position of their values. */
import type { FactType, FieldValue } from '../facts/factType.ts'
import { factTypes, type FactName } from '../facts/factTypes.ts'

/** Values of a fact in the order of its type's declared fields. */
export type FactValues = readonly FieldValue[]

export interface Shape {
  readonly names: readonly string[]
  readonly identity: readonly number[]
  readonly closing: ReadonlySet<number>
  readonly spaceless: ReadonlySet<number>
  readonly codeSets: readonly (string | null)[]
  readonly onlyInCare: ReadonlySet<number>
  /** By field: codes that say the value is not known yet. */
  readonly notKnown: readonly (readonly string[])[]
  readonly inForce: FactType['inForce']
  readonly whole: boolean
  readonly from: number
  readonly to: number
  /** The day it ended, when that is what closes it. */
  readonly end: number
  readonly year: number
}

/** The shape of every kind of fact. */
export const shapes = Object.fromEntries(
  Object.values(factTypes).map((type: FactType) => {
    const names = Object.keys(type.fields)
    const at = (name: string): number => names.indexOf(name)
    const span = typeof type.inForce === 'object' ? type.inForce : null
    const shape: Shape = {
      names,
      identity: type.identity.map(at),
      closing: new Set(type.closing.map(at)),
      // Postcodes are one postcode with or without the space.
      spaceless: new Set(names.flatMap((name, i) => (name.endsWith('Postcode') ? [i] : []))),
      onlyInCare: new Set(Object.values(type.fields).flatMap((field, i) => (field.onlyInCare === true ? [i] : []))),
      codeSets: Object.values(type.fields).map((field) => field.codeSet),
      notKnown: Object.values(type.fields).map((field) => field.notKnown ?? []),
      inForce: type.inForce,
      whole: type.whole === true,
      from: span === null ? -1 : at(span.from),
      to: span === null ? -1 : at(span.to),
      end: at(type.closing[0] ?? ''),
      year: at('collectionYear'),
    }
    return [type.name, shape]
  }),
) as Readonly<Record<FactName, Shape>>

const spaces = / /g

/** Whether two values of a field say the same. */
export function same(shape: Shape, field: number, a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true
  if (a === null || b === null || !shape.spaceless.has(field)) return false
  return String(a).replace(spaces, '') === String(b).replace(spaces, '')
}

/** Whether two rows of a kind are the same, value for value. */
export function equal(shape: Shape, a: FactValues, b: FactValues): boolean {
  for (let i = 0; i < shape.names.length; i += 1) if (!same(shape, i, a[i] ?? null, b[i] ?? null)) return false
  return true
}

/** What makes a row the same fact as another, as text. */
export function identityOf(shape: Shape, values: FactValues): string {
  if (shape.identity.length === 0) return ''
  let key = ''
  for (const field of shape.identity) key += `${values[field]}|`
  return key
}
