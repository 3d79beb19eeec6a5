import { eachNext } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule501: ChildRule = {
  code: '501',
  meaning: 'The episode begins before the one before it has ended.',
  mend: 'Put right the day the earlier episode ended or the day the later one began: they may meet, but not overlap.',
  who: 'social worker',
  fields: ['DECOM', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'] },
  check(child, _context, mark) {
    eachNext(child, (before, next) => {
      if (before.DEC === null || next.DECOM >= before.DEC) return
      mark(before, ['DEC'])
      mark(next, ['DECOM'])
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day of overlap',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '31/05/2025' }] },
    fires: [['Episodes', 0, ['DEC']], ['Episodes', 1, ['DECOM']]],
  },
  { says: 'they meet', given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '01/06/2025' }] }, fires: [] },
  {
    says: 'a day between them',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '02/06/2025' }] },
    fires: [],
  },
  {
    says: 'two that begin on the same day',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '01/05/2025' }] },
    fires: [['Episodes', 0, ['DEC']], ['Episodes', 1, ['DECOM']]],
  },
  { says: 'the earlier one is open', given: { Episodes: [{ DECOM: '01/05/2025' }, { DECOM: '31/05/2025' }] }, fires: [] },
  {
    says: 'an end that cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: 'June' }, { DECOM: '31/05/2025' }] },
    fires: [],
  },
]
