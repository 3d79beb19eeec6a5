import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule103: ChildRule = {
  code: '103',
  meaning: "The child's ethnicity is blank or not one of the codes.",
  mend: 'Give one of the ethnicity codes; REFU if they would rather not say, NOBT if nobody has asked yet.',
  who: 'social worker',
  fields: ['ETHNIC'],
  years: { from: 2023 },
  reads: { Header: ['ETHNIC'] },
  check: eachRow('Header', ({ ETHNIC }, { codes }) => !codes('ETHNIC').has(ETHNIC)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { Header: [{ ETHNIC: 'UNKN' }] }, fires: [['Header', 0]] },
  { says: 'blank', given: { Header: [{ ETHNIC: '' }] }, fires: [['Header', 0]] },
  {
    says: 'a background, refused and not yet obtained',
    given: { Header: [{ ETHNIC: 'MWBC' }, { CHILD: '2', ETHNIC: 'REFU' }, { CHILD: '3', ETHNIC: 'NOBT' }] },
    fires: [],
  },
]
