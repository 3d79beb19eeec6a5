import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { sameSexCouples } from './couples.ts'

export const rule524: ChildRule = {
  code: '524',
  meaning: 'The adopters are said to be a married couple of the same sex, but the code for their sex is not MM or FF.',
  mend: 'Give MM or FF with L12, or L11 for a married couple of different sexes.',
  who: 'adoption team',
  fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L12' && SEX_ADOPTR !== '' && !sameSexCouples.has(SEX_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a man and a woman', given: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'MF' }] }, fires: [['AD1', 0]] },
  { says: 'one woman', given: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'F1' }] }, fires: [['AD1', 0]] },
  { says: 'two men, two women', given: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'MM' }, { LS_ADOPTR: 'L12', SEX_ADOPTR: 'FF' }] }, fires: [] },
  { says: 'no code for the sex: that is rule 151', given: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: '' }] }, fires: [] },
]
