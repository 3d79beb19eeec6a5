/** A child's permanence plan: the page, one line of it, and the plan on paper. */
import { planPage, type PlanPage } from '../../app/planPage.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { knownAsked, planModel } from '../views/plan/view.ts'
import { lineModel } from '../views/plan-line/view.ts'

/** `GET /children/:childId/plan` */
export const plan: Handler = (ask) => planAnswer(ask, 'plan', 'Permanence plan')

/** `GET /children/:childId/plan/print`: everything, opened, for paper. */
export const planPrint: Handler = (ask) => planAnswer(ask, 'plan-print', 'Permanence plan')

async function planAnswer(ask: Ask, view: string, title: string): Promise<Answer> {
  const head = await headOf(ask, '/plan')
  if (head === undefined) return { kind: 'not found' }
  const known = knownAsked(ask.query, ask.today)
  const page = await planPage(ask.work, head.childId, known.instant)
  return {
    kind: 'page', view, room: 'children', title: `${title} – child ${head.code}`,
    model: { head, known: { ...known, action: `${head.href}/plan` }, ...(page.kind === 'none' ? { noPlan: page } : planModel(page, head.href, ask.today)) },
  }
}

/** `GET /children/:childId/plan/lines/:recordId` */
export const planLine: Handler = async (ask) => {
  const found = await lineOf(ask)
  if (found === undefined) return { kind: 'not found' }
  const { head, page, line } = found
  const model = lineModel(page, line, head.href, ask.today)
  return { kind: 'page', view: 'plan-line', room: 'children', title: `${model.route} – child ${head.code}`, model: { head, ...model } }
}

async function lineOf(ask: Ask): Promise<{ readonly head: ChildHeadModel; readonly page: PlanPage; readonly line: PlanPage['lines'][number] } | undefined> {
  const head = await headOf(ask, '/plan')
  const page = head === undefined ? undefined : await planPage(ask.work, head.childId, null)
  if (head === undefined || page === undefined || page.kind === 'none') return undefined
  const line = page.lines.find(({ recordId }) => recordId === ask.params['recordId'])
  return line === undefined ? undefined : { head, page, line }
}
