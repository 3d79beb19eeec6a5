/** Signing in. */
import type { Page } from '../../route.ts'

export interface SignInAsked {
  readonly next: string
  readonly name: string
  /** The session ended by itself. */
  readonly ended: boolean
  /** The person signed out just now. */
  readonly out: boolean
  readonly idleMinutes: number
  /** What stops signing in: nothing yet, a blank field, or that name and password do not go together. */
  readonly wrong: 'name' | 'password' | 'both' | null
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
      errors: wrong === null ? [] : [wrong],
      nameError: asked.wrong === 'name' || asked.wrong === 'both' ? wrong : null,
      passwordError: asked.wrong === 'password' ? wrong : null,
      message: asked.ended
        ? `You were signed out, because nothing was done for ${asked.idleMinutes} minutes or the day was over. Sign in to go on where you were.`
        : asked.out ? 'You have signed out.' : null,
    },
  }
}
