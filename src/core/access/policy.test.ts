/** Today's coarse permissions: as they were for each role, and where they are wider than the table. */
import { expect, test } from 'vitest'
import { may, roles, type Permission, type Role } from './policy.ts'
import { scopeOf, scopeWords } from './scope.ts'

const permissions: readonly Permission[] = ['see figures', 'see children', 'import returns', 'settle differences']

test('what each of today’s roles may', () => {
  const everything = permissions
  expect(Object.fromEntries(roles.map((role) => [role, permissions.filter((permission) => may([role], permission))]))).toEqual({
    'social worker': ['see figures', 'see children'],
    'team manager': ['see figures', 'see children'],
    'reviewing officer': ['see figures', 'see children'],
    'head of service': everything,
    'performance analyst': everything,
    councillor: ['see figures'],
  })
})

test('a role that today’s pages are not made for has none of them, nor has a name that is no role', () => {
  for (const role of ['director', 'family finder', 'system administrator', 'constructor', ''] as readonly string[]) {
    for (const permission of permissions) expect(may([role as Role], permission)).toBe(false)
  }
  expect(may([], 'see figures')).toBe(false)
})

test('"see children" is wider than the table, for these: the table’s own answer to who sees a row of the tracker', () => {
  expect(Object.fromEntries(roles.filter((role) => may([role], 'see children'))
    .map((role) => [role, [...scopeWords(scopeOf([role], 'standing', 'see'))]]))).toEqual({
    'social worker': ['allocated', 'deputy'],
    'team manager': ['team', 'deputy'],
    'reviewing officer': ['reviewing', 'deputy'],
    'head of service': ['service', 'deputy'],
    'performance analyst': ['none'],
  })
})
