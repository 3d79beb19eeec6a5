import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'
import { isUnaccompanied } from '../../unaccompanied.ts'
import { markStatusAndDate } from './ceased.ts'

export const rule205C: ChildRule = {
  code: '205C',
  meaning: 'A day on which the child ceased to be unaccompanied is given, but the child is returned as unaccompanied neither this year nor last.',
  mend: 'Take the date away, or return the child as unaccompanied.',
  who: 'returns team',
  fields: ['DUC', 'UASC'],
  years: { from: 2023 },
  // In CSV the row that holds the date is itself the flag: only the XML can say both, so it runs on XML alone.
  reads: { Header: ['UASC'], UASC: ['DUC'] },
  readsLast: { Header: [], UASC: [] },
  readsLastIfGiven: { Header: ['UASC'] },
  check: (child, _, mark) => {
    if (!child.UASC.some((row) => !isBlank(row, 'DUC')) || !child.Header.some(({ UASC }) => UASC === '0')) return
    if (isUnaccompanied(child) === false && (child.last === null || isUnaccompanied(child.last) === false)) markStatusAndDate(child, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'neither year',
    given: { Header: [{ UASC: '0' }], UASC: [{ DUC: '01/09/2025' }] },
    last: { Header: [{ UASC: '0' }] },
    fires: [['Header', 0, ['UASC']], ['UASC', 0, ['DUC']]],
  },
  {
    says: 'neither this year nor in any return before',
    given: { Header: [{ UASC: '0' }], UASC: [{ DUC: '01/09/2025' }] },
    fires: [['Header', 0, ['UASC']], ['UASC', 0, ['DUC']]],
  },
  {
    says: 'unaccompanied last year',
    given: { Header: [{ UASC: '0' }], UASC: [{ DUC: '01/09/2025' }] },
    last: { Header: [{ UASC: '1' }] },
    fires: [],
  },
  {
    says: 'unaccompanied this year',
    given: { Header: [{ UASC: '1' }], UASC: [{ DUC: '01/09/2025' }] },
    last: { Header: [{ UASC: '0' }] },
    fires: [],
  },
  { says: 'no date', given: { Header: [{ UASC: '0' }] }, last: { Header: [{ UASC: '0' }] }, fires: [] },
]
