import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule451: ChildRule = {
  code: '451',
  meaning: 'The child is still said to be freed for adoption, which has not been possible to ask for since 30 December 2005.',
  mend: 'Put right the legal status, or end the episode when the freeing order ended.',
  who: 'adoption team',
  fields: ['DEC', 'LS', 'REC'],
  years: { from: 2023, to: 2025 },
  reads: { Episodes: ['LS', 'DEC', 'REC'] },
  check: eachRow('Episodes', (episode) => episode.LS === 'D1' && isBlank(episode, 'DEC') && isBlank(episode, 'REC')),
}

export const cases: readonly RuleCase[] = [
  { says: 'an open episode under a freeing order', given: { Episodes: [{ LS: 'D1' }] }, fires: [['Episodes', 0]] },
  { says: 'one that ended', given: { Episodes: [{ LS: 'D1', DEC: '01/06/2024', REC: 'X1' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { Episodes: [{ LS: 'D1', DEC: 'June', REC: 'X1' }] }, fires: [] },
  { says: 'an open episode under a placement order', given: { Episodes: [{ LS: 'E1' }] }, fires: [] },
]
