import { eachNext } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** Died; found by an age assessment to be 18 or over; stayed on with the carers at 18 or over. No care can follow these. */
const last: ReadonlySet<string> = new Set(['E2', 'E15', 'E17'])

export const rule437: ChildRule = {
  code: '437',
  meaning: 'The episode ended because the child died or was 18 or over, and yet later episodes follow.',
  mend: 'Put right the reason the episode ended, or take out the episodes that follow.',
  who: 'social worker',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'REC'] },
  check(child, _context, mark) {
    eachNext(child, (before) => {
      if (last.has(before.REC)) mark(before)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'died, with a later episode',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E2' }, { DECOM: '01/06/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'assessed as 18 or over',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E15' }, { DECOM: '01/06/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'stayed put at 18',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E17' }, { DECOM: '01/06/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'died, and nothing follows',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'X1' }, { DECOM: '01/06/2025', REC: 'E2' }] },
    fires: [],
  },
  {
    says: 'went home and came back',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E4A' }, { DECOM: '01/06/2025' }] },
    fires: [],
  },
]
