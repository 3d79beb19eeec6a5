/** A page with a long form, as the recording pages have: for tests of what becomes of typed work. */
import type { Route } from '../../src/web/route.ts'

export interface LongForm {
  readonly routes: readonly Route[]
  /** What was sent and taken: whose, and the fields as they came. */
  readonly sent: { readonly who: string; readonly fields: readonly (readonly [string, string])[] }[]
}

/** The routes of the form, and what they took. */
export function longForm(): LongForm {
  const sent: LongForm['sent'] = []
  return {
    sent,
    routes: [
      {
        method: 'GET', path: '/long-form', act: 'signed in', audit: 'long form opened',
        handle: () => Promise.resolve({ kind: 'page', view: '../testing/long-form', room: 'none', title: 'A long form', model: {} }),
      },
      {
        method: 'POST', path: '/long-form', act: 'signed in', audit: 'long form sent',
        handle: ({ work, form }) => {
          sent.push({ who: work.actor.name, fields: [...form].filter(([name]) => !name.startsWith('_')) })
          return Promise.resolve({ kind: 'redirect', to: '/long-form', flash: { kind: 'success', words: 'It was sent' } })
        },
      },
    ],
  }
}
