/** The roles of the people who use Holdfast (domain part 4), with the words people use for them. */
import { contains, type Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'

export const roles = [
  'social worker', 'assistant', 'team manager', 'supervising social worker', 'reviewing officer', 'reviewing manager',
  'panel chair', 'panel administrator', 'family finder', 'regional agency manager', 'agency decision maker',
  'adopter decision maker', 'lawyer', 'head of service', 'director', 'virtual school', 'health', 'performance analyst',
  'councillor', 'inspector', 'participation worker', 'young person or family', 'system administrator',
] as const
export type Role = (typeof roles)[number]

export interface RoleDescription {
  /** As a person would say it. */
  readonly words: string
  /** Held from a day to a day: without an end it gives nothing. */
  readonly timeLimited?: true
  /** May break the glass: someone who answers for children's safety at night. It never lifts the role's own ceiling. */
  readonly breaksGlass?: true
}

export const roleDescriptions: Readonly<Record<Role, RoleDescription>> = {
  'social worker': { words: 'Child’s social worker', breaksGlass: true },
  assistant: { words: 'Social work assistant or student' },
  'team manager': { words: 'Team manager', breaksGlass: true },
  'supervising social worker': { words: 'Supervising social worker (fostering)' },
  'reviewing officer': { words: 'Independent reviewing officer', breaksGlass: true },
  'reviewing manager': { words: 'Manager of the independent reviewing service', breaksGlass: true },
  'panel chair': { words: 'Panel chair' },
  'panel administrator': { words: 'Panel administrator' },
  'family finder': { words: 'Family finder (regional adoption agency)' },
  'regional agency manager': { words: 'Regional adoption agency manager or adoption panel adviser' },
  'agency decision maker': { words: 'Agency decision maker (borough)' },
  'adopter decision maker': { words: 'Agency decision maker (regional agency, adopter approvals)' },
  lawyer: { words: 'Lawyer or court assurance manager' },
  'head of service': { words: 'Service manager or head of service', breaksGlass: true },
  director: { words: 'Director or assistant director of children’s services', breaksGlass: true },
  'virtual school': { words: 'Virtual school' },
  health: { words: 'Health team for children in care' },
  'performance analyst': { words: 'Performance analyst' },
  councillor: { words: 'Councillor (corporate parent)' },
  inspector: { words: 'Scrutiny, independent scrutineer or Ofsted', timeLimited: true },
  'participation worker': { words: 'Participation worker or advocate' },
  'young person or family': { words: 'Young person, parent or carer' },
  'system administrator': { words: 'System administrator' },
}

/** A role a person holds, from a day to a day. */
export interface HeldRole extends Interval {
  readonly role: Role
}

/**
 * The roles in force on a day, each once. Names that are no role are left out (a name that came from a database may be
 * anything), and so is a time-limited role without an end.
 */
export function rolesInForce(held: readonly HeldRole[], on: LocalDate): readonly Role[] {
  const known = held.filter((one) => Object.hasOwn(roleDescriptions, one.role))
  const now = known.filter((one) => contains(one, on) && (one.to !== null || roleDescriptions[one.role].timeLimited !== true))
  return [...new Set(now.map(({ role }) => role))]
}
