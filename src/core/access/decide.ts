/**
 * May this person do this to this record? The one evaluator of the access table: default deny, locks above grants. What
 * depends on who did what before (nobody approves their own plan) is in `duties.ts`, which asks here first.
 */
import type { LocalDate } from '../time/localDate.ts'
import { actions, type Action } from './actions.ts'
import { opens, type BrokenGlass } from './breakGlass.ts'
import type { Locks } from './locks.ts'
import { tiesInForce, type Relationship, type Tie } from './relationships.ts'
import { closedByRestriction, needsName, resourceDescriptions, type Resource } from './resources.ts'
import { roleDescriptions, rolesInForce, type HeldRole, type Role } from './roles.ts'
import { granted, table } from './table.ts'

/** Everything a decision rests on. Nothing has a default: what is not known must be asked, not assumed. */
export interface Ask {
  readonly personId: string
  /** The day here, for roles and ties. */
  readonly on: LocalDate
  /** The moment, UTC text, for broken glass. */
  readonly now: string
  readonly roles: readonly HeldRole[]
  readonly resource: Resource
  readonly action: Action
  /** The child or household the record is about; null for a record of the authority. */
  readonly subject: string | null
  /** How the person stands to that child or household. */
  readonly ties: readonly Tie[]
  readonly locks: Locks
  readonly brokenGlass: BrokenGlass | null
}

export type DenyReason =
  | 'unknown record or act' | 'no role' | 'own family' | 'restricted' | 'not named' | 'forbidden' | 'not granted' | 'no tie'
  | 'duty'

/** `because` is for the log. A screen says "not found", so that nobody learns what they may not see. */
export type Decision =
  | {
    readonly kind: 'allow'
    readonly as: Role
    readonly by: Relationship | 'broken glass'
    readonly because: string
    /** Somebody must be told of this look: a sealed record, or broken glass. */
    readonly alarm: boolean
  }
  | { readonly kind: 'deny'; readonly reason: DenyReason; readonly because: string }

const deny = (reason: DenyReason, because: string): Decision => ({ kind: 'deny', reason, because })

/** The decision, from the table, the locks and the day. */
export function decide(ask: Ask): Decision {
  if (!Object.hasOwn(resourceDescriptions, ask.resource) || !actions.includes(ask.action)) {
    return deny('unknown record or act', `nothing is said of "${ask.action}" on "${ask.resource}"`)
  }
  const roles = rolesInForce(ask.roles, ask.on)
  if (roles.length === 0) return deny('no role', 'holds no role on this day')
  // First, and lifted by nothing: not by a name on the record, not by broken glass, not by standing in for somebody.
  if (ask.locks.ownFamily) return deny('own family', 'is tied to this record by family')
  const ordinary = byTable(ask, roles)
  return ordinary.kind === 'allow' ? ordinary : byBrokenGlass(ask, roles) ?? ordinary
}

function byTable(ask: Ask, roles: readonly Role[]): Decision {
  const { resource, action, locks } = ask
  if (locks.restricted && !locks.named && closedByRestriction(resource)) {
    return deny('restricted', 'the record is restricted and does not name them')
  }
  const ties = tiesInForce(ask.ties, ask.on)
  for (const role of roles) {
    const cell = granted(role, resource, action)
    const held: readonly Relationship[] = [...ties.filter((tie) => tie.as === role).map((tie) => tie.relationship), 'none']
    for (const relationship of held) {
      const because = cell.get(relationship)
      if (because === undefined) continue
      if (needsName(resource) && !locks.named) return deny('not named', 'this part opens only to people named on it')
      const alarm = resourceDescriptions[resource].sensitivity === 'sealed'
      return { kind: 'allow', as: role, by: relationship, because, alarm }
    }
  }
  return refusal(roles, resource, action, ties)
}

function byBrokenGlass(ask: Ask, roles: readonly Role[]): Decision | undefined {
  const { brokenGlass: glass, resource } = ask
  if (glass === null || !opens(glass, ask)) return undefined
  const as = roles.find((role) => roleDescriptions[role].breaksGlass === true && granted(role, resource, 'see').size > 0)
  return as === undefined ? undefined : { kind: 'allow', as, by: 'broken glass', because: glass.reason, alarm: true }
}

/** Why not, as near to the source's words as can be. */
function refusal(roles: readonly Role[], resource: Resource, action: Action, ties: readonly Tie[]): Decision {
  for (const { role, mayNot } of table) {
    if (!roles.includes(role)) continue
    const relationships = ['none', ...ties.filter((tie) => tie.as === role).map((tie) => tie.relationship)] as const
    const said = mayNot.find(({ may, on, when }) =>
      may.includes(action) && on.includes(resource) && relationships.some((one) => when.includes(one)))
    if (said !== undefined) return deny('forbidden', `${role}: may not ${said.because}`)
  }
  const elsewhere = roles.filter((role) => granted(role, resource, action).size > 0)
  return elsewhere.length > 0
    ? deny('no tie', `${elsewhere.join(', ')}: only with a tie they do not have`)
    : deny('not granted', `${roles.join(', ')}: no line grants "${action}" on "${resource}"`)
}
