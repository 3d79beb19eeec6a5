import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule517: ChildRule = {
  code: '517',
  meaning: 'The adopters are said to be an unmarried couple of different sexes, but the code for their sex is not MF.',
  mend: 'Give MF with L3, or another legal status.',
  who: 'adoption team',
  fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L3' && SEX_ADOPTR !== '' && SEX_ADOPTR !== 'MF'),
}

export const cases: readonly RuleCase[] = [
  { says: 'two men', given: { AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: 'MM' }] }, fires: [['AD1', 0]] },
  { says: 'one woman', given: { AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: 'F1' }] }, fires: [['AD1', 0]] },
  { says: 'a man and a woman', given: { AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: 'MF' }] }, fires: [] },
  { says: 'no code for the sex: that is rule 151', given: { AD1: [{ LS_ADOPTR: 'L3', SEX_ADOPTR: '' }] }, fires: [] },
]
