/**
 * A line of the plan: one route to permanence with its own owner, evidence, target and pace. Parallel planning is several
 * lines at once, so that an alternative is ready when the first does not work out (Havering permanency statement, parallel
 * planning). Tasks of a line are actions that are part of it.
 */
import { routes, routeWords } from '../permanence/routes.ts'
import { declareRecord, revised, type Change, type Held } from '../records/recordType.ts'
import { later, type LocalDate } from '../time/localDate.ts'

export const lineRoles = [
  { value: 'primary', label: 'Primary', hint: 'The route believed best for the child now: exactly one' },
  { value: 'parallel', label: 'Parallel', hint: 'Being worked on at the same time' },
  { value: 'contingency', label: 'Contingency', hint: 'Ready if the others fail, not being worked on yet' },
  { value: 'ended', label: 'Ended', hint: 'No longer a way forward for this child' },
] as const

export type LineRole = (typeof lineRoles)[number]['value']

/** The routes as a form offers them. */
export const routeChoices = routes.map((route) => ({ value: route, label: routeWords[route] }))

export const lineType = declareRecord({
  name: 'plan line', noun: 'a line of the plan', resource: 'plan draft', about: 'child',
  state: 'role', owner: 'owner', dueOn: 'targetOn',
  fields: {
    route: { kind: 'choice', label: 'Route', required: true, missing: 'Choose the route', choices: routeChoices },
    role: { kind: 'choice', label: 'Role in the plan', required: true, missing: 'Choose its role in the plan', choices: lineRoles },
    roleWhy: { kind: 'long text', label: 'Why its role changes', rows: 3 },
    reason: {
      kind: 'long text', label: 'Why this route', required: true, rows: 4, missing: 'Enter why this is a route for this child',
    },
    owner: { kind: 'person', label: 'Who is moving it on', required: true, missing: 'Choose who is moving it on' },
    startedOn: {
      kind: 'day', label: 'Started on', required: true, when: 'not in the future', missing: 'Enter the day it started',
    },
    targetOn: { kind: 'day', label: 'Target date', hint: 'When permanence by this route should be reached' },
    evidence: { kind: 'long text', label: 'What shows that it can work', rows: 4, hint: 'Assessments, checks, what people have said' },
    trigger: {
      kind: 'long text', label: 'What would decide it', rows: 3,
      hint: 'What would have to happen for the plan to turn to this line or away from it, and who decides',
    },
    movedOn: { kind: 'day', label: 'Moved on', when: 'not in the future' },
    moved: { kind: 'text', label: 'What moved it', max: 300 },
    endedOn: { kind: 'day', label: 'Ended on', when: 'not in the future' },
    inForce: { kind: 'choice', label: 'Role as authorised', choices: lineRoles },
  },
})

/** `role` as it is now written; `inForce` as it was last authorised, null for a line that never was. */
export type Line = Held<typeof lineType>

/** What a person writes about a line; its role has a form of its own, because changing it needs a reason. */
export const lineFields = ['owner', 'reason', 'startedOn', 'targetOn', 'evidence', 'trigger'] as const

/** What was authorised of a line: a change of any of these makes the plan a draft again. The rest is the running of it. */
export const authorisedFields = ['reason', 'targetOn', 'trigger'] as const

/** Whether the line is a way forward now. */
export const isLive = (line: Line): boolean => line.values.role !== 'ended'

/** The last day on which something moved the line: the day it started when nothing has since. */
export const lastMoved = ({ values: { movedOn, startedOn } }: Line): LocalDate => (movedOn === null ? startedOn : later(movedOn, startedOn))

/**
 * A line moved: for whatever moves it (a person's note, a meeting, a finished task). An older day than the one held is not
 * written over it: null then.
 */
export function movedLine(line: Line, on: LocalDate, what: string): Change | null {
  return line.values.movedOn !== null && line.values.movedOn > on ? null : revised(lineType, line, { movedOn: on, moved: what })
}
