/**
 * The coarse permissions that today's pages ask for, answered from the access table (`table.ts`). They know roles, not
 * ties to a child: pages that know whom they are about ask `decide` or `scopeOf` instead, and these go when all do.
 */
import { mayAnywhere } from './scope.ts'

export type Permission = 'see figures' | 'see children' | 'import returns' | 'settle differences' | 'see audit'

/** The roles that today's pages are made for; `roles.ts` has them all. */
export const roles = [
  'social worker', 'team manager', 'reviewing officer', 'head of service', 'performance analyst', 'councillor',
] as const
export type Role = (typeof roles)[number]

function has(role: Role, permission: Permission): boolean {
  switch (permission) {
    case 'see figures': return mayAnywhere([role], 'figures', 'see')
    // Wider than the table: it lets a role see all children where the table says whose, and lets the analyst, who mends
    // the return, see the tracker, where the table has rows without names.
    case 'see children': return mayAnywhere([role], 'child overview', 'see') || role === 'performance analyst'
    case 'import returns': return mayAnywhere([role], 'imports', 'record')
    case 'see audit': return role === 'head of service'
    case 'settle differences': return mayAnywhere([role], 'differences', 'decide')
  }
}

/** Whether any of these roles has the permission. A name that is none of today's roles has none. */
export function may(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => roles.includes(role) && has(role, permission))
}
