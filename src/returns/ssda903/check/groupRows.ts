/** Brings the rows of a year's files together by child. */
import type { AnyRow, ChildRows, EpisodeRow, TableName } from './rows.ts'
import { tables } from '../tables.ts'

type Mutable = { -readonly [K in keyof ChildRows]: ChildRows[K] extends readonly (infer R)[] ? R[] : ChildRows[K] }

/** Gathers rows; each table's rows of a child stay in the order given. */
export class RowsByChild {
  readonly #children = new Map<string, Mutable>()

  add(row: AnyRow): void {
    let child = this.#children.get(row.CHILD)
    if (child === undefined) this.#children.set(row.CHILD, (child = emptyChild(row.CHILD) as Mutable))
    ;(child[row.table] as AnyRow[]).push(row)
  }

  /**
   * Every child with a row in this year's files, each with its rows of last year where given, episodes in order.
   * Children who stand only in last year's files come too, with no row of this year: a rule may miss them.
   */
  children(lastYear: RowsByChild | null): readonly ChildRows[] {
    for (const child of this.#children.values()) inOrder(child.Episodes)
    if (lastYear === null) return [...this.#children.values()]
    for (const [code, last] of lastYear.#children) {
      inOrder(last.Episodes)
      let child = this.#children.get(code)
      if (child === undefined) this.#children.set(code, (child = emptyChild(code) as Mutable))
      child.last = last
    }
    return [...this.#children.values()]
  }
}

/** A child with no rows. */
export function emptyChild(code: string): ChildRows {
  const none = Object.fromEntries(tables.map(({ name }) => [name, []])) as unknown as Record<TableName, []>
  return { code, ...none, last: null }
}

const startOf = ({ DECOM }: EpisodeRow): number => DECOM ?? Number.POSITIVE_INFINITY

function inOrder(episodes: EpisodeRow[]): void {
  for (let at = 1; at < episodes.length; at += 1) {
    const one = episodes[at]
    const before = episodes[at - 1]
    if (one !== undefined && before !== undefined && startOf(one) < startOf(before)) {
      episodes.sort((a, b) => (startOf(a) === startOf(b) ? a.row - b.row : startOf(a) - startOf(b)))
      return
    }
  }
}
