import { isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { ASKED_SINCE } from './asked.ts'

export const rule630: ChildRule = {
  code: '630',
  meaning: 'The child came into care in the year, and it is not said whether they had been adopted or under a special guardianship or child arrangements order before.',
  mend: 'Add P1 to P4, or Z1 if there was no earlier permanence.',
  who: 'social worker',
  fields: ['RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['RNE', 'DECOM', 'LS'], PrevPerm: ['PREV_PERM'] },
  // UNCERTAIN: asked of those who came in during the year. Those who came in earlier were asked then, and the episode in
  // which they did need not stand in this year's file, so it could not be asked of all alike.
  check: ({ Episodes, PrevPerm }, { start, end }, mark) => {
    if (PrevPerm.some(({ PREV_PERM }) => PREV_PERM !== '')) return
    for (const episode of Episodes) {
      const { DECOM, RNE } = episode
      if (RNE !== 'S' || DECOM === null || DECOM < start || DECOM > end || DECOM < ASKED_SINCE || isShortBreak(episode)) continue
      mark(episode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'came in on 1 April', given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'S', LS: 'V2' }] }, fires: [['Episodes', 0]] },
  { says: 'came in the day before the year', given: { Episodes: [{ DECOM: '31/03/2025', RNE: 'S', LS: 'V2' }] }, fires: [] },
  {
    says: 'a row that says nothing',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S', LS: 'V2' }], PrevPerm: [{}] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'no earlier permanence, and said',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S', LS: 'V2' }], PrevPerm: [{ PREV_PERM: 'Z1' }] },
    fires: [],
  },
  { says: 'moved in the year', given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P', LS: 'V2' }] }, fires: [] },
  { says: 'short breaks', given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S', LS: 'V3' }] }, fires: [] },
]
