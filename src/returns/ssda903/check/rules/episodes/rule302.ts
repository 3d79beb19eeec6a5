import { birthOf } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule302: ChildRule = {
  code: '302',
  meaning: 'The first episode begins before the child was born.',
  mend: 'Put right the day the episode began or the date of birth.',
  who: 'social worker',
  fields: ['DECOM', 'DOB'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM'], Header: ['DOB'] },
  check(child, _context, mark) {
    const header = birthOf(child)
    const first = child.Episodes[0]
    if (header === undefined || first === undefined || first.DECOM === null || first.DECOM >= header.DOB) return
    mark(first, ['DECOM'])
    mark(header, ['DOB'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the birth',
    given: { Header: [{ DOB: '02/05/2025' }], Episodes: [{ DECOM: '01/05/2025' }] },
    fires: [['Episodes', 0, ['DECOM']], ['Header', 0, ['DOB']]],
  },
  { says: 'on the day of birth', given: { Header: [{ DOB: '01/05/2025' }], Episodes: [{ DECOM: '01/05/2025' }] }, fires: [] },
  {
    says: 'two episodes before the birth: the first alone is marked',
    given: { Header: [{ DOB: '10/07/2025' }], Episodes: [{ DECOM: '01/06/2025' }, { DECOM: '01/05/2025' }] },
    fires: [['Episodes', 1, ['DECOM']], ['Header', 0, ['DOB']]],
  },
  { says: 'a child without a Header row', given: { Episodes: [{ DECOM: '01/05/2025' }] }, fires: [] },
  {
    says: 'a date of birth that cannot be read',
    given: { Header: [{ DOB: 'May' }], Episodes: [{ DECOM: '01/05/2025' }] },
    fires: [],
  },
]
