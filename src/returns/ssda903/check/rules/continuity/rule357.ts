import { continues, isOrderKnown } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/**
 * What went before can only be missing where the record should have it: an episode that begins in the year follows one
 * that ended in the year, which stands in the same file. One that began earlier is judged with last year's file (562).
 */
export const rule357: ChildRule = {
  code: '357',
  meaning: 'The child’s first episode begins in the year, but says that it carries on an earlier one.',
  mend: 'Add the episode before it if that was left out; if this is the first, give S as the reason for the new episode.',
  who: 'returns team',
  fields: ['RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE'] },
  check(child, { start }, mark) {
    const first = child.Episodes[0]
    if (first === undefined || !isOrderKnown(child)) return
    if (first.DECOM !== null && first.DECOM >= start && continues(first)) mark(first)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a change of placement with nothing before it',
    given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'on the first day of the year', given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'L' }] }, fires: [['Episodes', 0]] },
  {
    says: 'begun the day before the year: what went before is not in this file',
    given: { Episodes: [{ DECOM: '31/03/2025', RNE: 'L' }] },
    fires: [],
  },
  { says: 'a start', given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'S' }, { DECOM: '01/07/2025', RNE: 'P' }] }, fires: [] },
  { says: 'a code that does not exist', given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'X' }] }, fires: [] },
  {
    says: 'another episode, which may be the first, has a start that cannot be read',
    given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'P' }, { DECOM: 'May', RNE: 'S' }] },
    fires: [],
  },
]
