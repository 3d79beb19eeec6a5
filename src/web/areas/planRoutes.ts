/** The pages of the permanence plan. */
import type { Act } from '../../core/access/act.ts'
import type { Handler, Route } from '../route.ts'
import { plan, planLine, planPrint } from './plan.ts'
import {
  aboutForm, beginForm, decideForm, dimensionsForm, lineForm, movedForm, newLineForm, optionForm, putForwardForm, roleForm, taskForm, toldForm,
} from './planForms.ts'

const base = '/children/:childId/plan'
const see = ['see', 'plan'] as const
const record = ['record', 'plan draft'] as const
const change = ['change', 'plan draft'] as const
const decide = ['decide', 'plan draft'] as const

/** A form at an address: opened by GET, taken in by POST. */
const form = (path: string, act: Act, opened: string, taken: string, handle: Handler): readonly Route[] => [
  { method: 'GET', path: base + path, act, audit: opened, handle },
  { method: 'POST', path: base + path, act, audit: taken, handle },
]

export const planRoutes: readonly Route[] = [
  { method: 'GET', path: base, act: see, audit: 'plan opened', handle: plan },
  { method: 'GET', path: `${base}/print`, act: see, audit: 'plan printed', handle: planPrint },
  ...form('/begin', record, 'plan form opened', 'plan begun', beginForm),
  ...form('/about', change, 'plan form opened', 'plan changed', aboutForm),
  ...form('/lines/new', record, 'plan line form opened', 'plan line written', newLineForm),
  { method: 'GET', path: `${base}/lines/:recordId`, act: see, audit: 'plan line opened', handle: planLine },
  ...form('/lines/:recordId/change', change, 'plan line form opened', 'plan line written', lineForm),
  ...form('/lines/:recordId/moved', change, 'plan line form opened', 'move of a plan line written', movedForm),
  ...form('/lines/:recordId/role', change, 'plan line form opened', 'role of a plan line changed', roleForm),
  ...form('/lines/:recordId/task', ['record', 'actions'], 'task form opened', 'task of a plan line written', taskForm),
  ...form('/options/new', record, 'plan option form opened', 'plan option written', optionForm),
  ...form('/options/:recordId', change, 'plan option form opened', 'plan option written', optionForm),
  ...form('/told/new', record, 'plan told form opened', 'plan told written', toldForm),
  ...form('/told/:recordId', change, 'plan told form opened', 'plan told written', toldForm),
  ...form('/dimensions', change, 'permanence dimensions form opened', 'permanence dimensions written', dimensionsForm),
  ...form('/put-forward', change, 'plan form opened', 'plan put forward', putForwardForm),
  ...form('/decide', decide, 'plan decision opened', 'plan decided', decideForm),
]
