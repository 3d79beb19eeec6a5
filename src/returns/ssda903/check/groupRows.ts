/** Brings the rows of a year's files together by child. */
import type { AnyRow, ChildRows, EpisodeRow, TableName } from './rows.ts'

type Mutable = { -readonly [K in keyof ChildRows]: ChildRows[K] extends readonly (infer R)[] ? R[] : ChildRows[K] }

/** Gathers rows; each table's rows of a child stay in the order given. */
export class RowsByChild {
  readonly #children = new Map<string, Mutable>()
  /** Rows without a child code: nobody knows whose they are, so each is looked at by itself and none is laid to another. */
  readonly #nobodys: Mutable[] = []
  #last: Mutable | undefined

  add(row: AnyRow): void {
    const child = this.#of(row.CHILD)
    const { table } = row
    if (child[table] === none) (child as Record<TableName, AnyRow[]>)[table] = [row]
    else (child[table] as AnyRow[]).push(row)
  }

  /** Children met so far; of rows without a child code, each is one. */
  get size(): number {
    return this.#children.size + this.#nobodys.length
  }

  /**
   * Every child with a row in this year's files, each with its rows of last year where given, episodes in order.
   * Children who stand only in last year's files come too, with no row of this year: a rule may miss them.
   */
  children(lastYear: RowsByChild | null): readonly ChildRows[] {
    for (const child of this.#children.values()) inOrder(child.Episodes)
    if (lastYear !== null) {
      for (const [code, last] of lastYear.#children) {
        inOrder(last.Episodes)
        this.#of(code).last = last
      }
    }
    return [...this.#children.values(), ...this.#nobodys]
  }

  #of(code: string): Mutable {
    if (code === '') {
      const nobody = newChild('')
      this.#nobodys.push(nobody)
      return nobody
    }
    // The rows of a child stand together in most files.
    if (code === this.#last?.code) return this.#last
    let child = this.#children.get(code)
    if (child === undefined) this.#children.set(code, (child = newChild(code)))
    this.#last = child
    return child
  }
}

/** The rows of every table of which a child has none: most have rows of a few tables only. */
const none: never[] = []

const newChild = (code: string): Mutable => ({
  code,
  Header: none, Episodes: none, UASC: none, Reviews: none, OC2: none, OC3: none, AD1: none, PlacedAdoption: none,
  PrevPerm: none, Missing: none, SWEpisodes: none, DoLo: none,
  last: null,
})

/** A child with no rows. */
export const emptyChild = (code: string): ChildRows => newChild(code)

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
