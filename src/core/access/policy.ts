/**
 * Who may do what: one table, default deny. Roles are those of the people who use Holdfast (domain part 4); relations
 * to a child are added by "Who may see what, and who looked".
 */
export type Permission = 'see figures' | 'see children' | 'import returns' | 'settle differences'

export const roles = [
  'social worker', 'team manager', 'reviewing officer', 'head of service', 'performance analyst', 'councillor',
] as const
export type Role = (typeof roles)[number]

const table: Readonly<Record<Role, readonly Permission[]>> = {
  'social worker': ['see figures', 'see children'],
  'team manager': ['see figures', 'see children'],
  'reviewing officer': ['see figures', 'see children'],
  'head of service': ['see figures', 'see children', 'import returns', 'settle differences'],
  'performance analyst': ['see figures', 'see children', 'import returns', 'settle differences'],
  // A corporate parent reads figures, never a child's identity.
  councillor: ['see figures'],
}

/** Whether any of these roles has the permission. */
export function may(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => table[role].includes(permission))
}
