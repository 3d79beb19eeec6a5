import { endsCare } from '../../care.ts'
import { continues, eachNext } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule432: ChildRule = {
  code: '432',
  meaning: 'The child had left care when the episode before ended, but this one does not say that care started.',
  mend: 'If the child came back into care, give S; if they never left, end the episode before with X1.',
  who: 'social worker',
  fields: ['RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'REC'] },
  check(child, { codes }, mark) {
    eachNext(child, (before, next) => {
      if (endsCare(before) && codes('REC').has(before.REC) && continues(next)) mark(next)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a change of placement after going home',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E4A' }, { DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'a start after going home',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E4A' }, { DECOM: '01/06/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'care went on',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'an end that is no code',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E99' }, { DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'a beginning that is no code',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E4A' }, { DECOM: '01/06/2025', RNE: '' }] },
    fires: [],
  },
]
