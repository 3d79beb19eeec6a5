import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule385: ChildRule = {
  code: '385',
  meaning: 'The episode ends after the end of the collection year.',
  mend: 'Put right the day it ended, or leave the end blank: it belongs in next year’s return.',
  who: 'returns team',
  fields: ['DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC'] },
  check: eachRow('Episodes', ({ DEC }, { end }) => DEC !== null && DEC > end),
}

export const cases: readonly RuleCase[] = [
  { says: '1 April after the year', given: { Episodes: [{ DEC: '01/04/2026' }] }, fires: [['Episodes', 0]] },
  { says: '31 March', given: { Episodes: [{ DEC: '31/03/2026' }] }, fires: [] },
  { says: 'an episode that goes on', given: { Episodes: [{ DEC: '' }] }, fires: [] },
]
