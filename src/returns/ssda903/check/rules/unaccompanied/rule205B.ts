import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnaccompanied } from '../../unaccompanied.ts'
import { ceasedDates, markStatusAndDate } from './ceased.ts'

export const rule205B: ChildRule = {
  code: '205B',
  meaning: 'The child is returned as unaccompanied this year as last year, but a date says that the status ceased before this year began.',
  mend: 'Correct the day the status ceased, or do not return the child as unaccompanied this year.',
  who: 'returns team',
  fields: ['DUC', 'UASC'],
  years: { from: 2023 },
  reads: { Header: [], UASC: ['DUC'] },
  readsLast: { Header: [], UASC: ['DUC'] },
  readsIfGiven: { Header: ['UASC'] },
  readsLastIfGiven: { Header: ['UASC'] },
  // A date of either year before 1 April cannot be true of a child who was unaccompanied in the year. Two different later
  // dates are no contradiction: last year's may have been the 18th birthday, expected and not yet come.
  check: (child, { start }, mark) => {
    if (child.last === null || isUnaccompanied(child.last) !== true || isUnaccompanied(child) !== true) return
    if (ceasedDates(child).some((date) => date < start)) markStatusAndDate(child, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'ceased on 31 March, in both years',
    given: { Header: [{}], UASC: [{ DUC: '31/03/2025' }] },
    last: { Header: [{}], UASC: [{ DUC: '31/03/2025' }] },
    fires: [['Header', 0, ['UASC']], ['UASC', 0, ['DUC']]],
  },
  {
    says: 'ceased last year, and open again',
    given: { Header: [{}], UASC: [{}] },
    last: { Header: [{}], UASC: [{ DUC: '10/02/2025' }] },
    fires: [['Header', 0, ['UASC']], ['UASC', 0, ['DUC']]],
  },
  {
    says: 'by the flags of the XML',
    given: { Header: [{ UASC: '1' }] },
    last: { Header: [{ UASC: '1' }], UASC: [{ DUC: '10/02/2025' }] },
    fires: [['Header', 0, ['UASC']]],
  },
  { says: 'ceased on 1 April', given: { Header: [{}], UASC: [{ DUC: '01/04/2025' }] }, last: { Header: [{}], UASC: [{}] }, fires: [] },
  {
    says: 'ceased earlier than expected',
    given: { Header: [{}], UASC: [{ DUC: '01/09/2025' }] },
    last: { Header: [{}], UASC: [{ DUC: '13/10/2028' }] },
    fires: [],
  },
  { says: 'unaccompanied this year only', given: { Header: [{}], UASC: [{ DUC: '10/02/2025' }] }, last: { Header: [{}] }, fires: [] },
]
