/** Records that were asked for together, put apart: by child, by type. */
import type { Held, RecordType } from '../core/records/recordType.ts'

/** Each child's records, in the order given; records about the authority are left out. */
export function byChild<T extends RecordType>(all: readonly Held<T>[]): ReadonlyMap<string, readonly Held<T>[]> {
  const found = new Map<string, Held<T>[]>()
  for (const one of all) {
    if (one.childId === null) continue
    const same = found.get(one.childId)
    if (same === undefined) found.set(one.childId, [one])
    else same.push(one)
  }
  return found
}

/** Those of one type, in the order given. */
export function ofType<T extends RecordType>(all: readonly Held[], type: T): readonly Held<T>[] {
  return all.filter((one): one is Held<T> => one.type === type.name)
}
