/** The pages of the permanence plan. */
import { formRoutes, type Route } from '../route.ts'
import { plan, planLine, planPrint } from './plan.ts'
import {
  aboutForm, beginForm, decideForm, dimensionsForm, lineForm, movedForm, newLineForm, optionForm, putForwardForm, roleForm, taskForm, toldForm,
} from './planForms.ts'

const base = '/children/:childId/plan'
const see = ['see', 'plan'] as const
const record = ['record', 'plan draft'] as const
const change = ['change', 'plan draft'] as const
const decide = ['decide', 'plan draft'] as const

export const planRoutes: readonly Route[] = [
  { method: 'GET', path: base, act: see, audit: 'plan opened', handle: plan },
  { method: 'GET', path: `${base}/print`, act: see, audit: 'plan printed', handle: planPrint },
  ...formRoutes(`${base}/begin`, record, 'plan form opened', 'plan begun', beginForm),
  ...formRoutes(`${base}/about`, change, 'plan form opened', 'plan changed', aboutForm),
  ...formRoutes(`${base}/lines/new`, record, 'plan line form opened', 'plan line written', newLineForm),
  { method: 'GET', path: `${base}/lines/:recordId`, act: see, audit: 'plan line opened', handle: planLine },
  ...formRoutes(`${base}/lines/:recordId/change`, change, 'plan line form opened', 'plan line written', lineForm),
  ...formRoutes(`${base}/lines/:recordId/moved`, change, 'plan line form opened', 'move of a plan line written', movedForm),
  ...formRoutes(`${base}/lines/:recordId/role`, change, 'plan line form opened', 'role of a plan line changed', roleForm),
  ...formRoutes(`${base}/lines/:recordId/task`, ['record', 'actions'], 'task form opened', 'task of a plan line written', taskForm),
  ...formRoutes(`${base}/options/new`, record, 'plan option form opened', 'plan option written', optionForm),
  ...formRoutes(`${base}/options/:recordId`, change, 'plan option form opened', 'plan option written', optionForm),
  ...formRoutes(`${base}/told/new`, record, 'plan told form opened', 'plan told written', toldForm),
  ...formRoutes(`${base}/told/:recordId`, change, 'plan told form opened', 'plan told written', toldForm),
  ...formRoutes(`${base}/dimensions`, change, 'permanence dimensions form opened', 'permanence dimensions written', dimensionsForm),
  ...formRoutes(`${base}/put-forward`, change, 'plan form opened', 'plan put forward', putForwardForm),
  ...formRoutes(`${base}/decide`, decide, 'plan decision opened', 'plan decided', decideForm),
]
