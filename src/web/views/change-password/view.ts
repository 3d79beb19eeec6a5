/** Changing one's own password. */
import type { PasswordFault } from '../../../app/signIn.ts'
import type { Page } from '../../route.ts'

/** Why a password was refused, in words. */
export const passwordFaultWords: Readonly<Record<PasswordFault, string>> = {
  current: 'That is not your password now. Check it and try again',
  short: 'Your new password must have 12 characters or more. Three or four words that do not belong together make a good one',
  long: 'Your new password must have 200 characters or fewer',
  common: 'That password is easy to guess: it is made of words, runs and figures that many people use. Choose another',
  same: 'Your new password is the one you have. Choose another',
  name: 'That password is made of your own name. Choose another',
}

/** The form; `fault` why a password was not changed. */
export function changePasswordPage(fault: PasswordFault | null): Page {
  const error = fault === null ? null : { href: fault === 'current' ? '#current' : '#wanted', text: passwordFaultWords[fault] }
  return {
    kind: 'page', view: 'change-password', room: 'none', title: 'Change your password', status: fault === null ? 200 : 422,
    model: {
      errors: error === null ? [] : [error],
      currentError: fault === 'current' ? error : null,
      wantedError: fault === 'current' ? null : error,
    },
  }
}
