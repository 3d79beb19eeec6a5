import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** The codes changed: 1 and 2 up to 2024, M, F and U from 2025. */
export const rule101: ChildRule = {
  code: '101',
  meaning: "The child's sex is blank or not one of the year's codes.",
  mend: 'Give M, F or U; in returns up to 2023/24 give 1 for male or 2 for female.',
  who: 'returns team',
  fields: ['SEX'],
  years: { from: 2023 },
  reads: { Header: ['SEX'] },
  check: eachRow('Header', ({ SEX }, { codes }) => !codes('SEX').has(SEX)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the numbers of earlier years',
    given: { Header: [{ SEX: '1' }, { CHILD: '2', SEX: '2' }] },
    fires: [['Header', 0], ['Header', 1]],
  },
  { says: 'blank', given: { Header: [{ SEX: '' }] }, fires: [['Header', 0]] },
  { says: 'every code there is', given: { Header: [{ SEX: 'M' }, { CHILD: '2', SEX: 'F' }, { CHILD: '3', SEX: 'U' }] }, fires: [] },
  {
    says: 'letters in the last year of numbers',
    year: 2024,
    given: { Header: [{ SEX: 'F' }, { CHILD: '2', SEX: '2' }] },
    fires: [['Header', 0]],
  },
]
