import { lookedAfterAllYear } from '../../care.ts'
import { anyGiven, markGiven } from '../../given.ts'
import { cohortReads, outcomeColumns } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule190: ChildRule = {
  code: '190',
  meaning: 'Health and outcomes are given for a child who was not looked after for the twelve months to 31 March.',
  mend: 'Take them out, or mend the episodes.',
  who: 'health lead',
  fields: outcomeColumns,
  years: { from: 2023 },
  reads: { OC2: outcomeColumns, Episodes: cohortReads },
  check: (child, context, mark) => {
    const told = child.OC2.filter((row) => anyGiven(row, outcomeColumns))
    if (told.length === 0 || lookedAfterAllYear(child, context) !== false) return
    for (const row of told) markGiven(row, outcomeColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'came into care on 2 April',
    given: { OC2: [{ TEETH_CHECK: '0', CONVICTED: '0', SDQ_SCORE: '12' }], Episodes: partYear },
    fires: [['OC2', 0, ['CONVICTED', 'TEETH_CHECK']]],
  },
  {
    says: 'left care on 30 March, left care on 31 March',
    given: {
      OC2: [{ TEETH_CHECK: '1' }, { CHILD: '2', TEETH_CHECK: '1' }],
      Episodes: [{ ...allYear[0], DEC: '30/03/2026', REC: 'E4A' }, { CHILD: '2', ...allYear[0], DEC: '31/03/2026', REC: 'E4A' }],
    },
    fires: [['OC2', 0, ['TEETH_CHECK']]],
  },
  { says: 'short breaks', given: { OC2: [{ TEETH_CHECK: '1' }], Episodes: [{ ...allYear[0], LS: 'V4' }] }, fires: [['OC2', 0, ['TEETH_CHECK']]] },
  { says: 'looked after all year', given: { OC2: [{ TEETH_CHECK: '1' }], Episodes: allYear }, fires: [] },
  { says: 'only a score: that is rule 185', given: { OC2: [{ SDQ_SCORE: '12' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ TEETH_CHECK: '1' }], Episodes: unreadableYear }, fires: [] },
]
