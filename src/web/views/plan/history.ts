/** What happened to a plan, newest first, from its versions and those of its lines. */
import type { PlanPage } from '../../../app/planPage.ts'
import { lineRoles, type Line, type LineRole } from '../../../core/plan/line.ts'
import type { Plan } from '../../../core/plan/plan.ts'
import { isAfter } from '../../../core/plan/state.ts'
import { routeWords } from '../../../core/permanence/routes.ts'
import { gather } from '../../gather.ts'
import { longDate, momentWords } from '../../words/dates.ts'

interface Said {
  readonly words: string
  readonly why: string | null
}

/** The history: one entry a change, with who made it, when, and the reason they gave. */
export function historyOf({ versions }: PlanPage, name: (id: string | null) => string) {
  const ofPlan = versions.plan.flatMap((version, i) => entry(version, planSaid(version, versions.plan[i + 1], name)))
  const ofLines = [...gather(versions.lines, ({ recordId }) => recordId).values()].flatMap((all) =>
    all.flatMap((version, i) => entry(version, lineSaid(version, all[i + 1]))))
  return [...ofPlan, ...ofLines].toSorted((a, b) => (isAfter(a.at, b.at) ? -1 : 1))
    .map(({ at, by, words, why }) => ({ when: momentWords(at), by, words, why }))
}

function entry({ recordedAt, recordedBy }: Plan | Line, said: Said | null) {
  return said === null ? [] : [{ at: recordedAt, by: recordedBy.name, ...said }]
}

function planSaid({ values }: Plan, before: Plan | undefined, name: (id: string | null) => string): Said | null {
  if (before === undefined) return { words: 'Plan begun', why: values.changeWhy }
  if (values.endorsedOn !== before.values.endorsedOn && values.endorsedOn !== null) {
    return { words: `Plan endorsed by the review of ${longDate(values.endorsedOn)}`, why: null }
  }
  if (values.status === before.values.status) return { words: 'What the plan says was changed', why: null }
  switch (values.status) {
    case 'draft': return { words: 'Plan opened again as a draft', why: null }
    case 'put forward': return { words: `Plan put forward to ${name(values.askedOf)}`, why: null }
    case 'returned': return { words: 'Plan sent back', why: values.returnedWhy }
    case 'authorised': return { words: 'Plan authorised', why: null }
    case 'superseded': return { words: 'Plan closed', why: values.changeWhy }
  }
}

const role = (value: LineRole): string => (lineRoles.find((one) => one.value === value)?.label ?? value).toLowerCase()

function lineSaid({ values }: Line, before: Line | undefined): Said | null {
  const route = routeWords[values.route]
  if (before === undefined) return { words: `${route}: added as ${role(values.role)}`, why: values.reason }
  if (values.role !== before.values.role) {
    return { words: values.role === 'ended' ? `${route}: ended` : `${route}: from ${role(before.values.role)} to ${role(values.role)}`, why: values.roleWhy }
  }
  // Authorising writes the role in force: the plan's own entry tells of it.
  if (values.inForce !== before.values.inForce) return null
  if (values.movedOn !== before.values.movedOn || values.moved !== before.values.moved) {
    return { words: `${route}: moved on ${longDate(values.movedOn)}`, why: values.moved }
  }
  if (values.targetOn !== before.values.targetOn) {
    return { words: `${route}: target from ${longDate(before.values.targetOn, 'none')} to ${longDate(values.targetOn, 'none')}`, why: null }
  }
  return { words: `${route}: changed`, why: null }
}
