import { sexOfCode } from '../../../sex.ts'
import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule202: ChildRule = {
  code: '202',
  meaning: "The child's sex is not the one in last year's return.",
  mend: "Find out which is right. If last year's was wrong, tell the DfE.",
  who: 'returns team',
  fields: ['SEX'],
  years: { from: 2023 },
  reads: { Header: ['SEX'] },
  readsLast: { Header: ['SEX'] },
  // Compared by meaning: last year may still have been written as 1 or 2. Where it said U, no sex was yet recorded.
  check: againstLastHeader((row, before) => {
    const now = sexOfCode(row.SEX)
    const then = sexOfCode(before.SEX)
    return now !== undefined && then !== undefined && then !== 'U' && now !== then
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'M where it was F', given: { Header: [{ SEX: 'M' }] }, last: { Header: [{ SEX: 'F' }] }, fires: [['Header', 0]] },
  {
    says: 'the same in the codes of each year',
    year: 2025,
    given: { Header: [{ SEX: 'M' }] },
    last: { Header: [{ SEX: '1' }] },
    fires: [],
  },
  {
    says: 'another in the codes of each year',
    year: 2025,
    given: { Header: [{ SEX: 'F' }] },
    last: { Header: [{ SEX: '1' }] },
    fires: [['Header', 0]],
  },
  { says: 'no longer known', given: { Header: [{ SEX: 'U' }] }, last: { Header: [{ SEX: 'F' }] }, fires: [['Header', 0]] },
  { says: 'known at last', given: { Header: [{ SEX: 'F' }] }, last: { Header: [{ SEX: 'U' }] }, fires: [] },
  { says: 'a code that is not valid is for rule 101', given: { Header: [{ SEX: 'X' }] }, last: { Header: [{ SEX: 'F' }] }, fires: [] },
  { says: 'a child who is new this year', given: { Header: [{ SEX: 'M' }] }, last: { Header: [{ CHILD: '2', SEX: 'F' }] }, fires: [] },
]
