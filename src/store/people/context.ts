/** What the staff's statements work with: one client inside one open transaction, for one person of one authority. */
import type pg from 'pg'
import type { LocalDate } from '../../core/time/localDate.ts'
import { formatIso } from '../../core/time/localDate.ts'

export interface StaffContext {
  readonly client: pg.ClientBase
  readonly authorityId: number
  readonly personId: string
  readonly today: LocalDate
  readonly newId: () => string
}

/** Today as SQL reads it. */
export const onDay = ({ today }: StaffContext): string => formatIso(today)

/** The unique constraint that a statement failed on; undefined for any other failure. */
export function constraintOf(error: unknown): string | undefined {
  const { code, constraint } = (error ?? {}) as { readonly code?: unknown; readonly constraint?: unknown }
  return code === '23505' && typeof constraint === 'string' ? constraint : undefined
}

/** Does something that may fail on a unique constraint, and goes on in the same transaction when it does. */
export async function tryUnique<T>(client: pg.ClientBase, fn: () => Promise<T>): Promise<{ readonly value: T } | { readonly taken: string }> {
  await client.query('savepoint unique_try')
  try {
    const value = await fn()
    await client.query('release savepoint unique_try')
    return { value }
  } catch (error) {
    const taken = constraintOf(error)
    if (taken === undefined) throw error
    await client.query('rollback to savepoint unique_try')
    return { taken }
  }
}
