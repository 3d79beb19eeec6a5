import { lookedAfterAllYear } from '../../care.ts'
import { cohortReads } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule198: ChildRule = {
  code: '198',
  meaning: 'A reason for no strengths and difficulties score is given for a child who was not looked after for the twelve months to 31 March.',
  mend: 'Take out the reason, or mend the episodes.',
  who: 'health lead',
  fields: ['SDQ_REASON'],
  years: { from: 2023 },
  reads: { Episodes: cohortReads, OC2: ['SDQ_REASON'] },
  check: eachRow('OC2', ({ SDQ_REASON }, context, child) => SDQ_REASON !== '' && lookedAfterAllYear(child, context) === false),
}

export const cases: readonly RuleCase[] = [
  { says: 'came into care on 2 April', given: { OC2: [{ SDQ_REASON: 'SDQ1' }], Episodes: partYear }, fires: [['OC2', 0]] },
  {
    says: 'came into care on 1 April',
    given: { OC2: [{ SDQ_REASON: 'SDQ1' }], Episodes: [{ DECOM: '01/04/2025', RNE: 'S', LS: 'C2' }] },
    fires: [],
  },
  { says: 'looked after all year', given: { OC2: [{ SDQ_REASON: 'SDQ1' }], Episodes: allYear }, fires: [] },
  { says: 'no reason', given: { OC2: [{ SDQ_SCORE: '3' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ SDQ_REASON: 'SDQ1' }], Episodes: unreadableYear }, fires: [] },
]
