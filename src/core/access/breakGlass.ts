/**
 * Breaking the glass: opening a record in an emergency without a tie to the child, or a restricted record without being
 * named. For reading, for at most 24 hours, with a reason; it never lifts a family lock, a seal, or a role's ceiling.
 */
import { parseIsoDate } from '../time/localDate.ts'
import type { Action } from './actions.ts'
import { needsName, type Resource } from './resources.ts'
import { roleDescriptions, type Role } from './roles.ts'

export interface BrokenGlass {
  readonly personId: string
  /** The one child or household it opens. */
  readonly subject: string
  readonly resources: 'whole record' | readonly Resource[]
  readonly reason: string
  /** Instants, UTC text such as `2026-03-03T22:15:00.000Z`; open from the first until just before the second. */
  readonly from: string
  readonly until: string
}

const DAY_MS = 86_400_000

/**
 * Milliseconds since 1970 of a UTC instant as text, finer parts cut off; undefined when it is none (no zone, no such day,
 * no such hour).
 */
export function instantMs(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?Z$/.exec(text)
  const day = parseIsoDate(match?.[1] ?? '')
  if (match === null || day === undefined) return undefined
  const [, , hour, minute, second, fraction = ''] = match
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  // As whole milliseconds: a sum of fractions could make 24 hours a hair longer than they are.
  return day * DAY_MS + seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
}

/** What is wrong with a breaking of the glass as asked for, in words to show; empty when nothing is. */
export function faultsOf(glass: BrokenGlass): readonly string[] {
  const from = instantMs(glass.from)
  const until = instantMs(glass.until)
  const faults: string[] = []
  if (glass.reason.trim() === '') faults.push('Say why you must open this record now.')
  if (glass.resources.length === 0) faults.push('Say which parts of the record you must open.')
  if (from === undefined || until === undefined) faults.push('Say from when until when, as a day and a time.')
  else if (until <= from) faults.push('It must end after it begins.')
  else if (until - from > DAY_MS) faults.push('It may last 24 hours at most.')
  return faults
}

/** Whether somebody of these roles (those in force) may break the glass at all. */
export function mayBreakGlass(roles: readonly Role[]): boolean {
  return roles.some((role) => roleDescriptions[role].breaksGlass === true)
}

/** Whether this glass opens this record, for this person, for this act, at this moment. */
export function opens(
  glass: BrokenGlass, ask: { personId: string; subject: string | null; resource: Resource; action: Action; now: string },
): boolean {
  const now = instantMs(ask.now)
  const from = instantMs(glass.from)
  const until = instantMs(glass.until)
  return ask.action === 'see' && !needsName(ask.resource) && faultsOf(glass).length === 0 &&
    glass.personId === ask.personId && glass.subject === ask.subject &&
    (glass.resources === 'whole record' || glass.resources.includes(ask.resource)) &&
    now !== undefined && from !== undefined && until !== undefined && from <= now && now < until
}
