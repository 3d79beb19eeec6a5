import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule378: ChildRule = {
  code: '378',
  meaning: 'The child is placed with their own parents, but under section 20, which is for children who are not with them.',
  mend: 'Put right the placement or the legal status; if the child went home, end care.',
  who: 'social worker',
  fields: ['PLACE', 'LS'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PLACE'] },
  check: eachRow('Episodes', ({ LS, PLACE }) => LS === 'V2' && PLACE === 'P1'),
}

export const cases: readonly RuleCase[] = [
  { says: 'section 20 with parents', given: { Episodes: [{ LS: 'V2', PLACE: 'P1' }] }, fires: [['Episodes', 0]] },
  { says: 'a care order with parents', given: { Episodes: [{ LS: 'C2', PLACE: 'P1' }] }, fires: [] },
  { says: 'section 20 with foster carers', given: { Episodes: [{ LS: 'V2', PLACE: 'U6' }] }, fires: [] },
]
