/** Statements that PostgreSQL plans once a connection: most of what a page asks takes longer to plan than to answer. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A connection holds every one of them until it closes, so that texts built of many pieces must not add up for ever. */
const most = 500
const names = new Map<string, string>()

/**
 * The statement under a name made of its text. For texts that are asked again and again, and whose best plan does not hang
 * on the values: leave out a condition that does not apply instead of asking `$1 is null or`, which one plan cannot serve.
 */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const known = names.get(text)
  if (known === undefined && names.size >= most) return { text, values: [...values] }
  const name = known ?? createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return { name, text, values: [...values] }
}
