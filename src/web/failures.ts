/** What a person sees when something does not work: plain words, what to do next, never a detail of the failure. */
import { randomBytes } from 'node:crypto'
import type { Page } from './route.ts'

/** Also the page for what one may not see: the two must not be told apart. */
export const notFoundPage: Page = {
  kind: 'page', view: 'failure', room: 'none', title: 'Page not found', status: 404,
  model: {
    heading: 'Page not found',
    paragraphs: [
      'If you typed the address, check that it is right. If you pasted it, check that you copied all of it.',
      'You may also be looking for something that your role does not cover.',
    ],
    reference: null,
  },
}

const page = (status: number, heading: string, paragraphs: readonly string[], reference: string | null = null): Page => ({
  kind: 'page', view: 'failure', room: 'none', title: heading, status, model: { heading, paragraphs, reference },
})

/** The page for a form without the token that we gave this person. */
export const forgedPage: Page = page(400, 'Send the form again', [
  'The form was open for too long, or you signed in again since. Nothing was changed.',
  'Go back, load the page again and send the form once more.',
])

/** For a program that nobody's key or session came with. */
export const signedOutPage: Page = page(401, 'Sign in first', ['Nobody is known to ask. Nothing was looked at and nothing was changed.'])

/** For a key that is none, that has ended or is past its last day, or whose owner is shut out: which of these, nobody is told. */
export const noKeyPage: Page = page(401, 'This key opens nothing', ['It is wrong, it has ended, or keys are not in use here. Nothing was looked at and nothing was changed.'])

/** For a key that is asked to do what only a person may, or to write though it only reads. */
export const keyReadsPage: Page = page(403, 'This key may not do that', ['It only reads, or this is something that people do themselves. Nothing was changed.'])

/** What can be sent by people alone. */
export const notAsJsonPage: Page = page(415, 'This form is not taken as JSON', [
  'It takes files, or asks more than the fields of one record. Nothing was changed.',
  'A person can fill it in on its page.',
])

/** The page for too many tries; `minutes` until the next is heard. */
export function tooManyPage(minutes: number): Page {
  return page(429, 'Too many tries', [
    `Signing in has failed too many times from here. Try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
    'If you do not know your password, ask the person who looks after Holdfast in your authority.',
  ])
}

/** The page for a person who goes on faster than anybody works; `seconds` until the next is heard. */
export function tooFastPage(seconds: number): Page {
  return page(429, 'Wait a moment', [
    `Holdfast was asked for more in a short time than one person needs. Try again in ${inWords(seconds)}.`,
    'Nothing was changed. If you did not do this yourself, tell the person who looks after Holdfast in your authority.',
  ])
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** A short reference that a person can read out: `7F3A-91C2`. */
function newReference(): string {
  const hex = randomBytes(4).toString('hex').toUpperCase()
  return `${hex.slice(0, 4)}-${hex.slice(4)}`
}

/** The page for a failure, with a reference when it is ours to look into. */
export function pageOfFailure(failure: unknown): { readonly page: Page; readonly reference: string | null } {
  const known = typeof failure === 'object' && failure !== null ? (failure as { statusCode?: unknown; code?: unknown }) : {}
  if (known.code === 'HOLDFAST_NOT_AS_JSON') return { reference: null, page: notAsJsonPage }
  if (known.code === 'HOLDFAST_NO_BODY' && failure instanceof Error) {
    return { reference: null, page: page(400, 'That could not be read', [failure.message, 'Nothing was changed.']) }
  }
  if (known.statusCode === 414) {
    return { reference: null, page: page(414, 'The address is too long', ['Choose fewer filters, or go back to the page the link stood on.']) }
  }
  if (known.statusCode === 413 && (known.code === 'HOLDFAST_TOO_MUCH' || known.code === 'FST_ERR_CTP_BODY_TOO_LARGE')) {
    return { reference: null, page: page(413, 'That is too much for one form', ['Nothing was changed. Send it in smaller parts.']) }
  }
  if (known.statusCode === 413) {
    return {
      reference: null,
      page: page(413, 'The files are too large', [
        'Nothing was kept. Send fewer files, or the same files in a zip.',
        'If one file alone is too large, ask the person who looks after Holdfast to raise the limit.',
      ]),
    }
  }
  if (typeof known.statusCode === 'number' && known.statusCode >= 400 && known.statusCode < 500) {
    return {
      reference: null,
      page: page(400, 'That could not be read', ['The request was not in a form that Holdfast reads. Nothing was changed.', 'Go back and try again.']),
    }
  }
  const reference = newReference()
  return {
    reference,
    page: page(500, 'Sorry, something went wrong', [
      'Nothing was changed by what you just did. Try again in a few minutes.',
      'If it goes on, tell the person who looks after Holdfast and give this reference:',
    ], reference),
  }
}
