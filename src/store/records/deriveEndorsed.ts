/** A plan's endorsement meets a clock: the child is derived again when one is recorded. */
import type pg from 'pg'
import type { ClockContext } from '../../core/clocks/clock.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { planType } from '../../core/plan/plan.ts'
import type { Change } from '../../core/records/recordType.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { changeFactsAlone } from '../postgres.ts'
import { deriveAgain } from '../settleDifferences.ts'

/** Derives again the children whose plans were endorsed for the first time by changes that have been written. */
export async function deriveEndorsed(
  to: { readonly client: pg.ClientBase; readonly authorityId: number; readonly clocks: ClockContext }, changes: readonly Change[],
): Promise<void> {
  const children = new Set<ChildId>()
  for (const change of changes) {
    const endorsedOn = change.values['firstEndorsedOn'] ?? null
    if (change.type.name !== planType.name || change.childId === null || typeof endorsedOn !== 'number') continue
    const before = change.kind === 'add' ? null : await endorsedBefore(to, change.recordId, change.version)
    if (before !== formatIso(endorsedOn as LocalDate)) children.add(change.childId as ChildId)
  }
  if (children.size === 0) return
  await changeFactsAlone(to.client, to.authorityId)
  await deriveAgain(to, [...children])
}

async function endorsedBefore(
  { client, authorityId }: { readonly client: pg.ClientBase; readonly authorityId: number }, recordId: string, version: number,
): Promise<string | null> {
  const { rows } = await client.query<{ endorsed_on: string | null }>(
    `select content ->> 'firstEndorsedOn' as endorsed_on from record where authority_id = $1 and record_id = $2 and version = $3`,
    [authorityId, recordId, version],
  )
  return rows[0]?.endorsed_on ?? null
}
