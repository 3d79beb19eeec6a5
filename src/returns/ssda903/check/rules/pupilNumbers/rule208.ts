import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUpn } from '../../upn.ts'

export const rule208: ChildRule = {
  code: '208',
  meaning: "The unique pupil number is not the one in last year's return.",
  mend: 'Ask the school which is right. A permanent number in place of a temporary one is right: say so to the DfE.',
  who: 'social worker',
  fields: ['UPN'],
  years: { from: 2023 },
  reads: { Header: ['UPN'] },
  readsLast: { Header: ['UPN'] },
  // UN1 to UN5 last year say that no number was yet recorded; a number that becomes unknown again does disagree.
  check: againstLastHeader(
    ({ UPN }, before, { codes }) => UPN !== before.UPN && isUpn(before.UPN) && (isUpn(UPN) || codes('UPN_UNKNOWN').has(UPN)),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another number',
    given: { Header: [{ UPN: 'A123456789013' }] },
    last: { Header: [{ UPN: 'A123456789012' }] },
    fires: [['Header', 0]],
  },
  { says: 'unknown again', given: { Header: [{ UPN: 'UN5' }] }, last: { Header: [{ UPN: 'A123456789012' }] }, fires: [['Header', 0]] },
  { says: 'the same', given: { Header: [{ UPN: 'A123456789012' }] }, last: { Header: [{ UPN: 'A123456789012' }] }, fires: [] },
  { says: 'started school', given: { Header: [{ UPN: 'A123456789012' }] }, last: { Header: [{ UPN: 'UN1' }] }, fires: [] },
  {
    says: 'blank is for rule 442, no number for rule 168',
    given: { Header: [{ UPN: '' }, { UPN: 'A12' }] },
    last: { Header: [{ UPN: 'A123456789012' }] },
    fires: [],
  },
]
