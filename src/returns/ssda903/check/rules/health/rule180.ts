import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** Whole numbers from 0 to 40, with or without a leading nought. */
const scores: ReadonlySet<string> = new Set(
  Array.from({ length: 41 }, (_, score) => String(score)).flatMap((score) => [score, score.padStart(2, '0')]),
)

export const rule180: ChildRule = {
  code: '180',
  meaning: 'The strengths and difficulties score is not a whole number from 0 to 40.',
  mend: 'Give the total difficulties score of the questionnaire, from 0 to 40.',
  who: 'health lead',
  fields: ['SDQ_SCORE'],
  years: { from: 2023 },
  reads: { OC2: ['SDQ_SCORE'] },
  check: eachRow('OC2', ({ SDQ_SCORE }) => SDQ_SCORE !== '' && !scores.has(SDQ_SCORE)),
}

export const cases: readonly RuleCase[] = [
  { says: '41', given: { OC2: [{ SDQ_SCORE: '41' }] }, fires: [['OC2', 0]] },
  { says: 'less than nothing', given: { OC2: [{ SDQ_SCORE: '-1' }] }, fires: [['OC2', 0]] },
  { says: 'a half', given: { OC2: [{ SDQ_SCORE: '12.5' }] }, fires: [['OC2', 0]] },
  { says: 'a reason in its place', given: { OC2: [{ SDQ_SCORE: 'SDQ2' }] }, fires: [['OC2', 0]] },
  { says: '0, 07 and 40', given: { OC2: [{ SDQ_SCORE: '0' }, { SDQ_SCORE: '07' }, { SDQ_SCORE: '40' }] }, fires: [] },
  { says: 'no score', given: { OC2: [{ SDQ_SCORE: '' }] }, fires: [] },
]
