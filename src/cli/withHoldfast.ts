/** Opening Holdfast for one command, and closing it however the command ends. */
import type { Actor } from '../app/work.ts'
import { openHoldfast, type Holdfast } from '../edge/holdfast.ts'
import { chosenAuthority, commandLineActor } from '../edge/operator.ts'
import { readSettings } from '../edge/settings.ts'
import { tell } from './output.ts'

/** A log for people at a terminal: only what goes wrong. */
export const quietLog = { info: (): void => undefined, warn: (words: string): void => tell(words) }

/** Runs something on Holdfast opened by the settings of the environment. */
export async function withHoldfast<T>(fn: (holdfast: Holdfast) => Promise<T>): Promise<T> {
  const holdfast = await openHoldfast(readSettings(process.env), quietLog)
  try {
    return await fn(holdfast)
  } finally {
    await holdfast.close()
  }
}

/** The same, in the name of the command line, for the authority named or the only one there is. */
export async function asOperator<T>(
  authority: string | boolean | undefined, fn: (holdfast: Holdfast, actor: Actor) => Promise<T>,
): Promise<T> {
  return withHoldfast(async (holdfast) => {
    const authorityId = await chosenAuthority(holdfast.pool, typeof authority === 'string' ? authority : undefined)
    return fn(holdfast, await commandLineActor(holdfast.pool, authorityId))
  })
}
