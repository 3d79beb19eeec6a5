import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule145: ChildRule = {
  code: '145',
  meaning: 'The category of need is not one of the codes.',
  mend: 'Give N1 to N8: the main reason why the child came into care.',
  who: 'social worker',
  fields: ['CIN'],
  years: { from: 2023 },
  reads: { Episodes: ['CIN'] },
  check: eachRow('Episodes', ({ CIN }, { codes }) => !codes('CIN').has(CIN)),
}

export const cases: readonly RuleCase[] = [
  { says: 'N9, which only the children in need census has', given: { Episodes: [{ CIN: 'N9' }] }, fires: [['Episodes', 0]] },
  { says: 'no code', given: { Episodes: [{ CIN: '' }] }, fires: [['Episodes', 0]] },
  { says: 'the first and the last code', given: { Episodes: [{ CIN: 'N1' }, { CIN: 'N8' }] }, fires: [] },
]
