/** What the returns say of the children held, year by year, from their current facts. */
import type pg from 'pg'
import type { HeldReturns } from '../../app/returnFile.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { childYear, type ChildYear } from '../../returns/ssda903/held/childYear.ts'
import { currentFacts } from '../heldFacts.ts'

interface Known {
  readonly child_id: ChildId
  readonly code: string
}

/** Children at a time: bounds memory, whatever the size of the return. */
const BATCH = 500

/** The port on the client of a transaction, as far as it reaches. */
export function heldReturnsOn(client: pg.ClientBase, authorityId: number): HeldReturns {
  return {
    children: (year) => childrenOf(client, authorityId, year),
  }
}

async function* childrenOf(client: pg.ClientBase, authorityId: number, year: number): AsyncGenerator<readonly ChildYear[]> {
  const known = await childrenKnown(client, authorityId)
  for (let from = 0; from < known.length; from += BATCH) {
    const some = await yearsOfChildren(client, authorityId, known.slice(from, from + BATCH), year)
    if (some.length > 0) yield some
  }
}

async function childrenKnown(client: pg.ClientBase, authorityId: number): Promise<readonly Known[]> {
  const { rows } = await client.query<Known>('select child_id, code from child where authority_id = $1 order by code', [authorityId])
  return rows
}

async function yearsOfChildren(client: pg.ClientBase, authorityId: number, children: readonly Known[], year: number): Promise<readonly ChildYear[]> {
  const facts = await currentFacts(client, authorityId, children.map((one) => one.child_id))
  return children.flatMap(({ child_id: childId, code }) => childYear(code, facts.get(childId) ?? [], year) ?? [])
}
