import { UsageError } from '../../edge/operator.ts'
import { resetSignIn as reset } from '../../edge/signIn/reset.ts'
import type { Command } from '../command.ts'
import { exitCodes, say } from '../output.ts'
import { withHoldfast } from '../withHoldfast.ts'

export const resetSignIn: Command = {
  name: 'reset-sign-in',
  summary: 'Start a person\'s sign-in anew: password, authenticator app, provider',
  help: `holdfast reset-sign-in SIGN-IN-NAME

For somebody who lost their phone and recovery codes, forgot their password, or got a new account
at the identity provider. Make sure first that it is they who ask.

Prints a new password once; takes their authenticator app away; forgets which account of the
provider they had, so that the next one with their name is bound; ends their sessions.
Exit codes: 0 done, 2 given wrongly or there is no such person, 3 failed.`,
  options: {},
  async run({ words }) {
    const [signInName] = words
    if (signInName === undefined || words.length > 1) throw new UsageError('Say what the person types to sign in: holdfast reset-sign-in SIGN-IN-NAME.')
    return withHoldfast(async (holdfast) => {
      const password = await reset(holdfast, signInName)
      say(`${signInName} signs in with the password`)
      say(`  ${password}`)
      return exitCodes.done
    })
  },
}
