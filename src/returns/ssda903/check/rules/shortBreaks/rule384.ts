import { isShortBreak } from '../../care.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule384: ChildRule = {
  code: '384',
  meaning: 'The child is on a short break, and yet in a long-term foster placement.',
  mend: 'Give U3 or U6 for a short break in a foster home; or put right the legal status.',
  who: 'placements team',
  fields: ['PLACE', 'LS'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PLACE'] },
  check: eachRow('Episodes', (episode) => isShortBreak(episode) && (episode.PLACE === 'U1' || episode.PLACE === 'U4')),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'V3 and V4, with relatives and with others',
    given: { Episodes: [{ LS: 'V3', PLACE: 'U1' }, { LS: 'V4', PLACE: 'U4' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'a foster placement that is not long term',
    given: { Episodes: [{ LS: 'V3', PLACE: 'U3' }, { LS: 'V4', PLACE: 'U6' }] },
    fires: [],
  },
  { says: 'long term under a care order', given: { Episodes: [{ LS: 'C2', PLACE: 'U4' }] }, fires: [] },
]
