/** The table hangs together: nothing granted that is forbidden, nothing written that cannot be read, seals kept. */
import { expect, test } from 'vitest'
import { relationships } from './relationships.ts'
import { describeResource, needsName, resources } from './resources.ts'
import { roleDescriptions, roles } from './roles.ts'
import { cells, granted, table } from './table.ts'

const name = (cell: { role: string; action: string; resource: string; relationship: string }): string =>
  `${cell.role} ${cell.action} ${cell.resource} ${cell.relationship}`

test('every role has one block, and words', () => {
  expect(table.map(({ role }) => role)).toEqual(roles)
  expect(Object.keys(roleDescriptions)).toEqual([...roles])
})

test('the 22 rows of domain part 4 are all there', () => {
  // Twenty-two rows; the row "Virtual school, health" makes two roles.
  expect(new Set(table.map(({ source }) => source)).size).toBe(22)
})

test('no grant against what a role may not', () => {
  const against = cells.filter((cell) => table.some(({ role, mayNot }) => role === cell.role && mayNot.some(({ may, on, when }) =>
    may.includes(cell.action) && on.includes(cell.resource) && when.includes(cell.relationship))))
  expect(against.map(name)).toEqual([])
})

test('whoever may do something to a record may see it, by the same tie', () => {
  const blind = cells.filter(({ role, resource, relationship }) => !granted(role, resource, 'see').has(relationship))
  expect(blind.map(name)).toEqual([])
})

test('what needs no tie needs none: it is granted under every tie too', () => {
  const odd = cells.filter(({ relationship }) => relationship === 'none')
    .filter(({ role, resource, action }) => granted(role, resource, action).size !== relationships.length)
  expect(odd.map(name)).toEqual([])
})

test('what says which child is open without a tie only to those whose row says "all", their files, or mending the return', () => {
  const open = new Set(cells.filter((cell) => cell.relationship === 'none' && cell.action === 'see')
    .filter(({ resource }) => !['open', 'aggregate', 'governance', 'pseudonymous'].includes(describeResource(resource).sensitivity))
    .map(({ role }) => role))
  expect([...open].sort()).toEqual([
    'adopter decision maker', 'director', 'head of service', 'performance analyst', 'regional agency manager', 'reviewing manager',
  ])
  const headOfService = cells.filter((cell) => cell.role === 'head of service' && cell.relationship === 'none' && cell.action === 'see')
    .filter(({ resource }) => describeResource(resource).sensitivity === 'identifying').map(({ resource }) => resource)
  expect(headOfService).toEqual(['imports', 'differences', 'return file'])
})

test('the young person’s own tie opens nothing to workers', () => {
  const opened = cells.filter(({ role, resource, action, relationship }) =>
    relationship === 'own' && role !== 'young person or family' && !granted(role, resource, action).has('none'))
  expect(opened.map(name)).toEqual([])
})

test('two records open by name only: one section, one seal', () => {
  expect(resources.filter(needsName)).toEqual(['restricted section', 'adopter identity'])
})

test('every line says why, and every grant grants something', () => {
  for (const { grants, mayNot } of table) {
    for (const { may, on, when, because } of [...grants, ...mayNot]) {
      expect(because.trim()).not.toBe('')
      expect([may.length > 0, on.length > 0, when.length > 0]).toEqual([true, true, true])
      expect([new Set(may).size, new Set(on).size, new Set(when).size]).toEqual([may.length, on.length, when.length])
    }
  }
})
