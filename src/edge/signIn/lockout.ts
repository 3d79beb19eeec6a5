/**
 * Guessing is made slow and never shuts anybody out for ever. Failures are counted for each name, whether or not it exists;
 * the wait grows to a quarter of an hour and no further. A browser that has signed in under the name before has a count of
 * its own (OWASP, "Device cookies"), so that whoever types somebody's name wrong all day does not keep them out.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import type { Shut } from '../../app/signIn.ts'
import { countTry, forgetTries, isShut } from '../../store/signIn/tries.ts'
import { keyFor, keyedHash } from './seal.ts'

/** Seconds after the first, second, … failure: four are free, then a minute, doubling to a quarter of an hour. */
export const waits: readonly number[] = [0, 0, 0, 0, 60, 120, 240, 480, 900]

export interface Tries {
  /** Counts a try; says for how long none is heard. Null: go on and try. */
  begin(): Promise<Shut | null>
  /** It was right: the count begins anew. */
  succeed(): Promise<void>
  /** It was wrong: whether that shut the door. */
  fail(): Promise<boolean>
}

export interface Lockout {
  tries(purpose: string, name: string): Tries
  /** Tries at a name: of the browser known for it, else of everybody else together. */
  triesAtName(name: string, device: string | null): Tries
  /** What a browser is given to be known by, for one name. */
  deviceFor(name: string): string
}

/** Counts kept in the database under keyed hashes. Names are the same however they are spelled in capitals. */
export function lockoutOn(pool: pg.Pool, secret: string): Lockout {
  const countKey = keyFor(secret, 'sign-in tries')
  const deviceKey = keyFor(secret, 'known browsers')
  const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
  const markOf = (id: string, name: string): string => keyedHash(deviceKey, id, plain(name)).toString('base64url')
  const tries = (purpose: string, name: string): Tries => {
    const who = keyedHash(countKey, purpose, plain(name))
    return {
      async begin() {
        const one = await countTry(pool, who, waits)
        return one.heard ? null : { status: 'shut', minutes: Math.ceil(one.seconds / 60) }
      },
      succeed: () => forgetTries(pool, who),
      fail: () => isShut(pool, who),
    }
  }
  const isKnown = (device: string, name: string): boolean => {
    const [id = '', mark = ''] = device.split('.')
    const right = Buffer.from(markOf(id, name))
    const given = Buffer.from(mark)
    return given.length === right.length && timingSafeEqual(given, right)
  }
  return {
    tries,
    triesAtName: (name, device) =>
      device !== null && isKnown(device, name) ? tries(`known browser ${device}`, name) : tries('name', name),
    deviceFor(name) {
      const id = randomBytes(16).toString('base64url')
      return `${id}.${markOf(id, name)}`
    },
  }
}
