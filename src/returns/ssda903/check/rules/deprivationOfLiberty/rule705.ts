import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { endOf, inOrder, type StartedOrder } from './orders.ts'

export const rule705: ChildRule = {
  code: '705',
  meaning: 'A deprivation of liberty order began while the one before was still in force.',
  mend: 'End the order before on the day the new one began, or correct the dates.',
  who: 'social worker',
  fields: ['DOLO_START', 'DOLO_END'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START', 'DOLO_END'] },
  // The one before is the one that ran longest of all that began earlier, so a short order inside hides nothing.
  check: ({ DoLo }, _, mark) => {
    let before: StartedOrder | undefined
    let until = Number.NEGATIVE_INFINITY
    for (const order of inOrder(DoLo)) {
      if (before !== undefined && order.DOLO_START < until) {
        mark(order, ['DOLO_START'])
        mark(before, ['DOLO_END'])
      }
      const end = endOf(order)
      if (end === undefined || end <= until) continue
      before = order
      until = end
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the one before has no end',
    given: { DoLo: [{ DOLO_START: '01/05/2026' }, { DOLO_START: '01/08/2026' }] },
    fires: [['DoLo', 0, ['DOLO_END']], ['DoLo', 1, ['DOLO_START']]],
  },
  {
    says: 'ended a day later',
    given: { DoLo: [{ DOLO_START: '01/05/2026', DOLO_END: '02/08/2026' }, { DOLO_START: '01/08/2026' }] },
    fires: [['DoLo', 0, ['DOLO_END']], ['DoLo', 1, ['DOLO_START']]],
  },
  {
    says: 'ended the same day',
    given: { DoLo: [{ DOLO_START: '01/05/2026', DOLO_END: '01/08/2026' }, { DOLO_START: '01/08/2026' }] },
    fires: [],
  },
  {
    says: 'in another order in the file',
    given: { DoLo: [{ DOLO_START: '01/08/2026' }, { DOLO_START: '01/05/2026', DOLO_END: '01/08/2026' }] },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    given: { DoLo: [{ DOLO_START: '01/05/2026', DOLO_END: '31/06/2026' }, { DOLO_START: '01/08/2026' }] },
    fires: [],
  },
]
