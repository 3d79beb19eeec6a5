/**
 * What people do to a plan, as pure decisions: begin and change it, add and change its lines, turn to another line, put it
 * forward, authorise it or send it back. Whatever changes what was authorised makes the plan a draft again.
 */
import type { Route } from '../permanence/routes.ts'
import { routeWords } from '../permanence/routes.ts'
import { added, done, refused, revised, type Change, type Decided, type ValuesOf } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'
import { authorisedFields, isLive, lineType, movedLine, type Line, type LineRole } from './line.ts'
import { planType, type Plan } from './plan.ts'
import { lackingIn } from './state.ts'

type PlanValues = ValuesOf<typeof planType>
type LineValues = ValuesOf<typeof lineType>

export type AskedPlan = Pick<PlanValues, 'aim' | 'noAlternativeWhy' | 'early' | 'earlyWhy'>
export type AskedLine = Pick<LineValues, 'owner' | 'reason' | 'startedOn' | 'targetOn' | 'evidence' | 'trigger'>

/** The page of a child's plan. */
export const planAddress = (childId: string): string => `/children/${childId}/plan`

/** Begins a plan; an older one that is held (of an earlier time in care) is closed, and says why. */
export function beginPlan(
  held: Plan | undefined, asked: AskedPlan & { readonly changeWhy: string | null }, of: { readonly childId: string; readonly planId: string },
): Decided {
  const older: Change[] = []
  if (held !== undefined) {
    if (asked.changeWhy === null) return refused('Say why another plan is begun', 'changeWhy')
    older.push(revised(planType, held, { status: 'superseded', changeWhy: asked.changeWhy }))
  }
  return done([...older, added(planType, of.planId, { childId: of.childId }, {
    ...asked, status: 'draft', askedOf: null, putForwardOn: null, returnedWhy: null, authorisedOn: null, authorisedBy: null,
    identifiedOn: null, endorsedOn: null, endorsedAt: null, firstEndorsedOn: null,
  })])
}

/** Changes what the plan says as a whole. Saying the same again changes nothing. */
export function changePlan(plan: Plan, asked: AskedPlan): Decided {
  const same = (Object.keys(asked) as (keyof AskedPlan)[]).every((field) => asked[field] === plan.values[field])
  return done(same ? [] : [revised(planType, plan, { ...asked, ...asDraft })])
}

const asDraft = { status: 'draft', askedOf: null, putForwardOn: null } as const

/** The plan a draft again, when it was anything else: what stands beside any change to what is authorised. */
function reopened(plan: Plan): readonly Change[] {
  return plan.values.status === 'draft' ? [] : [revised(planType, plan, asDraft)]
}

/** Adds a line. A second primary line is none: the plan is turned by `changeRole`, which says why. */
export function addLine(
  plan: Plan, lines: readonly Line[], asked: AskedLine & { readonly route: Route; readonly role: LineRole }, lineId: string,
): Decided {
  const primary = lines.find(({ values: { role } }) => role === 'primary')
  if (asked.role === 'primary' && primary !== undefined) {
    return refused(`${routeWords[primary.values.route]} is the primary line. Add this one as parallel or contingency; it can be made the primary line afterwards`, 'role')
  }
  if (asked.role === 'ended') return refused('Choose primary, parallel or contingency', 'role')
  if (asked.route !== 'other' && lines.some((line) => isLive(line) && line.values.route === asked.route)) {
    return refused(`${routeWords[asked.route]} is a line of this plan already`, 'route')
  }
  const wrong = wrongDates(asked)
  if (wrong !== undefined) return wrong
  return done([
    ...reopened(plan),
    added(lineType, lineId, { childId: plan.childId, partOf: plan.recordId }, { ...asked, roleWhy: null, movedOn: null, moved: null, endedOn: null, inForce: null }),
  ])
}

function wrongDates({ startedOn, targetOn }: AskedLine): Decided | undefined {
  return targetOn !== null && targetOn < startedOn ? refused('The target date must not be before the day it started', 'targetOn') : undefined
}

/** Changes what a line says. Its owner and evidence are the running of it; its reason, target and trigger were authorised. */
export function changeLine(plan: Plan, line: Line, asked: AskedLine): Decided {
  const wrong = wrongDates(asked)
  if (wrong !== undefined) return wrong
  const changed = (fields: readonly (keyof AskedLine)[]): boolean => fields.some((field) => asked[field] !== line.values[field])
  if (!changed(Object.keys(asked) as (keyof AskedLine)[])) return done([])
  return done([...(changed(authorisedFields) ? reopened(plan) : []), revised(lineType, line, asked)])
}

/** Notes what moved a line, and when: not before it started, nor before what moved it last. */
export function noteMove(line: Line, { movedOn, moved }: { readonly movedOn: LocalDate; readonly moved: string }): Decided {
  if (movedOn < line.values.startedOn) return refused('The day it moved must not be before the day the line started', 'movedOn')
  const change = movedLine(line, movedOn, moved)
  return change === null ? refused('Something later is noted already. Enter what moved the line last', 'movedOn') : done([change])
}

/**
 * Gives a line another role, with the reason. A line made primary takes the place of the one that was, which goes on beside
 * it as a parallel line until somebody ends it: turning never drops what has been done. A review has to endorse anew.
 */
export function changeRole(plan: Plan, line: Line, lines: readonly Line[], asked: { readonly role: LineRole; readonly roleWhy: string | null }, today: LocalDate): Decided {
  const { role, roleWhy } = asked
  if (role === line.values.role) return refused('Choose another role than it has', 'role')
  if (roleWhy === null) return refused('Enter why its role changes', 'roleWhy')
  const before = role === 'primary' ? lines.filter((one) => one.values.role === 'primary' && one.recordId !== line.recordId) : []
  return done([
    ...reopened(plan),
    ...before.map((one) => revised(lineType, one, { role: 'parallel', roleWhy: `${routeWords[line.values.route]} became the primary line: ${roleWhy}` })),
    revised(lineType, line, { role, roleWhy, endedOn: role === 'ended' ? today : null }),
  ])
}

/** Puts a draft forward to whoever is to authorise it, who is told. Refused while anything is lacking. */
export function putForward(plan: Plan, lines: readonly Line[], askedOf: string, authors: readonly string[], today: LocalDate): Decided {
  const { status } = plan.values
  if (status !== 'draft' && status !== 'returned') return refused('This plan has been put forward or authorised already')
  const lacking = lackingIn(plan, lines)
  if (lacking.length > 0) return refused(lacking.join(' '))
  if (authors.includes(askedOf)) return refused('Choose somebody who did not write any of it: whoever wrote a plan does not authorise it', 'askedOf')
  return done(
    [revised(planType, plan, { status: 'put forward', askedOf, putForwardOn: today, returnedWhy: null })],
    plan.childId === null ? [] : [{
      personId: askedOf, childId: plan.childId, address: planAddress(plan.childId), words: 'A permanence plan waits for you to authorise it.',
    }],
  )
}

/**
 * Authorises a plan that was put forward: from now on its lines are in force with the roles written. The first time,
 * permanence is identified. Where the primary line is another than before, a review has to endorse the plan anew. That the
 * approver is no author, the access rules have decided (`duties.ts`).
 */
export function authorisePlan(plan: Plan, lines: readonly Line[], by: string, tell: readonly string[], today: LocalDate): Decided {
  if (plan.values.status !== 'put forward') return refused('Only a plan that was put forward can be authorised')
  const lacking = lackingIn(plan, lines)
  if (lacking.length > 0) return refused(lacking.join(' '))
  const primaryBefore = lines.find(({ values: { inForce } }) => inForce === 'primary')
  const turned = primaryBefore !== undefined && primaryBefore.values.role !== 'primary'
  return done([
    ...lines.filter(({ values: { role, inForce } }) => role !== inForce).map((line) => revised(lineType, line, { inForce: line.values.role })),
    // Last, so that what was known when it was recorded is all of what was authorised.
    revised(planType, plan, {
      status: 'authorised', authorisedOn: today, authorisedBy: by, identifiedOn: plan.values.identifiedOn ?? today,
      ...(turned ? { endorsedOn: null, endorsedAt: null } : {}),
    }),
  ], telling(plan, tell, by, 'A permanence plan that you wrote has been authorised.'))
}

/** Sends a plan back to those who wrote it, with what has to be different. */
export function sendBack(plan: Plan, why: string | null, by: string, tell: readonly string[]): Decided {
  if (plan.values.status !== 'put forward') return refused('Only a plan that was put forward can be sent back')
  if (why === null) return refused('Enter what has to be different before it can be authorised', 'returnedWhy')
  return done([revised(planType, plan, { status: 'returned', returnedWhy: why })], telling(plan, tell, by, 'A permanence plan that you wrote has been sent back.'))
}

function telling(plan: Plan, people: readonly string[], by: string, words: string) {
  const { childId } = plan
  return childId === null ? [] : people.filter((one) => one !== by).map((personId) => ({ personId, words, childId, address: planAddress(childId) }))
}
