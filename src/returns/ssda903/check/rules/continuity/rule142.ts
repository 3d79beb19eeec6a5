import { eachNext } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule142: ChildRule = {
  code: '142',
  meaning: 'A new episode has begun, but the one before it has no end.',
  mend: 'Give the day and the reason the earlier episode ended; or take out the later one.',
  who: 'social worker',
  fields: ['DEC', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'] },
  check(child, _context, mark) {
    eachNext(child, (before) => {
      if (isBlank(before, 'DEC')) mark(before)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'an open episode followed by another',
    given: { Episodes: [{ DECOM: '01/05/2025' }, { DECOM: '01/06/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same with the later one first in the file',
    given: { Episodes: [{ DECOM: '01/06/2025' }, { DECOM: '01/05/2025' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'the last episode may be open',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }, { DECOM: '01/06/2025' }] },
    fires: [],
  },
  {
    says: 'an end that cannot be read is not open',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: 'June' }, { DECOM: '01/06/2025' }] },
    fires: [],
  },
  {
    says: 'a later row whose start cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2025' }, { DECOM: 'June' }] },
    fires: [],
  },
  {
    says: 'open episodes of two children',
    given: { Episodes: [{ DECOM: '01/05/2025' }, { CHILD: '2', DECOM: '01/06/2025' }] },
    fires: [],
  },
]
