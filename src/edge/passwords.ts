/** Passwords are kept as argon2id hashes (OWASP: 19 MiB, 2 passes, 1 lane at least). */
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash to keep. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

let decoy: Promise<string> | undefined

/** Whether this is a hash that some password has; people who sign in at the provider alone have something else here. */
export function isPasswordHash(kept: string): boolean {
  return kept.startsWith('$argon2id$')
}

/**
 * Whether the password is the one that was hashed. With no hash (nobody of that name, or no password) the same work is done against a
 * decoy and the answer is no, so that the time taken does not tell which names exist.
 */
export async function checkPassword(kept: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('a decoy that no account has')
  const own = kept !== undefined && isPasswordHash(kept) ? kept : undefined
  const right = await verify(own ?? (await decoy), password)
  return right && own !== undefined
}
