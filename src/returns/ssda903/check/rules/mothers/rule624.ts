import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule624: ChildRule = {
  code: '624',
  meaning: "The date of birth of the young mother's first child is not the one in last year's return.",
  mend: 'Find out which is right. It is the first child that is asked for, not the youngest.',
  who: 'social worker',
  fields: ['MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['MC_DOB'] },
  readsLast: { Header: ['MC_DOB'] },
  check: againstLastHeader(({ MC_DOB }, before) => MC_DOB !== null && before.MC_DOB !== null && MC_DOB !== before.MC_DOB),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a second child in place of the first',
    given: { Header: [{ MC_DOB: '01/06/2025' }] },
    last: { Header: [{ MC_DOB: '11/02/2024' }] },
    fires: [['Header', 0]],
  },
  { says: 'the same', given: { Header: [{ MC_DOB: '11/02/2024' }] }, last: { Header: [{ MC_DOB: '11/02/2024' }] }, fires: [] },
  { says: 'none last year', given: { Header: [{ MC_DOB: '01/06/2025' }] }, last: { Header: [{ MC_DOB: '' }] }, fires: [] },
  { says: 'none this year', given: { Header: [{ MC_DOB: '' }] }, last: { Header: [{ MC_DOB: '11/02/2024' }] }, fires: [] },
  { says: 'one cannot be read', given: { Header: [{ MC_DOB: '31/06/2025' }] }, last: { Header: [{ MC_DOB: '11/02/2024' }] }, fires: [] },
]
