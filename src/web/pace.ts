/**
 * How fast a person may go on. Wide enough that nobody at work meets it; narrow enough that a script with somebody's
 * session cannot carry the authority away child by child, or keep the database busy for everybody else.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Route } from './route.ts'

/** At most `most` in `minutes`. */
export interface Rate {
  readonly most: number
  readonly minutes: number
}

export interface Pace {
  /** From one address, whoever it is: a whole council may share one. */
  readonly address: Rate
  /** Pages of one person, searches included. */
  readonly page: Rate
  /** Files that one person takes away. */
  readonly file: Rate
  /** Uploads of one person. */
  readonly upload: Rate
}

export const usualPace: Pace = {
  address: { most: 6_000, minutes: 1 },
  page: { most: 240, minutes: 1 },
  file: { most: 60, minutes: 10 },
  upload: { most: 20, minutes: 60 },
}

/** What a route costs: an upload, a file that is taken away, or a page. */
export function costOf(route: Pick<Route, 'path' | 'upload'>): 'upload' | 'file' | 'page' {
  if (route.upload === true) return 'upload'
  return /\.(csv|xlsx|xml|zip|pdf)$/.test(route.path) ? 'file' : 'page'
}

/** Too fast: seconds until the next is heard, and whether this is the first refusal, which is the one written down. */
export interface TooFast {
  readonly seconds: number
  readonly first: boolean
}

export interface Paces {
  ofAddress(request: FastifyRequest): Promise<TooFast | null>
  /** Of the person signed in. */
  ofPerson(request: FastifyRequest, route: Route): Promise<TooFast | null>
}

/** Counts on the rate-limit plugin of `pages`. Counted in this process: each further server adds as much again. */
export function paces(pages: FastifyInstance, pace: Pace): Paces {
  const counter = ({ most, minutes }: Rate, keyGenerator: (request: FastifyRequest) => string) => {
    // `ban: 1` only tells the first refusal of a window from the next ones; nobody is shut out longer for it.
    const count = pages.createRateLimit({ max: most, timeWindow: minutes * 60_000, keyGenerator, ban: 1 })
    return async (request: FastifyRequest): Promise<TooFast | null> => {
      const state = await count(request)
      if (state.isAllowed || !state.isExceeded) return null
      return { seconds: Math.max(1, state.ttlInSeconds), first: !state.isBanned }
    }
  }
  const person = ({ actor, ip }: FastifyRequest): string => (actor === null ? ip : `${actor.authorityId} ${actor.personId}`)
  const counters = { page: counter(pace.page, person), file: counter(pace.file, person), upload: counter(pace.upload, person) }
  return {
    ofAddress: counter(pace.address, (request) => request.ip),
    ofPerson: (request, route) => counters[costOf(route)](request),
  }
}
