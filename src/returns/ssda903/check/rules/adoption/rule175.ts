import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule175: ChildRule = {
  code: '175',
  meaning: 'The number of adopters is not one of the codes.',
  mend: 'Give 1 for one adopter, 2 for two.',
  who: 'adoption team',
  fields: ['NB_ADOPTR'],
  years: { from: 2023 },
  reads: { AD1: ['NB_ADOPTR'] },
  check: eachRow('AD1', ({ NB_ADOPTR }, { codes }) => NB_ADOPTR !== '' && !codes('NB_ADOPTR').has(NB_ADOPTR)),
}

export const cases: readonly RuleCase[] = [
  { says: 'three adopters', given: { AD1: [{ NB_ADOPTR: '3' }] }, fires: [['AD1', 0]] },
  { says: 'no adopter', given: { AD1: [{ NB_ADOPTR: '0' }] }, fires: [['AD1', 0]] },
  { says: 'one and two', given: { AD1: [{ NB_ADOPTR: '1' }, { NB_ADOPTR: '2' }] }, fires: [] },
  { says: 'no code: that is rule 151', given: { AD1: [{ NB_ADOPTR: '' }] }, fires: [] },
]
