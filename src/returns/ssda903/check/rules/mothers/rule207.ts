import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule207: ChildRule = {
  code: '207',
  meaning: 'The child was returned as a mother last year and is returned as not a mother this year.',
  mend: "Give 1 if she has ever given birth. If last year's was wrong, tell the DfE.",
  who: 'social worker',
  fields: ['MOTHER'],
  years: { from: 2023 },
  reads: { Header: ['MOTHER'], Episodes: [] },
  readsLast: { Header: ['MOTHER'] },
  // To have become a mother is no disagreement. A blank is for rules 393 and 607; care leavers (no episodes) are not asked.
  check: againstLastHeader(({ MOTHER }, before, _, { Episodes }) => before.MOTHER === '1' && MOTHER === '0' && Episodes.length > 0),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a mother no more',
    given: { Header: [{ MOTHER: '0' }], Episodes: [{}] },
    last: { Header: [{ MOTHER: '1' }] },
    fires: [['Header', 0]],
  },
  { says: 'became a mother', given: { Header: [{ MOTHER: '1' }], Episodes: [{}] }, last: { Header: [{ MOTHER: '0' }] }, fires: [] },
  { says: 'still a mother', given: { Header: [{ MOTHER: '1' }], Episodes: [{}] }, last: { Header: [{ MOTHER: '1' }] }, fires: [] },
  { says: 'blank', given: { Header: [{ MOTHER: '' }], Episodes: [{}] }, last: { Header: [{ MOTHER: '1' }] }, fires: [] },
  { says: 'no longer looked after', given: { Header: [{ MOTHER: '0' }] }, last: { Header: [{ MOTHER: '1' }] }, fires: [] },
]
