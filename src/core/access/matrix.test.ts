/**
 * Every cell of the access table, run through the evaluator and compared with what was written by hand record by record
 * (`testing/byRecord.ts`); then the rows of domain part 4, one test a role, as sentences.
 */
import { describe, expect, test } from 'vitest'
import { actions } from './actions.ts'
import { decide } from './decide.ts'
import { relationships } from './relationships.ts'
import { resources } from './resources.ts'
import { roles } from './roles.ts'
import { scopeOf, inScope } from './scope.ts'
import { cells } from './table.ts'
import { ask } from './testing/asks.ts'
import { cellName, expectedCells, expectedRecords } from './testing/byRecord.ts'

const CELLS = 77_004

describe(`the matrix of ${CELLS} cells`, () => {
  const expected = expectedCells()

  test('is whole: 23 roles, 62 records, 6 acts, 9 ties', () => {
    expect([roles.length, resources.length, actions.length, relationships.length]).toEqual([23, 62, 6, 9])
    expect([...expectedRecords].sort()).toEqual([...resources].sort())
  })

  test('the evaluator, the list condition and the rows for SQL all say what was expected, in every cell', () => {
    const rows = new Set(cells.map((one) => cellName(one.role, one.resource, one.action, one.relationship)))
    const differences: string[] = []
    let run = 0
    for (const role of roles) for (const resource of resources) for (const action of actions) {
      const scope = scopeOf([role], resource, action)
      for (const relationship of relationships) {
        const cell = cellName(role, resource, action, relationship)
        const one = ask(role, action, resource, relationship)
        const said = [decide(one).kind === 'allow', inScope(scope, one.ties, one.locks.named), rows.has(cell)]
        if (said.some((allowed) => allowed !== expected.has(cell))) differences.push(`${cell}: ${said.join(' ')}`)
        run += 1
      }
    }
    expect(differences).toEqual([])
    expect(run).toBe(CELLS)
    expect(rows.size).toBe(cells.length)
  })
})
