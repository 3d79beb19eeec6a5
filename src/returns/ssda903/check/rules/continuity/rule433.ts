import { continues, eachNext } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule433: ChildRule = {
  code: '433',
  meaning: 'The episode says that it carries on from the one before, but does not begin on the day that one ended.',
  mend: 'Make both dates the same, or add the episode between them; if the child came back into care, give S.',
  who: 'social worker',
  fields: ['RNE', 'DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC'] },
  check(child, _context, mark) {
    // Where the one before has no end, rule 142 says so.
    eachNext(child, (before, next) => {
      if (continues(next) && before.DEC !== null && next.DECOM !== before.DEC) mark(next)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day later',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '02/06/2025', RNE: 'P' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'a day earlier',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '31/05/2025', RNE: 'L' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'on that day',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '01/06/2025', RNE: 'B' }] },
    fires: [],
  },
  {
    says: 'a start later',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM: '02/06/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'the one before is open',
    given: { Episodes: [{ DECOM: '01/05/2025' }, { DECOM: '02/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: 'June' }, { DECOM: '02/06/2025', RNE: 'P' }] },
    fires: [],
  },
  { says: 'the first of the record', given: { Episodes: [{ DECOM: '02/06/2025', RNE: 'P' }] }, fires: [] },
]
