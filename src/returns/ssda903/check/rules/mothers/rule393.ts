import { sexOfCode } from '../../../sex.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { episodeAtYearEnd } from '../../yearEnd.ts'

export const rule393: ChildRule = {
  code: '393',
  meaning: 'A girl or young woman is looked after, and it is not said whether she is a mother.',
  mend: 'Give 1 if she has given birth, 0 if not.',
  who: 'social worker',
  fields: ['MOTHER'],
  years: { from: 2023 },
  reads: { Header: ['MOTHER', 'SEX'], Episodes: ['DECOM', 'DEC', 'LS'] },
  // Boys are not asked (format notes 2.1). 'Is looked after' is 31 March: rule 607 asks for those who left in the year.
  check: (child, context, mark) => {
    if (episodeAtYearEnd(child, context) === undefined) return
    for (const row of child.Header) if (row.MOTHER === '' && sexOfCode(row.SEX) === 'F') mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'female, blank', given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2' }] }, fires: [['Header', 0]] },
  {
    says: 'female in the codes up to 2024',
    year: 2024,
    given: { Header: [{ SEX: '2' }], Episodes: [{ DECOM: '01/05/2023', LS: 'C2' }] },
    fires: [['Header', 0]],
  },
  { says: 'said', given: { Header: [{ SEX: 'F', MOTHER: '0' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2' }] }, fires: [] },
  { says: 'male', given: { Header: [{ SEX: 'M' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2' }] }, fires: [] },
  {
    says: 'left on 31 March',
    given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '31/03/2026' }] },
    fires: [],
  },
  { says: 'short breaks', given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2025', LS: 'V4' }] }, fires: [] },
  { says: 'a care leaver', given: { Header: [{ SEX: 'F' }] }, fires: [] },
]
