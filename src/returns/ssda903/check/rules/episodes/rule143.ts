import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule143: ChildRule = {
  code: '143',
  meaning: 'The reason for the new episode is not one of the codes.',
  mend: 'Give S, L, P, T, B or U: say what changed when the episode began.',
  who: 'returns team',
  fields: ['RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['RNE'] },
  check: eachRow('Episodes', ({ RNE }, { codes }) => !codes('RNE').has(RNE)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { Episodes: [{ RNE: 'X' }] }, fires: [['Episodes', 0]] },
  { says: 'no code', given: { Episodes: [{ RNE: '' }] }, fires: [['Episodes', 0]] },
  { says: 'every code there is', given: { Episodes: [{ RNE: 'S' }, { RNE: 'L' }, { RNE: 'P' }, { RNE: 'T' }, { RNE: 'B' }, { RNE: 'U' }] }, fires: [] },
]
