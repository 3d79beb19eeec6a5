/** Signing in. */
import { address } from '../../localAddress.ts'
import type { Page } from '../../route.ts'

export interface SignInAsked {
  readonly next: string
  readonly name: string
  /** The session ended by itself. */
  readonly ended: boolean
  /** The person signed out just now: here, everywhere, or here with the provider still to be asked. */
  readonly out: 'yes' | 'everywhere' | 'provider' | null
  /** A form was posted after the session had ended, and is kept. */
  readonly kept: boolean
  readonly idleMinutes: number
  /** What stops signing in: nothing yet, a blank field, or that name and password do not go together. */
  readonly wrong: 'name' | 'password' | 'both' | null
  /** Whether there are passwords here. */
  readonly passwords: boolean
  /** The provider's label; null where there is none. */
  readonly provider: string | null
}

/** The sign-in page. It never says which of name and password was wrong. */
export function signInPage(asked: SignInAsked): Page {
  const error = {
    name: { href: '#name', text: 'Enter your name' },
    password: { href: '#password', text: 'Enter your password' },
    both: { href: '#name', text: 'The name and password do not go together. Check both and try again' },
  }
  const wrong = asked.wrong === null ? null : error[asked.wrong]
  return {
    kind: 'page', view: 'sign-in', room: 'none', title: 'Sign in',
    status: asked.wrong === null ? 200 : 422,
    model: {
      next: asked.next,
      name: asked.name,
      passwords: asked.passwords,
      provider: asked.provider === null ? null
        : { text: `Sign in with ${asked.provider}`, href: address('/sign-in/provider', { next: asked.next === '/' ? null : asked.next }) },
      alsoOut: asked.out === 'provider' && asked.provider !== null ? `Sign out of ${asked.provider} too` : null,
      errors: wrong === null ? [] : [wrong],
      nameError: asked.wrong === 'name' || asked.wrong === 'both' ? wrong : null,
      passwordError: asked.wrong === 'password' ? wrong : null,
      messages: messagesOf(asked),
    },
  }
}

function messagesOf({ ended, kept, out, idleMinutes }: SignInAsked): readonly string[] {
  return [
    ...(ended ? [`You were signed out, because nothing was done for ${idleMinutes} minutes or the day was over. Sign in to go on where you were.`] : []),
    ...(kept ? ['What you typed was not sent, and is not lost. Sign in under the same name, and you can send it again exactly as it was.'] : []),
    ...(out === 'everywhere' ? ['You have signed out on every computer and phone.'] : out === null ? [] : ['You have signed out.']),
  ]
}
