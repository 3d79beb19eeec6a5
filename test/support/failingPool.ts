/** A pool whose import breaks at a statement of one's choosing: by an error of the server's, or by the loss of its connection. */
import type pg from 'pg'

export type Breaking =
  /** The server refuses the statement. */
  | 'error'
  /** The server ends the connection before the statement comes. */
  | 'lost before'
  /** The server carries the statement out and ends the connection before it has said so. */
  | 'lost after'

export interface FailingPool {
  readonly pool: pg.Pool
  /** Statements of the import's own transaction so far, `begin` left out. */
  readonly statements: readonly string[]
}

/** Statements are counted from the one that takes the authority's lock, on the connection that took it. */
export function failingPool(real: pg.Pool, at: number, breaking: Breaking): FailingPool {
  const statements: string[] = []
  const lose = async (client: pg.PoolClient): Promise<void> => {
    const ended = new Promise<void>((resolve) => client.once('end', resolve))
    await real.query('select pg_terminate_backend($1)', [(client as unknown as { processID: number }).processID])
    await ended
  }
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await real.connect()
    let own = false
    const query = (...given: readonly unknown[]): unknown => {
      const [what] = given
      const text = typeof what === 'string' ? what : (what as { readonly text: string }).text
      own ||= text.includes('pg_advisory_xact_lock')
      const run = (): Promise<unknown> => (client.query as (...all: readonly unknown[]) => Promise<unknown>)(...given)
      if (!own || text === 'rollback') return run()
      // A bulk load is many statements in one message: each is counted, and the server can refuse any of them.
      if (typeof (what as { readonly submit?: unknown }).submit === 'function') {
        const parts = text.split(';\n')
        const broken = at - 1 - statements.length
        statements.push(...parts)
        if (broken >= 0 && broken < parts.length) Object.assign(what as object, { text: parts.with(broken, 'select 1 / 0').join(';\n') })
        return run()
      }
      statements.push(text)
      if (statements.length !== at) return run()
      switch (breaking) {
        case 'error': return client.query('select 1 / 0')
        case 'lost before': return lose(client).then(run)
        case 'lost after': return run().then(() => lose(client)).then(() => { throw new Error('Connection terminated unexpectedly') })
      }
    }
    return new Proxy(client, {
      get(target, key) {
        if (key === 'query') return query
        const value: unknown = Reflect.get(target, key, target)
        return typeof value === 'function' ? (value as (...all: readonly unknown[]) => unknown).bind(target) : value
      },
    })
  }
  const pool = new Proxy(real, {
    get(target, key) {
      if (key === 'connect') return connect
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? (value as (...all: readonly unknown[]) => unknown).bind(target) : value
    },
  })
  return { pool, statements }
}
