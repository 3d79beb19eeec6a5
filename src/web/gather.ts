/** Putting alike things together. */

/** The things by their key, both in the order in which they first came. (Map.groupBy needs a newer Node.) */
export function gather<K, T>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const found = new Map<K, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const same = found.get(key)
    if (same === undefined) found.set(key, [thing])
    else same.push(thing)
  }
  return found
}
