/**
 * Who is family to whom, for the lock on one's own family's records: ties a worker declared and ties inferred from the
 * family records, both as links of one graph.
 *
 * One degree is a parent, a child, a brother or sister (half ones too: they share a parent), a partner, somebody of the
 * same household, or a tie declared. Two degrees reach grandparents, aunts, uncles, nephews, nieces, step-parents and
 * in-laws; cousins are three. Links that have ended still count: a former partner's child is not a stranger's.
 */

export interface FamilyLink {
  /** `parent`: the first is a parent of the second. The others hold both ways. */
  readonly kind: 'parent' | 'sibling' | 'partner' | 'household' | 'declared'
  readonly a: string
  readonly b: string
}

/** Each person's people at one degree. */
export type FamilyGraph = ReadonlyMap<string, ReadonlySet<string>>

/** The graph of these links, with brothers and sisters found through shared parents. */
export function familyGraph(links: readonly FamilyLink[]): FamilyGraph {
  const graph = new Map<string, Set<string>>()
  const join = (a: string, b: string): void => {
    if (a === b) return
    graph.set(a, (graph.get(a) ?? new Set()).add(b))
    graph.set(b, (graph.get(b) ?? new Set()).add(a))
  }
  const childrenOf = new Map<string, string[]>()
  for (const { kind, a, b } of links) {
    join(a, b)
    if (kind === 'parent') childrenOf.set(a, [...(childrenOf.get(a) ?? []), b])
  }
  for (const children of childrenOf.values()) {
    for (const [n, one] of children.entries()) for (const other of children.slice(n + 1)) join(one, other)
  }
  return graph
}

/** Everyone within so many degrees of any of these people, themselves included. */
export function withinDegrees(graph: FamilyGraph, people: Iterable<string>, degrees: number): ReadonlySet<string> {
  const reached = new Set(people)
  let edge: readonly string[] = [...reached]
  for (let degree = 1; degree <= degrees && edge.length > 0; degree++) {
    const next: string[] = []
    for (const person of edge) {
      for (const other of graph.get(person) ?? []) {
        if (reached.has(other)) continue
        reached.add(other)
        next.push(other)
      }
    }
    edge = next
  }
  return reached
}

/** Whether a person is tied to a child within so many degrees; to themselves always, for nobody opens their own record. */
export function tiedWithin(graph: FamilyGraph, person: string, child: string, degrees: number): boolean {
  return withinDegrees(graph, [person], degrees).has(child)
}
