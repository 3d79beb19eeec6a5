/**
 * What a journey in a browser stands on: Chromium, a place for authorities, the servers it starts. All is put away at its end.
 *
 *   const stage = journey()
 *   test('…', async () => {
 *     const at = await stage.together.next()
 *     const served = stage.serve(at)
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launch } from '../../src/web/testing/page.ts'
import { trials, type Trials } from './returns.ts'
import { serve, type Served } from './signIn.ts'

export interface Journey {
  readonly browser: Browser
  readonly together: Trials
  /** As `serve`, and closed when the file is through. */
  serve(...asked: Parameters<typeof serve>): Served
}

/** Sets a file's journeys up; to be called once, outside its tests. What it gives can be used inside them. */
export function journey(): Journey {
  let ready: { readonly browser: Browser; readonly together: Trials } | undefined
  const started: Served[] = []
  beforeAll(async () => {
    ready = { browser: await launch(), together: await trials() }
  }, 60_000)
  afterAll(async () => {
    await ready?.browser.close()
    for (const { app } of started) await app.close()
    await ready?.together.close()
  })
  const stage = (): NonNullable<typeof ready> => {
    if (ready === undefined) throw new Error('a journey stands ready inside its tests alone')
    return ready
  }
  return {
    get browser() { return stage().browser },
    get together() { return stage().together },
    serve(...asked) {
      const served = serve(...asked)
      started.push(served)
      return served
    },
  }
}
