import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank, isUnreadable } from '../../rows.ts'
import { inOrder } from './orders.ts'

export const rule706: ChildRule = {
  code: '706',
  meaning: "A deprivation of liberty order that was in force at the end of last year's return is not in this year's.",
  mend: 'Repeat the order with the day it began, and give its end if it has ended.',
  who: 'returns team',
  fields: ['DOLO_START'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START', 'DOLO_END'] },
  readsLast: { DoLo: ['DOLO_START', 'DOLO_END'] },
  // An order is the same when it began on the same day. Where this year has any, the earliest may be it with a wrong
  // date and is marked; otherwise last year's row. A start that cannot be read may be it too: then nothing is said.
  check: ({ DoLo, last }, _, mark) => {
    if (last === null || DoLo.some((order) => isUnreadable(order, 'DOLO_START'))) return
    for (const open of last.DoLo) {
      if (open.DOLO_START === null || !isBlank(open, 'DOLO_END')) continue
      if (!DoLo.some(({ DOLO_START }) => DOLO_START === open.DOLO_START)) mark(inOrder(DoLo)[0] ?? open)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'none this year',
    year: 2028,
    given: { Header: [{}] },
    last: { DoLo: [{ DOLO_START: '01/02/2027' }] },
    fires: [['DoLo_last', 0]],
  },
  {
    says: 'one that began on another day',
    year: 2028,
    given: { DoLo: [{ DOLO_START: '01/04/2027' }] },
    last: { DoLo: [{ DOLO_START: '01/02/2027' }] },
    fires: [['DoLo', 0]],
  },
  {
    says: 'repeated, and ended',
    year: 2028,
    given: { DoLo: [{ DOLO_START: '01/02/2027', DOLO_END: '10/04/2027' }] },
    last: { DoLo: [{ DOLO_START: '01/02/2027' }] },
    fires: [],
  },
  {
    says: 'ended last year',
    year: 2028,
    given: { Header: [{}] },
    last: { DoLo: [{ DOLO_START: '01/02/2027', DOLO_END: '31/03/2027' }] },
    fires: [],
  },
  {
    says: 'a start that cannot be read',
    year: 2028,
    given: { DoLo: [{ DOLO_START: '30/02/2027' }] },
    last: { DoLo: [{ DOLO_START: '01/02/2027' }] },
    fires: [],
  },
]
