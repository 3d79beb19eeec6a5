/** Checking what is held against the DfE's rules, beside the work of the service: after every import, in the background. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { rulesOf } from '../returns/ssda903/check/rules/all.ts'
import { checkIfNeeded, yearsToCheck, type CheckMeans } from '../store/returns/checkHeld.ts'
import { inTransaction } from '../store/postgres.ts'
import { ruleYears } from './checking.ts'
import { openPlaces } from './places.ts'
import { loadCodes, type Rules } from './rules.ts'

/** The rules, codes and lookups that come with Holdfast. Told apart by what they say, so that newer ones check everything anew. */
export function checkMeans({ codeSets, authorities }: Pick<Rules, 'codeSets' | 'authorities'> = loadCodes()): CheckMeans {
  const hash = createHash('sha256')
  for (let year = ruleYears.first; year <= ruleYears.last; year += 1) {
    for (const rule of rulesOf(year)) hash.update(`${year} ${rule.code} ${'check' in rule ? rule.check : rule.checkAll}`)
  }
  const places = openPlaces()
  hash.update(places === null ? 'no postcodes' : 'postcodes')
  return { codeSets, authorities, places, rules: rulesOf, edition: hash.digest('hex').slice(0, 16) }
}

/** Checks whatever needs it, of every authority, year by year. Gives how many years were checked. */
export async function checkWhatNeedsIt(pool: pg.Pool, means: CheckMeans, signal?: AbortSignal): Promise<number> {
  let done = 0
  const { rows } = await pool.query<{ authority_id: number }>('select authority_id from authority order by authority_id')
  for (const { authority_id: authorityId } of rows) {
    const within = <T>(fn: (client: pg.ClientBase) => Promise<T>): Promise<T> => inTransaction(pool, { authorityId, personId: null }, fn)
    for (const year of await within((client) => yearsToCheck(client, authorityId, means))) {
      if (signal?.aborted === true) return done
      if (await within((client) => checkIfNeeded(client, authorityId, year, means))) done += 1
    }
  }
  return done
}

/** How soon after an import its findings begin to be worked out. */
const EVERY_MS = 15_000

/** Looks again and again for something to check. Asking costs a query an authority and year; nothing is lost by a restart. */
export function startChecking(pool: pg.Pool, means: CheckMeans, onFailure: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  const look = (): void => {
    if (busy) return
    busy = true
    running = checkWhatNeedsIt(pool, means, stopping.signal).catch(onFailure).finally(() => { busy = false })
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
