import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule303: ChildRule = {
  code: '303',
  meaning: 'A day on which the child ceased to be unaccompanied is given, but the child is not returned as unaccompanied.',
  mend: 'Give 1 if the child was unaccompanied at any time in the year; otherwise take the date away.',
  who: 'returns team',
  fields: ['DUC', 'UASC'],
  years: { from: 2023 },
  // In CSV the row that holds the date is itself the flag: only the XML can get this wrong, so it runs on XML alone.
  // A flag left blank is for rule 105.
  reads: { Header: ['UASC'], UASC: ['DUC'] },
  check: ({ Header, UASC }, _, mark) => {
    const dated = UASC.filter((row) => !isBlank(row, 'DUC'))
    const unsaid = Header.filter((row) => row.UASC !== '' && row.UASC !== '1')
    if (dated.length === 0 || unsaid.length === 0) return
    for (const row of dated) mark(row, ['DUC'])
    for (const row of unsaid) mark(row, ['UASC'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'said to be no',
    given: { Header: [{ UASC: '0' }], UASC: [{ DUC: '01/09/2025' }] },
    fires: [['UASC', 0, ['DUC']], ['Header', 0, ['UASC']]],
  },
  {
    says: 'no code: not 1 either',
    given: { Header: [{ UASC: 'N' }], UASC: [{ DUC: '01/09/2025' }] },
    fires: [['UASC', 0, ['DUC']], ['Header', 0, ['UASC']]],
  },
  { says: 'a flag left blank', given: { Header: [{ UASC: '' }], UASC: [{ DUC: '01/09/2025' }] }, fires: [] },
  { says: 'said to be yes', given: { Header: [{ UASC: '1' }], UASC: [{ DUC: '01/09/2025' }] }, fires: [] },
  { says: 'no date', given: { Header: [{ UASC: '0' }], UASC: [{}] }, fires: [] },
]
