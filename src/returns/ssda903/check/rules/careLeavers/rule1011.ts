import { careLeaverColumns } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import { lastEpisode } from '../../lastEpisode.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1011: ChildRule = {
  code: '1011',
  meaning: 'Care leaver information is given for a young person whose care passed to another authority.',
  mend: 'Take it out: the other authority tells it; or mend why the last episode ended.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'REC'], OC3: careLeaverColumns },
  check: (child, _context, mark) => {
    if (child.OC3.length === 0 || lastEpisode(child)?.REC !== 'E3') return
    for (const row of child.OC3) markGiven(row, careLeaverColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the last episode ended so',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E3' }, { DECOM: '01/05/2020', REC: 'X1' }], OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    fires: [['OC3', 0]],
  },
  {
    says: 'an earlier episode ended so',
    given: { Episodes: [{ DECOM: '01/05/2020', REC: 'E3' }, { DECOM: '01/05/2025', REC: 'E5' }], OC3: [{ IN_TOUCH: 'YES' }] },
    fires: [],
  },
  { says: 'a row with nothing in it', given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E3' }], OC3: [{}] }, fires: [] },
  {
    says: 'an episode that may be the last cannot be placed',
    given: { Episodes: [{ DECOM: '01/05/2025', REC: 'E3' }, { DECOM: '31/06/2025', REC: 'E5' }], OC3: [{ IN_TOUCH: 'YES' }] },
    fires: [],
  },
]
