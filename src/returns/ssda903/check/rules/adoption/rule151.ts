import { adoptionColumns } from '../../adoption.ts'
import { anyBlank, anyGiven } from '../../given.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule151: ChildRule = {
  code: '151',
  meaning: 'Some of the six details of the adoption are given and others left blank.',
  mend: 'Give all six when the child was adopted in the year, and none otherwise.',
  who: 'adoption team',
  // The list writes NB_ADOPTER.
  fields: adoptionColumns,
  years: { from: 2023 },
  reads: { AD1: adoptionColumns },
  check: eachRow('AD1', (row) => anyGiven(row, adoptionColumns) && anyBlank(row, adoptionColumns)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the match is missing',
    given: { AD1: [{ DATE_INT: '01/05/2024', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }] },
    fires: [['AD1', 0]],
  },
  { says: 'only a 0 is given', given: { AD1: [{ FOSTER_CARE: '0' }] }, fires: [['AD1', 0]] },
  {
    says: 'all six',
    given: { AD1: [{ DATE_INT: '01/05/2024', DATE_MATCH: '01/09/2024', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }] },
    fires: [],
  },
  {
    says: 'a date that cannot be read is given',
    given: { AD1: [{ DATE_INT: '01/05/2024', DATE_MATCH: '31/09/2024', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }] },
    fires: [],
  },
  { says: 'none', given: { AD1: [{}] }, fires: [] },
]
