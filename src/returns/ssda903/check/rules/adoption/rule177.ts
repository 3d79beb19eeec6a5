import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule177: ChildRule = {
  code: '177',
  meaning: "The adopters' legal status is not one of the codes.",
  mend: 'Give L0 for one adopter; L11 or L12 for a married couple; L2 for civil partners; L3 or L4 for a couple who are neither.',
  who: 'adoption team',
  fields: ['LS_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['LS_ADOPTR'] },
  check: eachRow('AD1', ({ LS_ADOPTR }, { codes }) => LS_ADOPTR !== '' && !codes('LS_ADOPTR').has(LS_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'the old code of a married couple', given: { AD1: [{ LS_ADOPTR: 'L1' }] }, fires: [['AD1', 0]] },
  {
    says: 'every code there is',
    given: { AD1: [{ LS_ADOPTR: 'L0' }, { LS_ADOPTR: 'L11' }, { LS_ADOPTR: 'L12' }, { LS_ADOPTR: 'L2' }, { LS_ADOPTR: 'L3' }, { LS_ADOPTR: 'L4' }] },
    fires: [],
  },
  { says: 'no code: that is rule 151', given: { AD1: [{ LS_ADOPTR: '' }] }, fires: [] },
]
