import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule114: ChildRule = {
  code: '114',
  meaning: 'Whether the adopters had fostered the child is not given as one of the codes.',
  mend: 'Give 1 when the child was adopted by a former foster carer, otherwise 0.',
  who: 'adoption team',
  fields: ['FOSTER_CARE'],
  years: { from: 2023 },
  reads: { AD1: ['FOSTER_CARE'] },
  check: eachRow('AD1', ({ FOSTER_CARE }, { codes }) => FOSTER_CARE !== '' && !codes('FOSTER_CARE').has(FOSTER_CARE)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { AD1: [{ FOSTER_CARE: '2' }] }, fires: [['AD1', 0]] },
  { says: 'a word', given: { AD1: [{ FOSTER_CARE: 'Yes' }] }, fires: [['AD1', 0]] },
  { says: 'both codes', given: { AD1: [{ FOSTER_CARE: '0' }, { FOSTER_CARE: '1' }] }, fires: [] },
  { says: 'no code: that is rule 151', given: { AD1: [{ FOSTER_CARE: '' }] }, fires: [] },
]
