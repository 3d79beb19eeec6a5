/** Plain pages for when signing in does not come off. */
import type { Page } from '../route.ts'

const plain = (status: number, heading: string, paragraphs: readonly string[]): Page => ({
  kind: 'page', view: 'failure', room: 'none', title: heading, status,
  model: { heading, paragraphs, reference: null, link: { href: '/sign-in', text: 'Go to the sign-in page' } },
})

/** For somebody the provider knows and Holdfast does not, or whose account was disabled. */
export const notKnownPage: Page = plain(403, 'You have no account in Holdfast', [
  'You signed in to your council, and that worked. But nobody has added you to Holdfast, or your account here was ended.',
  'Ask the person who looks after Holdfast in your authority to add you under the email address you sign in with.',
])

/** For an answer of the provider that was not the one to our question. */
export const refusedPage: Page = plain(400, 'Signing in did not work', [
  'The answer that came back was not the one Holdfast had asked for. This happens when the sign-in page was open for a long time, or in two windows. Nobody was signed in.',
  'Start again from the sign-in page. If it goes on, tell the person who looks after Holdfast.',
])

/** For a provider that does not answer. */
export const awayPage: Page = plain(503, 'Your council’s sign-in does not answer', [
  'Holdfast could not reach the place where your council keeps its accounts. Try again in a few minutes.',
  'If you are signed in to Holdfast in another window, you can go on working there.',
])

/** For a second step that was begun too long ago. */
export const beginAgainPage: Page = plain(400, 'Sign in again', [
  'It took more than 10 minutes to enter the code. Nobody was signed in.',
])
