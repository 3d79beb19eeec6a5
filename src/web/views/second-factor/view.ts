/** Setting up an authenticator app. */
import type { Enrolment } from '../../../app/signIn.ts'
import type { Page } from '../../route.ts'

export interface SecondFactorAsked {
  readonly enrolment: Enrolment
  /** Where the form goes: while signing in, or from the account page. */
  readonly action: '/sign-in/second-factor' | '/account/second-factor'
  readonly required: boolean
  readonly wrong: 'missing' | 'wrong' | 'wrong password' | null
}

/** The page with the secret, as a picture and as text, that asks for the first code. */
export function secondFactorPage({ enrolment, action, required, wrong }: SecondFactorAsked): Page {
  const words = {
    missing: 'Enter the code your app shows',
    wrong: 'That code is not right. Check that the time on your phone is right, and enter the newest code',
    'wrong password': 'That is not your password. Check it and try again',
  }
  const error = wrong === null ? null : { href: wrong === 'wrong password' ? '#password' : '#code', text: words[wrong] }
  return {
    kind: 'page', view: 'second-factor', room: 'none', title: 'Set up an authenticator app', status: wrong === null ? 200 : 422,
    model: {
      ...enrolment, action, signingIn: action === '/sign-in/second-factor', required, errors: error === null ? [] : [error],
      codeError: wrong === 'wrong password' ? null : error, passwordError: wrong === 'wrong password' ? error : null,
    },
  }
}
