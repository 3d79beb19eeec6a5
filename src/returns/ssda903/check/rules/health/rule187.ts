import { adoptionColumns } from '../../adoption.ts'
import { endsCare, lookedAfterAllYear } from '../../care.ts'
import { careLeaverColumns } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import { cohortReads } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule187: ChildRule = {
  code: '187',
  meaning: 'Details of an adoption or care leaver information are given for a child who was looked after for the twelve months to 31 March.',
  mend: 'Take out the adoption or care leaver information, or close the episodes if the child left care.',
  who: 'returns team',
  fields: [...adoptionColumns, ...careLeaverColumns],
  years: { from: 2023 },
  reads: { OC3: careLeaverColumns, AD1: adoptionColumns, Episodes: cohortReads },
  // A child who left care on 31 March itself was looked after all year and left it in the year: both may be told.
  check: (child, context, mark) => {
    if (child.AD1.length === 0 && child.OC3.length === 0) return
    if (lookedAfterAllYear(child, context) !== true) return
    if (child.Episodes.some((episode) => episode.DEC === context.end && endsCare(episode))) return
    for (const row of child.AD1) markGiven(row, adoptionColumns, mark)
    for (const row of child.OC3) markGiven(row, careLeaverColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'looked after all year',
    given: { Episodes: allYear, AD1: [{ DATE_MATCH: '01/05/2025' }], OC3: [{ IN_TOUCH: 'YES', ACTIV: '0' }] },
    fires: [['AD1', 0, ['DATE_MATCH']], ['OC3', 0, ['IN_TOUCH', 'ACTIV']]],
  },
  { says: 'rows with nothing in them', given: { Episodes: allYear, AD1: [{}], OC3: [{}] }, fires: [] },
  {
    says: 'adopted on 30 March, adopted on 31 March',
    given: {
      Episodes: [
        { ...allYear[0], DEC: '30/03/2026', REC: 'E12' },
        { CHILD: '2', ...allYear[0], DEC: '31/03/2026', REC: 'E12' },
      ],
      AD1: [{ FOSTER_CARE: '0' }, { CHILD: '2', FOSTER_CARE: '0' }],
    },
    fires: [],
  },
  {
    says: 'adopted on a day that is not given',
    given: { Episodes: [{ ...allYear[0], REC: 'E12' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [],
  },
  { says: 'not looked after all year', given: { Episodes: partYear, OC3: [{ IN_TOUCH: 'YES' }] }, fires: [] },
  { says: 'nobody can tell', given: { Episodes: unreadableYear, OC3: [{ IN_TOUCH: 'YES' }] }, fires: [] },
]
