/**
 * The pages of the approval of a child's carers. To ask is to record an assessment of the carers, which the table gives the
 * child's social worker; to decide is the nominated officer's act.
 */
import type { Act } from '../../core/access/act.ts'
import { formRoutes, type Handler, type Route } from '../route.ts'
import {
  carers, decideOnApproval, decideOnExtension, endOfApproval, extendApproval, fullApproval, newApproval, outcomeOfReview, panelForApproval,
} from './carers.ts'

const at = '/children/:childId/carers'
const ask: Act = ['record', 'assessments']
const change: Act = ['change', 'assessments']
const decide: Act = ['decide', 'nominated officer approval']

const form = (path: string, act: Act, what: string, handle: Handler): readonly Route[] =>
  formRoutes(`${at}${path}`, act, `${what} form opened`, `${what} sent`, handle)

export const carersRoutes: readonly Route[] = [
  { method: 'GET', path: at, act: ['see', 'nominated officer approval'], audit: 'approval of carers opened', handle: carers },
  ...form('/new', ask, 'request for approval of carers', newApproval),
  ...form('/approved', ask, 'approval as foster carers', fullApproval),
  ...form('/:recordId/decide', decide, 'decision on approval of carers', decideOnApproval),
  ...form('/:recordId/extend', ask, 'request to extend approval of carers', extendApproval),
  ...form('/:recordId/panel', change, 'fostering panel of carers', panelForApproval),
  ...form('/:recordId/end', change, 'end of approval of carers', endOfApproval),
  ...form('/:recordId/extensions/:extensionId/decide', decide, 'decision on extension of approval', decideOnExtension),
  ...form('/:recordId/extensions/:extensionId/outcome', change, 'outcome of independent review', outcomeOfReview),
]
