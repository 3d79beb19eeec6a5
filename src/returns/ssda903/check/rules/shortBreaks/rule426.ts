import { isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule426: ChildRule = {
  code: '426',
  meaning: 'Short breaks of the same child are recorded in both ways in one year: each by itself (V3) and as an agreement (V4).',
  mend: 'Record them in one way: V3 for every break, or V4 for the agreement.',
  who: 'returns team',
  fields: ['LS'],
  years: { from: 2023 },
  reads: { Episodes: ['LS'] },
  check(child, _context, mark) {
    if (!child.Episodes.some(({ LS }) => LS === 'V3') || !child.Episodes.some(({ LS }) => LS === 'V4')) return
    for (const episode of child.Episodes) if (isShortBreak(episode)) mark(episode)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'both', given: { Episodes: [{ LS: 'V3' }, { LS: 'C2' }, { LS: 'V4' }] }, fires: [['Episodes', 0], ['Episodes', 2]] },
  { says: 'V3 alone', given: { Episodes: [{ LS: 'V3' }, { LS: 'V3' }] }, fires: [] },
  { says: 'V4 alone', given: { Episodes: [{ LS: 'V4' }] }, fires: [] },
  { says: 'two children', given: { Episodes: [{ LS: 'V3' }, { CHILD: '2', LS: 'V4' }] }, fires: [] },
]
