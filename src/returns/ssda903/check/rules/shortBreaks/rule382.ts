import { isShortBreak, isTemporary } from '../../care.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule382: ChildRule = {
  code: '382',
  meaning: 'The child is on a short break, and yet in a temporary placement.',
  mend: 'Give the placement where the break is spent; or put right the legal status.',
  who: 'placements team',
  fields: ['LS', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PLACE'] },
  check: eachRow('Episodes', (episode) => isShortBreak(episode) && isTemporary(episode)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'V3 and V4 in temporary placements',
    given: { Episodes: [{ LS: 'V3', PLACE: 'T0' }, { LS: 'V4', PLACE: 'T4' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  { says: 'a short break in a foster home', given: { Episodes: [{ LS: 'V3', PLACE: 'U6' }] }, fires: [] },
  { says: 'a temporary placement under a care order', given: { Episodes: [{ LS: 'C2', PLACE: 'T0' }] }, fires: [] },
]
