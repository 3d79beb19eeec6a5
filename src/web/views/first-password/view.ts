/** Choosing a first password. */
import type { PasswordFault } from '../../../app/signIn.ts'
import type { Page } from '../../route.ts'
import { passwordFaultWords } from '../change-password/view.ts'

/** The form of the link; `fault` why a password was not taken. */
export function firstPasswordPage(token: string, { name, signInName }: { readonly name: string; readonly signInName: string }, fault: PasswordFault | null): Page {
  const error = fault === null ? null : { href: '#wanted', text: passwordFaultWords[fault] }
  return {
    kind: 'page', view: 'first-password', room: 'none', title: 'Choose your password', status: fault === null ? 200 : 422,
    model: { action: `/first-password/${token}`, name, signInName, errors: error === null ? [] : [error], error },
  }
}
