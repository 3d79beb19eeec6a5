import type { ReturnRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import type { HeaderRow } from '../../rows.ts'
import { isUpn } from '../../upn.ts'

export const rule444: ReturnRule = {
  code: '444',
  meaning: 'Two or more children of the return have the same unique pupil number.',
  mend: 'Ask the schools which child the number belongs to. If it is one child under two numbers of yours, join their records.',
  who: 'returns team',
  fields: ['UPN'],
  years: { from: 2026 },
  reads: { Header: ['UPN'] },
  // One child twice in the Header is for rule INT32, what is no number for rule 168.
  checkAll: (children, _, mark) => {
    const seen = new Map<string, HeaderRow>()
    for (const { Header } of children) {
      for (const row of Header) {
        if (!isUpn(row.UPN)) continue
        const other = seen.get(row.UPN)
        if (other === undefined) seen.set(row.UPN, row)
        else if (other.CHILD !== row.CHILD) {
          mark(other)
          mark(row)
        }
      }
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'three children with one number',
    given: { Header: [{ UPN: 'A123456789012' }, { CHILD: '2', UPN: 'A123456789012' }, { CHILD: '3', UPN: 'A123456789012' }] },
    fires: [['Header', 0], ['Header', 1], ['Header', 2]],
  },
  { says: 'each its own', given: { Header: [{ UPN: 'A123456789012' }, { CHILD: '2', UPN: 'A123456789013' }] }, fires: [] },
  {
    says: 'unknown numbers and blanks',
    given: { Header: [{ UPN: 'UN1' }, { CHILD: '2', UPN: 'UN1' }, { CHILD: '3' }, { CHILD: '4' }] },
    fires: [],
  },
  { says: 'one child twice', given: { Header: [{ UPN: 'A123456789012' }, { UPN: 'A123456789012' }] }, fires: [] },
  {
    says: "last year's return is not looked at",
    given: { Header: [{ UPN: 'A123456789012' }] },
    last: { Header: [{ CHILD: '2', UPN: 'A123456789012' }] },
    fires: [],
  },
]
