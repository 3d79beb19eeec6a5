import { lookedAfterAllYear } from '../../care.ts'
import { cohortReads } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule185: ChildRule = {
  code: '185',
  meaning: 'A strengths and difficulties score is given for a child who was not looked after for the twelve months to 31 March.',
  mend: 'Take out the score, or mend the episodes.',
  who: 'health lead',
  fields: ['SDQ_SCORE'],
  years: { from: 2023 },
  reads: { Episodes: cohortReads, OC2: ['SDQ_SCORE'] },
  check: eachRow('OC2', ({ SDQ_SCORE }, context, child) => SDQ_SCORE !== '' && lookedAfterAllYear(child, context) === false),
}

export const cases: readonly RuleCase[] = [
  { says: 'came into care on 2 April', given: { OC2: [{ SDQ_SCORE: '0' }], Episodes: partYear }, fires: [['OC2', 0]] },
  { says: 'came into care on 1 April', given: { OC2: [{ SDQ_SCORE: '12' }], Episodes: [{ DECOM: '01/04/2025', RNE: 'S', LS: 'C2' }] }, fires: [] },
  { says: 'no episodes', given: { OC2: [{ SDQ_SCORE: '12' }] }, fires: [['OC2', 0]] },
  { says: 'looked after all year', given: { OC2: [{ SDQ_SCORE: '12' }], Episodes: allYear }, fires: [] },
  { says: 'no score', given: { OC2: [{ SDQ_REASON: 'SDQ2' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ SDQ_SCORE: '12' }], Episodes: unreadableYear }, fires: [] },
]
