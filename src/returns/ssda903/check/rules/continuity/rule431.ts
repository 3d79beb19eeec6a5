import { eachNext } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule431: ChildRule = {
  code: '431',
  meaning: 'The episode says that care started, but the episode before it ended on the same day.',
  mend: 'If care went on, say what changed instead of S and end the episode before with X1; if not, put right the day.',
  who: 'social worker',
  fields: ['RNE', 'DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC'] },
  check(child, _context, mark) {
    eachNext(child, (before, next) => {
      if (next.RNE === 'S' && next.DECOM === before.DEC) mark(next)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a start on the day care ended',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' }, { DECOM: '01/06/2025', RNE: 'S' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'a start the next day',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' }, { DECOM: '02/06/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'a continuation on that day',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'a short break that follows another on the same day',
    given: { Episodes: [{ DECOM: '01/05/2025', LS: 'V3', DEC: '08/05/2025' }, { DECOM: '08/05/2025', LS: 'V3', RNE: 'S' }] },
    fires: [['Episodes', 1]],
  },
]
