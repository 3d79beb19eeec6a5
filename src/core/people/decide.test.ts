import { describe, expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import { faultOfDeputy, faultOfReviewingOfficer, faultOfRole, handover, type HeldAllocation } from './decide.ts'

const day = isoDate
const [ada, ben] = [{ personId: 'ada' }, { personId: 'ben' }]

describe('a role', () => {
  test('is given by somebody else', () => {
    const given = { role: 'director', fromOn: day('2026-06-01'), lastOn: null } as const
    expect(faultOfRole(given, ada, ada)?.field).toBe('role')
    expect(faultOfRole(given, ada, ben)).toBeUndefined()
  })
  test('has a last day when it is held for a limited time, and never one before the first', () => {
    const from = { role: 'inspector', fromOn: day('2026-06-01') } as const
    expect(faultOfRole({ ...from, lastOn: null }, ada, ben)?.field).toBe('lastOn')
    expect(faultOfRole({ ...from, lastOn: day('2026-05-31') }, ada, ben)?.why).toBe('The last day must not be before the first')
    expect(faultOfRole({ ...from, lastOn: day('2026-06-01') }, ada, ben)).toBeUndefined()
  })
})

test('nobody stands in for themselves, nor backwards', () => {
  const days = { fromOn: day('2026-06-01'), lastOn: day('2026-06-01') }
  expect(faultOfDeputy({ standsIn: 'ada', ...days }, 'ada')?.field).toBe('standsIn')
  expect(faultOfDeputy({ standsIn: 'ben', ...days }, 'ada')).toBeUndefined()
  expect(faultOfDeputy({ standsIn: 'ben', fromOn: day('2026-06-02'), lastOn: day('2026-06-01') }, 'ada')?.field).toBe('lastOn')
})

describe('handing a child over', () => {
  const held = (allocationId: string, role: HeldAllocation['role'], from: string, to: string | null): HeldAllocation =>
    ({ allocationId, role, from: day(from), to: to === null ? null : day(to) })
  const all = [held('old', 'social worker', '2025-01-01', '2026-01-01'), held('now', 'social worker', '2026-01-01', null), held('officer', 'reviewing officer', '2025-01-01', null)]

  test('ends who has the child in the same role, and nobody else', () => {
    expect(handover('social worker', day('2026-06-01'), all)).toEqual({ kind: 'given', ending: ['now'] })
    expect(handover('reviewing officer', day('2026-06-01'), all)).toEqual({ kind: 'given', ending: ['officer'] })
    expect(handover('social worker', day('2026-06-01'), [])).toEqual({ kind: 'given', ending: [] })
  })
  test('never begins on or before the day the last began: who had the child is not rewritten', () => {
    expect(handover('social worker', day('2026-01-01'), all)).toMatchObject({ kind: 'refused', fault: { field: 'fromOn' } })
    expect(handover('social worker', day('2026-01-02'), all)).toEqual({ kind: 'given', ending: ['now'] })
  })
  test('of roles that several hold ends nobody', () => {
    expect(handover('lawyer', day('2026-06-01'), [held('one', 'lawyer', '2026-01-01', null)])).toEqual({ kind: 'given', ending: [] })
  })
})

// CPPCR 2010, regulation 46(3): neither involved in the management of the case, nor under its managers.
test.each([
  ['the social worker', 'sw', [], ['sw', 'tm'], true], ['managed by the team manager', 'ro', ['tm', 'hs'], ['sw', 'tm'], true],
  ['under the same director', 'ro', ['rm', 'di'], ['sw', 'tm'], false], ['a child whom nobody holds', 'ro', ['rm'], [], false],
] as const)('a reviewing officer who is %s', (_who, person, managers, holders, refused) => {
  expect(faultOfReviewingOfficer(person, managers, holders) !== undefined).toBe(refused)
})
