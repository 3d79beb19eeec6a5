/** For programs: what they may ask, as a page and as a document. */
import { openApi } from '../openApi.ts'
import type { Handler, Route } from '../route.ts'
import { registerPage, said } from '../views/register/view.ts'

/** `GET /api` */
const page = (rows: readonly Route[]): Handler => async ({ work, keys }) => registerPage({
  title: 'Holdfast for programs',
  lead: [
    'Every form of Holdfast is also an address that a program can ask. Asked with Accept: application/json it tells its fields, what stands in them and its version; sent there as JSON it is taken by the same checks, the same access and the same log as from a person.',
    keys === null ? 'Keys for programs are not in use here.' : 'A program asks with a key that a person makes on their account page, and sees what that person sees.',
  ],
  links: [{ words: 'The OpenAPI document', href: '/api/openapi.json' }, ...(keys === null ? [] : [{ words: 'Your keys', href: '/account/keys' }])],
  sections: [{
    title: 'Forms that your roles open', caption: 'Forms', heads: ['Address', 'What it does'], empty: 'None.',
    rows: rows.filter(({ method, form, act, byPeople }) => method === 'POST' && form === true && byPeople !== true && (act === 'signed in' || work.may(...act)))
      .map(({ path, audit }) => [said(path), said(audit.charAt(0).toUpperCase() + audit.slice(1))]),
  }],
}, 'none')

/** The rows of this area, about all the other rows. */
export const apiRoutes = (rows: readonly Route[]): readonly Route[] => [
  { method: 'GET', path: '/api', act: 'signed in', audit: 'page for programs opened', handle: page(rows) },
  { method: 'GET', path: '/api/openapi.json', act: 'signed in', audit: 'OpenAPI document read', handle: () => Promise.resolve({ kind: 'json', body: document(rows) }) },
]

/** Made once: it is the same for everybody. */
const made = new WeakMap<readonly Route[], unknown>()
function document(rows: readonly Route[]): unknown {
  const held = made.get(rows) ?? openApi(rows)
  made.set(rows, held)
  return held
}
