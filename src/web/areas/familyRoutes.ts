/** The pages of a child's family. */
import { formRoutes, type Handler, type Route } from '../route.ts'
import { changeRecord, endOneLink, family, newFamilyRecord, newLink, newRelative, newSibling } from './family.ts'

const at = '/children/:childId/family'

const form = (path: string, act: 'record' | 'change', what: string, handle: Handler): readonly Route[] =>
  formRoutes(at + path, [act, 'family'], `${what} form opened`, `${what} sent`, handle)

export const familyRoutes: readonly Route[] = [
  { method: 'GET', path: at, act: ['see', 'family'], audit: 'family opened', handle: family },
  ...form('/people/new', 'record', 'family member', newRelative),
  ...form('/siblings/new', 'record', 'brother or sister in care', newSibling),
  ...form('/links/new', 'record', 'family link', newLink),
  ...form('/links/:linkId/end', 'change', 'end of a family link', endOneLink),
  ...form('/:kind/new', 'record', 'family record', newFamilyRecord),
  ...form('/:kind/:recordId', 'change', 'family record change', changeRecord),
]
