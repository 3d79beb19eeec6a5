/** The permanence plan as others ask for it: what is held, and how it stands, for one child or for many. */
import { lineType, type Line } from '../core/plan/line.ts'
import { planType, type Plan } from '../core/plan/plan.ts'
import { sortedLines, summaryOf, type PlanSummary } from '../core/plan/state.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** A plan with its lines. */
export interface PlanHeld {
  readonly plan: Plan
  /** Primary first, ended last. */
  readonly lines: readonly Line[]
}

/**
 * The child's plan as it is held now, draft or not: for those who change it and for decisions. Undefined when none has been
 * begun (or every one was closed). `knownAt`, an instant, gives it as it was then.
 */
export async function planHeld(work: Work, childId: string, knownAt?: string): Promise<PlanHeld | undefined> {
  const then = knownAt === undefined ? {} : { knownAt }
  const plan = (await work.records.find([planType], { childId, ...then })).findLast(({ values: { status } }) => status !== 'superseded')
  if (plan === undefined) return undefined
  return { plan, lines: sortedLines(await work.records.find([lineType], { partOf: plan.recordId, ...then })) }
}

/** How a child's plan stands; undefined when there is none. Lines are those in force, with the roles last authorised. */
export async function planOf(work: Work, childId: string): Promise<PlanSummary | undefined> {
  return (await plansOf(work, [childId])).get(childId)
}

/** How the plans of many children stand, by child: two questions to the store however many. A child without a plan is not in it. */
export async function plansOf(work: Work, childIds: readonly string[]): Promise<ReadonlyMap<string, PlanSummary>> {
  if (childIds.length === 0) return new Map()
  const plans = await work.records.find([planType], { childIds, states: ['draft', 'put forward', 'returned', 'authorised'] })
  return summariesByChild(plans, await work.records.find([lineType], { childIds }), work.today)
}

/** The same from the plans and lines of those children; plans that were closed count for nothing. */
export function summariesByChild(plans: readonly Plan[], lines: readonly Line[], today: LocalDate): ReadonlyMap<string, PlanSummary> {
  const found = new Map<string, PlanSummary>()
  const linesBy = new Map<string, Line[]>()
  for (const line of lines) {
    const same = linesBy.get(line.partOf ?? '')
    if (same === undefined) linesBy.set(line.partOf ?? '', [line])
    else same.push(line)
  }
  // The newest stands where, against all order, two are open.
  for (const plan of plans) {
    if (plan.childId !== null && plan.values.status !== 'superseded') found.set(plan.childId, summaryOf(plan, linesBy.get(plan.recordId) ?? [], today))
  }
  return found
}
