import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUpn } from '../../upn.ts'

export const rule168: ChildRule = {
  code: '168',
  meaning: 'The unique pupil number does not have the form of one and is not a code for an unknown number.',
  mend: 'Copy the number from the school: a letter and 12 digits, or 11 digits and a letter. If it is not known give UN1 to UN5.',
  who: 'social worker',
  fields: ['UPN'],
  years: { from: 2023 },
  reads: { Header: ['UPN'] },
  // A blank is for rule 442, which asks for the number only of children who need one.
  check: eachRow('Header', ({ UPN }, { codes }) => UPN !== '' && !isUpn(UPN) && !codes('UPN_UNKNOWN').has(UPN)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a digit too few', given: { Header: [{ UPN: 'A12345678901' }] }, fires: [['Header', 0]] },
  { says: 'a digit too many', given: { Header: [{ UPN: 'A1234567890123' }] }, fires: [['Header', 0]] },
  {
    says: 'a first letter that no number has',
    given: { Header: [{ UPN: 'I123456789012' }, { CHILD: '2', UPN: 'O123456789012' }, { CHILD: '3', UPN: 'S123456789012' }] },
    fires: [['Header', 0], ['Header', 1], ['Header', 2]],
  },
  { says: 'a letter in the middle', given: { Header: [{ UPN: 'A12345B789012' }] }, fires: [['Header', 0]] },
  {
    says: 'codes that do not exist',
    given: { Header: [{ UPN: 'UN0' }, { CHILD: '2', UPN: 'UN6' }] },
    fires: [['Header', 0], ['Header', 1]],
  },
  {
    says: 'permanent and temporary numbers',
    given: { Header: [{ UPN: 'A123456789012' }, { CHILD: '2', UPN: 'Z12345678901X' }] },
    fires: [],
  },
  {
    says: 'every code for an unknown number',
    given: {
      Header: [{ UPN: 'UN1' }, { CHILD: '2', UPN: 'UN2' }, { CHILD: '3', UPN: 'UN3' }, { CHILD: '4', UPN: 'UN4' }, { CHILD: '5', UPN: 'UN5' }],
    },
    fires: [],
  },
  { says: 'blank', given: { Header: [{ UPN: '' }] }, fires: [] },
]
