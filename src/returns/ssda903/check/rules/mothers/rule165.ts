import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { sexOfCode } from '../../../sex.ts'

export const rule165: ChildRule = {
  code: '165',
  meaning: 'Whether the young person is a mother is not told as one of the codes, or is told of a boy or young man.',
  mend: 'Give 1 for a girl or young woman who is a mother and 0 for one who is not; leave it blank for boys and young men.',
  who: 'social worker',
  fields: ['MOTHER', 'SEX', 'ACTIV', 'ACCOM', 'IN_TOUCH', 'DECOM'],
  years: { from: 2023 },
  // The list names the Episodes and OC3 too, by which to tell from whom it is asked. That it is missing is said by rules 393
  // and 607, that it is not asked of a care leaver by rule 628: what is left is an answer that can be right of nobody.
  reads: { Header: ['MOTHER', 'SEX'] },
  check: ({ Header }, { codes }, mark) => {
    for (const row of Header) {
      if (row.MOTHER === '') continue
      if (!codes('MOTHER').has(row.MOTHER)) mark(row, ['MOTHER'])
      else if (sexOfCode(row.SEX) === 'M') mark(row, ['MOTHER', 'SEX'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { Header: [{ SEX: 'F', MOTHER: '2' }] }, fires: [['Header', 0, ['MOTHER']]] },
  { says: 'a boy', given: { Header: [{ SEX: 'M', MOTHER: '0' }] }, fires: [['Header', 0, ['MOTHER', 'SEX']]] },
  {
    says: 'a boy, as sex was written up to 2024',
    year: 2024,
    given: { Header: [{ SEX: '1', MOTHER: '1' }] },
    fires: [['Header', 0, ['MOTHER', 'SEX']]],
  },
  { says: 'girls', given: { Header: [{ SEX: 'F', MOTHER: '0' }, { SEX: 'F', MOTHER: '1' }] }, fires: [] },
  { says: 'sex not known', given: { Header: [{ SEX: 'U', MOTHER: '0' }] }, fires: [] },
  { says: 'nothing told', given: { Header: [{ SEX: 'M' }, { SEX: 'F' }] }, fires: [] },
]
