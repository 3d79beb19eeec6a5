/** The pages of private fostering: counts of the authority, among its papers. */
import type { Route } from '../route.ts'
import { fosteringCounts, newFosteringCount } from './privateFostering.ts'

export const privateFosteringRoutes: readonly Route[] = [
  { method: 'GET', path: '/private-fostering', act: ['see', 'papers'], audit: 'private fostering opened', handle: fosteringCounts },
  { method: 'GET', path: '/private-fostering/new', act: ['change', 'papers'], audit: 'private fostering count form opened', handle: newFosteringCount },
  { method: 'POST', path: '/private-fostering/new', act: ['change', 'papers'], audit: 'private fostering count sent', handle: newFosteringCount },
]
