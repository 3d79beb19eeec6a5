import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule176: ChildRule = {
  code: '176',
  meaning: "The adopters' sex is not one of the codes.",
  mend: 'Give M1 or F1 for one adopter; MM, FF or MF for two.',
  who: 'adoption team',
  fields: ['SEX_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['SEX_ADOPTR'] },
  check: eachRow('AD1', ({ SEX_ADOPTR }, { codes }) => SEX_ADOPTR !== '' && !codes('SEX_ADOPTR').has(SEX_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a couple in the wrong order', given: { AD1: [{ SEX_ADOPTR: 'FM' }] }, fires: [['AD1', 0]] },
  {
    says: 'every code there is, in either case',
    given: { AD1: [{ SEX_ADOPTR: 'M1' }, { SEX_ADOPTR: 'F1' }, { SEX_ADOPTR: 'MM' }, { SEX_ADOPTR: 'FF' }, { SEX_ADOPTR: 'mf' }] },
    fires: [],
  },
  { says: 'no code: that is rule 151', given: { AD1: [{ SEX_ADOPTR: '' }] }, fires: [] },
]
