/** A person's own account. */
import type { OwnAccount } from '../../../app/signIn.ts'
import type { Actor } from '../../../app/work.ts'
import { roleDescriptions } from '../../../core/access/roles.ts'
import type { Page } from '../../route.ts'
import { counted } from '../../words/counts.ts'
import { momentWords } from '../../words/dates.ts'

export interface AccountAsked {
  readonly actor: Actor
  readonly account: OwnAccount
  readonly thisSession: string
  /** How many forms wait to be sent again. */
  readonly kept: number
  /** Whether programs may ask by keys. */
  readonly keys: boolean
}

const moment = (milliseconds: number): string => momentWords(new Date(milliseconds).toISOString())

/** The account page. */
export function accountPage({ actor, account, thisSession, kept, keys }: AccountAsked): Page {
  const { enrolled, required, recoveryCodesLeft } = account.secondFactor
  return {
    kind: 'page', view: 'account', room: 'none', title: 'Your account',
    model: {
      facts: [
        { key: { text: 'Name' }, value: { text: actor.name } },
        { key: { text: 'You sign in as' }, value: { text: account.signInName } },
        { key: { text: 'Authority' }, value: { text: actor.authorityName } },
        { key: { text: actor.roles.length === 1 ? 'Role' : 'Roles' }, value: { text: actor.roles.length === 0 ? 'None' : actor.roles.map((role) => roleDescriptions[role].words).join(', ') } },
      ],
      kept: kept === 0 ? null : `${counted(kept, 'form')} that you typed and did not send`,
      keys, hasPassword: account.hasPassword,
      enrolled, required,
      codesLeft: recoveryCodesLeft === 0 ? 'You have no recovery codes left.' : `You have ${counted(recoveryCodesLeft, 'recovery code')} left.`,
      sessions: account.sessions.map((one) => ({
        browser: one.browser === '' ? 'A browser' : one.browser, here: one.sessionId === thisSession,
        how: one.how === 'provider' ? 'your council’s sign-in' : 'password', signedIn: moment(one.signedInAt), seen: moment(one.seenAt),
      })),
    },
  }
}
