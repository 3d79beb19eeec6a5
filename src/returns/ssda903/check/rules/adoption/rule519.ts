import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { couples } from './couples.ts'

export const rule519: ChildRule = {
  code: '519',
  meaning: 'The adopters are said to be civil partners, but the code for their sex is not one of a couple.',
  mend: 'Give MM, FF or MF with L2, or another legal status.',
  who: 'adoption team',
  fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  // A man and a woman may be civil partners since 2 December 2019 (Civil Partnership (Opposite-sex Couples) Regulations 2019).
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L2' && SEX_ADOPTR !== '' && !couples.has(SEX_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'one man', given: { AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: 'M1' }] }, fires: [['AD1', 0]] },
  { says: 'one woman', given: { AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: 'F1' }] }, fires: [['AD1', 0]] },
  {
    says: 'every couple',
    given: { AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: 'MM' }, { LS_ADOPTR: 'L2', SEX_ADOPTR: 'FF' }, { LS_ADOPTR: 'L2', SEX_ADOPTR: 'MF' }] },
    fires: [],
  },
  { says: 'no code for the sex: that is rule 151', given: { AD1: [{ LS_ADOPTR: 'L2', SEX_ADOPTR: '' }] }, fires: [] },
]
