import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { sameSexCouples } from './couples.ts'

export const rule520: ChildRule = {
  code: '520',
  meaning: 'The adopters are said to be a married couple of different sexes, but the code for their sex says a couple of the same sex.',
  mend: 'Give MF with L11, or L12 for a married couple of the same sex.',
  who: 'adoption team',
  fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR', 'SEX_ADOPTR'] },
  // The text speaks of couples of the same sex alone: L11 with a single adopter's code is left to rule 511.
  check: eachRow('AD1', ({ LS_ADOPTR, SEX_ADOPTR }) => LS_ADOPTR === 'L11' && sameSexCouples.has(SEX_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'two women', given: { AD1: [{ LS_ADOPTR: 'L11', SEX_ADOPTR: 'FF' }] }, fires: [['AD1', 0]] },
  { says: 'two men', given: { AD1: [{ LS_ADOPTR: 'L11', SEX_ADOPTR: 'MM' }] }, fires: [['AD1', 0]] },
  { says: 'a man and a woman', given: { AD1: [{ LS_ADOPTR: 'L11', SEX_ADOPTR: 'MF' }] }, fires: [] },
  { says: 'two women, married', given: { AD1: [{ LS_ADOPTR: 'L12', SEX_ADOPTR: 'FF' }] }, fires: [] },
]
