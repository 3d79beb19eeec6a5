import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnaccompanied } from '../../unaccompanied.ts'
import { ceasedDates, isCeasedUnreadable } from './ceased.ts'

export const rule205A: ChildRule = {
  code: '205A',
  meaning: 'The child was returned as unaccompanied last year and is not this year, and no date says that the status ceased before the year began.',
  mend: "Return the child as unaccompanied if the status ran into this year; otherwise give or correct the day it ceased in last year's return.",
  who: 'returns team',
  fields: ['CHILD', 'UASC'],
  years: { from: 2023 },
  reads: { Header: [], UASC: ['DUC'] },
  readsLast: { Header: [], UASC: ['DUC'] },
  readsIfGiven: { Header: ['UASC'] },
  readsLastIfGiven: { Header: ['UASC'] },
  // The dates bear it out when there is one and every one of both years lies before 1 April.
  check: (child, { start }, mark) => {
    if (child.Header.length === 0 || child.last === null) return
    if (isUnaccompanied(child.last) !== true || isUnaccompanied(child) !== false) return
    const dates = ceasedDates(child)
    const late = dates.some((date) => date >= start)
    if (late || (dates.length === 0 && !isCeasedUnreadable(child))) child.Header.forEach((row) => mark(row))
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no date', given: { Header: [{}] }, last: { Header: [{}], UASC: [{}] }, fires: [['Header', 0]] },
  {
    says: 'ceased on 1 April: unaccompanied for a day of this year',
    given: { Header: [{}] },
    last: { Header: [{}], UASC: [{ DUC: '01/04/2025' }] },
    fires: [['Header', 0]],
  },
  { says: 'ceased on 31 March last year', given: { Header: [{}] }, last: { Header: [{}], UASC: [{ DUC: '31/03/2025' }] }, fires: [] },
  { says: 'by the flags of the XML', given: { Header: [{ UASC: '0' }] }, last: { Header: [{ UASC: '1' }] }, fires: [['Header', 0]] },
  {
    says: 'the date came a year late',
    given: { Header: [{ UASC: '0' }], UASC: [{ DUC: '10/02/2025' }] },
    last: { Header: [{ UASC: '1' }] },
    fires: [],
  },
  { says: 'still unaccompanied', given: { Header: [{}], UASC: [{}] }, last: { Header: [{}], UASC: [{}] }, fires: [] },
  { says: 'not in this return', given: { Header: [{ CHILD: '2' }] }, last: { Header: [{}], UASC: [{}] }, fires: [] },
  { says: 'a date that cannot be read', given: { Header: [{}] }, last: { Header: [{}], UASC: [{ DUC: 'March' }] }, fires: [] },
]
