import { isOrderKnown } from '../../chain.ts'
import { openLastYear } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule502: ChildRule = {
  code: '502',
  meaning: 'Last year’s record ended with an episode still open, and the first episode of this year does not begin on the day that one began.',
  mend: 'Bring last year’s open episode again with the day it began; or say why that day has changed.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM'] },
  readsLast: { Episodes: ['DECOM', 'DEC'] },
  check(child, _context, mark) {
    const open = openLastYear(child)
    const first = child.Episodes[0]
    if (open === undefined || first === undefined || !isOrderKnown(child)) return
    if (first.DECOM !== open.DECOM) mark(first)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another day',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '11/01/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the first of this year begins in the year',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'S' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same day',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
  {
    says: 'the first of this year is compared, whatever its place in the file',
    last: { Episodes: [{ DECOM: '10/01/2020', DEC: '10/01/2025' }, { DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '01/06/2025' }, { DECOM: '10/01/2025', DEC: '01/06/2025' }] },
    fires: [],
  },
  {
    says: 'last year ended with a closed episode',
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '20/01/2025' }] },
    given: { Episodes: [{ DECOM: '01/06/2025' }] },
    fires: [],
  },
  { says: 'no episode this year', last: { Episodes: [{ DECOM: '10/01/2025' }] }, given: { Header: [{}] }, fires: [] },
  {
    says: 'a start this year that cannot be read',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: 'January' }] },
    fires: [],
  },
  {
    says: 'an end last year that cannot be read',
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: 'March' }] },
    given: { Episodes: [{ DECOM: '01/06/2025' }] },
    fires: [],
  },
]
