import { authoritiesHeld } from '../../edge/audit.ts'
import { chosenAuthority, UsageError } from '../../edge/operator.ts'
import { watchNow } from '../../edge/unusualAccess.ts'
import type { Command } from '../command.ts'
import { exitCodes, say } from '../output.ts'
import { withHoldfast } from '../withHoldfast.ts'

export const watchAccess: Command = {
  name: 'watch-access',
  summary: 'Look for unusual access in the log',
  help: `holdfast watch-access [--authority 990]

  --authority NUMBER  only this authority's log; all unless told

Seals the log, asks the rules of unusual access about what came since the last time, keeps what they find and tells those
who review it. holdfast serve does this every hour. Who and whom it is about is shown to reviewers only: /audit/unusual.
Exit codes: 0 done, 2 given wrongly, 3 failed.`,
  options: { authority: { type: 'string' } },
  run: ({ values, words }) => {
    if (words.length > 0) throw new UsageError(`watch-access takes no ${words.join(' ')}.`)
    return withHoldfast(async (holdfast) => {
      const { authority } = values
      const only = typeof authority === 'string' ? await chosenAuthority(holdfast.pool, authority) : null
      const asked = (await authoritiesHeld(holdfast)).filter(({ authorityId }) => only === null || authorityId === only)
      if (asked.length === 0) throw new UsageError(only === null ? 'No authority is held yet.' : `There is no authority ${only} here.`)
      for (const { authorityId, name } of asked) {
        const { looks, found } = await watchNow(holdfast, authorityId)
        say(`${name} (${authorityId}): ${looks.toLocaleString('en-GB')} looks at children, ${found.toLocaleString('en-GB')} new ${found === 1 ? 'finding' : 'findings'}`)
      }
      return exitCodes.done
    })
  },
}
