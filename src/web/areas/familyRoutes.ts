/** The pages of a child's family. */
import type { Handler, Route } from '../route.ts'
import { changeRecord, endOneLink, family, newFamilyRecord, newLink, newRelative, newSibling } from './family.ts'

const at = '/children/:childId/family'

/** A form's two rows: opened, and sent. */
const form = (path: string, act: 'record' | 'change', what: string, handle: Handler): readonly Route[] => [
  { method: 'GET', path: `${at}${path}`, act: [act, 'family'], audit: `${what} form opened`, handle },
  { method: 'POST', path: `${at}${path}`, act: [act, 'family'], audit: `${what} sent`, handle },
]

export const familyRoutes: readonly Route[] = [
  { method: 'GET', path: at, act: ['see', 'family'], audit: 'family opened', handle: family },
  ...form('/people/new', 'record', 'family member', newRelative),
  ...form('/siblings/new', 'record', 'brother or sister in care', newSibling),
  ...form('/links/new', 'record', 'family link', newLink),
  ...form('/links/:linkId/end', 'change', 'end of a family link', endOneLink),
  ...form('/:kind/new', 'record', 'family record', newFamilyRecord),
  ...form('/:kind/:recordId', 'change', 'family record change', changeRecord),
]
