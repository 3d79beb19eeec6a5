import { endsCare, isTemporary } from '../../care.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule381: ChildRule = {
  code: '381',
  meaning: 'Care ends in a temporary placement, which can only be an absence from another.',
  mend: 'End the temporary placement with X1 and add the episode in which care ended; or put right the placement.',
  who: 'placements team',
  fields: ['PLACE', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'REC'] },
  check: eachRow('Episodes', (episode, { codes }) => isTemporary(episode) && endsCare(episode) && codes('REC').has(episode.REC)),
}

export const cases: readonly RuleCase[] = [
  { says: 'home from a holiday', given: { Episodes: [{ PLACE: 'T2', REC: 'E4A' }] }, fires: [['Episodes', 0]] },
  { says: 'back to the foster home', given: { Episodes: [{ PLACE: 'T2', REC: 'X1' }] }, fires: [] },
  { says: 'still away', given: { Episodes: [{ PLACE: 'T2', REC: '' }] }, fires: [] },
  { says: 'home from the foster home', given: { Episodes: [{ PLACE: 'U4', REC: 'E4A' }] }, fires: [] },
  { says: 'an end that is no code', given: { Episodes: [{ PLACE: 'T2', REC: 'E99' }] }, fires: [] },
]
