import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { couples } from './couples.ts'

export const rule511: ChildRule = {
  code: '511',
  meaning: "There are two adopters, but the code for the adopters' sex is not one of a couple.",
  mend: 'Give MM, FF or MF for two adopters, or 1 as the number of adopters.',
  who: 'adoption team',
  fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['NB_ADOPTR', 'SEX_ADOPTR'] },
  // No code at all is rule 151's; any other code is none of the three the text allows.
  check: eachRow('AD1', ({ NB_ADOPTR, SEX_ADOPTR }) => NB_ADOPTR === '2' && SEX_ADOPTR !== '' && !couples.has(SEX_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'two adopters, one man', given: { AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'M1' }] }, fires: [['AD1', 0]] },
  { says: 'two adopters, one woman', given: { AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'F1' }] }, fires: [['AD1', 0]] },
  {
    says: 'couples',
    given: { AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: 'MM' }, { NB_ADOPTR: '2', SEX_ADOPTR: 'FF' }, { NB_ADOPTR: '2', SEX_ADOPTR: 'MF' }] },
    fires: [],
  },
  { says: 'one adopter', given: { AD1: [{ NB_ADOPTR: '1', SEX_ADOPTR: 'F1' }] }, fires: [] },
  { says: 'no code for the sex', given: { AD1: [{ NB_ADOPTR: '2', SEX_ADOPTR: '' }] }, fires: [] },
]
