/** The pages of keys for programs. A key makes no keys and ends none. */
import { byPeople, formRoutes, type Route } from '../route.ts'
import { anyKeyEnd, everyKey, keyEnd, keyMade, keys } from './keys.ts'

export const keysRoutes: readonly Route[] = byPeople([
  { method: 'GET', path: '/account/keys', act: 'signed in', audit: 'own keys opened', handle: keys },
  ...formRoutes('/account/keys/new', 'signed in', 'form for a key opened', 'key made', keyMade),
  ...formRoutes('/account/keys/:keyId/end', 'signed in', 'ending of a key asked', 'own key ended', keyEnd),
  { method: 'GET', path: '/admin/keys', act: ['see', 'accounts'], audit: 'keys opened', handle: everyKey },
  { method: 'POST', path: '/admin/keys/:keyId/end', act: ['administer', 'accounts'], audit: 'key of somebody ended', handle: anyKeyEnd },
])
