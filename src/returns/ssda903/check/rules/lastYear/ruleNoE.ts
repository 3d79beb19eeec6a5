import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleNoE: ChildRule = {
  code: 'NoE',
  meaning: 'The child was in care before this collection year, but has no episode in last year’s return.',
  mend: 'Put right the day care began; if the child was left out last year, tell the DfE.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM'] },
  // For its rows alone.
  readsLast: { Episodes: [] },
  check(child, { start }, mark) {
    if (child.last !== null && child.last.Episodes.length > 0) return
    for (const episode of child.Episodes) if (episode.DECOM !== null && episode.DECOM < start) mark(episode)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'begun the day before the year', given: { Episodes: [{ DECOM: '31/03/2025' }] }, fires: [['Episodes', 0]] },
  {
    says: 'in last year’s return, but without an episode',
    last: { Header: [{}] },
    given: { Episodes: [{ DECOM: '10/01/2025', DEC: '01/06/2025' }, { DECOM: '01/06/2025' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'begun on the first day of the year', given: { Episodes: [{ DECOM: '01/04/2025' }] }, fires: [] },
  {
    says: 'an episode last year, whichever',
    last: { Episodes: [{ DECOM: '09/01/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
  { says: 'a start that cannot be read', given: { Episodes: [{ DECOM: 'January' }] }, fires: [] },
]
