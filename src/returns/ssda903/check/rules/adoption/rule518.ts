import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { sameSexCouples } from './couples.ts'

export const rule518: ChildRule = {
  code: '518',
  meaning: 'The adopters are said to be a couple of the same sex, neither married nor civil partners, but the code for their sex is not MM or FF.',
  mend: 'Give MM or FF with L4, or another legal status.',
  who: 'adoption team',
  fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L4' && SEX_ADOPTR !== '' && !sameSexCouples.has(SEX_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a man and a woman', given: { AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: 'MF' }] }, fires: [['AD1', 0]] },
  { says: 'one man', given: { AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: 'M1' }] }, fires: [['AD1', 0]] },
  { says: 'two men, two women', given: { AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: 'MM' }, { LS_ADOPTR: 'L4', SEX_ADOPTR: 'FF' }] }, fires: [] },
  { says: 'no code for the sex: that is rule 151', given: { AD1: [{ LS_ADOPTR: 'L4', SEX_ADOPTR: '' }] }, fires: [] },
]
