import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { episodeAtYearEnd } from '../../yearEnd.ts'

export const ruleSW01STG1: ChildRule = {
  code: 'SW01STG1',
  meaning: 'The child was looked after on 31 March, and no social worker is returned for them.',
  mend: 'Add the social workers the child had in the year.',
  who: 'returns team',
  fields: ['DEC'],
  years: { from: 2024, to: 2025 },
  reads: { Episodes: ['DECOM', 'DEC', 'LS'], SWEpisodes: [] },
  check: (child, context, mark) => {
    if (child.SWEpisodes.length > 0) return
    const now = episodeAtYearEnd(child, context)
    if (now !== undefined) mark(now)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'none', given: { Episodes: [{ DECOM: '01/05/2024', LS: 'C2' }] }, fires: [['Episodes', 0]] },
  {
    says: 'the last of two episodes',
    given: { Episodes: [{ DECOM: '01/05/2024', LS: 'C2', DEC: '02/06/2024', REC: 'X1' }, { DECOM: '02/06/2024', LS: 'C2' }] },
    fires: [['Episodes', 1]],
  },
  { says: 'one', given: { Episodes: [{ DECOM: '01/05/2024', LS: 'C2' }], SWEpisodes: [{}] }, fires: [] },
  { says: 'left on 31 March', given: { Episodes: [{ DECOM: '01/05/2024', LS: 'C2', DEC: '31/03/2025', REC: 'E4A' }] }, fires: [] },
  { says: 'short breaks', given: { Episodes: [{ DECOM: '01/05/2024', LS: 'V4' }] }, fires: [] },
]
