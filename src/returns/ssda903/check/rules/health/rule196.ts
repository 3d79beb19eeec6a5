import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule196: ChildRule = {
  code: '196',
  meaning: 'The reason for no strengths and difficulties score is not one of the codes.',
  mend: 'Give SDQ1 to SDQ5.',
  who: 'health lead',
  fields: ['SDQ_REASON'],
  years: { from: 2023 },
  reads: { OC2: ['SDQ_REASON'] },
  check: eachRow('OC2', ({ SDQ_REASON }, { codes }) => SDQ_REASON !== '' && !codes('SDQ_REASON').has(SDQ_REASON)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { OC2: [{ SDQ_REASON: 'SDQ6' }] }, fires: [['OC2', 0]] },
  { says: 'the number alone', given: { OC2: [{ SDQ_REASON: '2' }] }, fires: [['OC2', 0]] },
  {
    says: 'every code there is',
    given: { OC2: [{ SDQ_REASON: 'SDQ1' }, { SDQ_REASON: 'SDQ2' }, { SDQ_REASON: 'SDQ3' }, { SDQ_REASON: 'SDQ4' }, { SDQ_REASON: 'SDQ5' }] },
    fires: [],
  },
  { says: 'no reason', given: { OC2: [{ SDQ_REASON: '' }] }, fires: [] },
]
