/** The pages of private fostering: counts of the authority, among its papers. */
import { formRoutes, type Route } from '../route.ts'
import { fosteringCounts, newFosteringCount } from './privateFostering.ts'

export const privateFosteringRoutes: readonly Route[] = [
  { method: 'GET', path: '/private-fostering', act: ['see', 'papers'], audit: 'private fostering opened', handle: fosteringCounts },
  ...formRoutes('/private-fostering/new', ['change', 'papers'], 'private fostering count form opened', 'private fostering count sent', newFosteringCount),
]
