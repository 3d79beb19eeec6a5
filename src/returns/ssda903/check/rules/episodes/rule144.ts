import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule144: ChildRule = {
  code: '144',
  meaning: 'The legal status is not one of the codes.',
  mend: 'Give the code of the order or agreement under which the child was looked after in this episode.',
  who: 'returns team',
  fields: ['LS'],
  years: { from: 2023 },
  reads: { Episodes: ['LS'] },
  check: eachRow('Episodes', ({ LS }, { codes }) => !codes('LS').has(LS)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { Episodes: [{ LS: 'C3' }] }, fires: [['Episodes', 0]] },
  { says: 'no code', given: { Episodes: [{ LS: '' }] }, fires: [['Episodes', 0]] },
  { says: 'codes that exist', given: { Episodes: [{ LS: 'C1' }, { LS: 'V2' }, { LS: 'E1' }] }, fires: [] },
]
