/**
 * Panels' lists brought up to date by the rules, every day, whether or not anybody asks: a child who came into care, turned 18 or
 * got a final order yesterday is on the right list this morning, or in the list of those whom no rule routes.
 */
import { placeByRules } from '../app/panels.ts'
import { installation, writeAudit } from '../store/audit.ts'
import type { Access } from '../store/access/reach.ts'
import { inTransaction } from '../store/postgres.ts'
import { workOn } from '../store/work.ts'
import type { Holdfast } from './holdfast.ts'
import { newId } from './ids.ts'
import { loadPanelSchemes } from './panelRules.ts'

/** The installation asks nothing that depends on who asks; where it did, that would be a fault and not a permission. */
const asksNobody = (): never => {
  throw new Error('the work of the installation asked what a person may do')
}
const access: Access = {
  may: asksNobody, allow: asksNobody, decide: asksNobody, decideWith: asksNobody, decideFor: asksNobody,
  // It reaches everyone from its beginning.
  within: (_act, fn) => fn(), among: (_childIds, fn) => fn(),
}

/**
 * Brings an authority's lists up to date in one transaction: all of it or nothing. Done twice it changes nothing the second time.
 * Gives how many places changed; null where no panel is in use.
 */
export function listsOfToday(holdfast: Holdfast, authorityId: number): Promise<number | null> {
  const { pool, clocks, rules: { policies } } = holdfast
  return inTransaction(pool, { authorityId, personId: null }, async (client) => {
    const actor = { personId: installation, name: 'Holdfast itself', authorityId, authorityName: '', roles: [] }
    const work = workOn({ client, actor, access, today: holdfast.today(), clocks, policies, panelSchemes: loadPanelSchemes(), newId, checks: null })
    const changed = await placeByRules(work)
    if (changed !== null) await writeAudit(client, { authorityId, personId: null, event: 'panel lists brought up to date', childId: null, detail: { places: String(changed) } })
    return changed
  })
}

/**
 * The lists of every authority. One that fails does not stop the others: `failed` hears of each, and when all are done the failures
 * are thrown together, so that a job tries again.
 */
export async function listsOfAll(holdfast: Holdfast, failed: (error: unknown) => void): Promise<void> {
  const { rows } = await holdfast.pool.query<{ authority_id: number }>('select authority_id from authority order by authority_id')
  const failures: unknown[] = []
  for (const { authority_id: authorityId } of rows) {
    try {
      await listsOfToday(holdfast, authorityId)
    } catch (error) {
      failures.push(error)
      failed(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `the panel lists of ${failures.length} of ${rows.length} authorities could not be brought up to date`)
}
