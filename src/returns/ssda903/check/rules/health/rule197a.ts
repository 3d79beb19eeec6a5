import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule197a: ChildRule = {
  code: '197a',
  meaning: 'Both a strengths and difficulties score and a reason for having none are given.',
  mend: 'Take out the reason if there is a score.',
  who: 'health lead',
  fields: ['SDQ_SCORE', 'SDQ_REASON'],
  years: { from: 2023 },
  reads: { OC2: ['SDQ_SCORE', 'SDQ_REASON'] },
  check: eachRow('OC2', ({ SDQ_SCORE, SDQ_REASON }) => SDQ_SCORE !== '' && SDQ_REASON !== ''),
}

export const cases: readonly RuleCase[] = [
  { says: 'both', given: { OC2: [{ SDQ_SCORE: '0', SDQ_REASON: 'SDQ4' }] }, fires: [['OC2', 0]] },
  { says: 'a score', given: { OC2: [{ SDQ_SCORE: '0' }] }, fires: [] },
  { says: 'a reason', given: { OC2: [{ SDQ_REASON: 'SDQ4' }] }, fires: [] },
]
