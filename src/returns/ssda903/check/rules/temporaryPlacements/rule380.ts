import { isTemporary } from '../../care.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule380: ChildRule = {
  code: '380',
  meaning: 'Care starts with a temporary placement, which can only be an absence from another.',
  mend: 'Give the placement in which the child was first looked after.',
  who: 'placements team',
  fields: ['PLACE', 'RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['RNE', 'PLACE'] },
  check: eachRow('Episodes', (episode) => episode.RNE === 'S' && isTemporary(episode)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a start in each',
    given: { Episodes: [{ RNE: 'S', PLACE: 'T0' }, { RNE: 'S', PLACE: 'T4' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  { says: 'a move into one', given: { Episodes: [{ RNE: 'P', PLACE: 'T2' }] }, fires: [] },
  { says: 'a placement that is no code: rule 146 says so', given: { Episodes: [{ RNE: 'S', PLACE: 'T9' }] }, fires: [] },
  { says: 'a start in a foster home', given: { Episodes: [{ RNE: 'S', PLACE: 'U6' }] }, fires: [] },
]
