/** The second step of signing in. */
import type { Page } from '../../route.ts'

/** The page that asks for a code; `wrong` what was wrong with the one given. */
export function codePage(wrong: 'missing' | 'wrong' | null): Page {
  const error = wrong === null ? null : {
    href: '#code',
    text: wrong === 'missing' ? 'Enter the code' : 'That code is not right, or was used before. Enter the newest code of your app, or a recovery code that you have not used',
  }
  return {
    kind: 'page', view: 'sign-in-code', room: 'none', title: 'Enter the code of your app', status: wrong === null ? 200 : 422,
    model: { errors: error === null ? [] : [error], error },
  }
}
