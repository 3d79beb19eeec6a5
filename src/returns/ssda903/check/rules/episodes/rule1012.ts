import { touchesYear } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1012: ChildRule = {
  code: '1012',
  meaning: 'The young person stands in the return only as a care leaver, with no episode in the year, and yet something else was given about them.',
  mend: 'Take out what does not belong to a care leaver, or add the episode that is missing.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'], OC3: [] },
  // A table that was not given holds nothing that would have to be taken out: the others are looked at without it.
  readsIfGiven: {
    UASC: [], Reviews: [], OC2: [], AD1: [], PlacedAdoption: [], PrevPerm: [], Missing: [], SWEpisodes: [], DoLo: [],
  },
  check(child, context, mark) {
    if (child.OC3.length === 0) return
    // An episode whose dates do not tell may be one of this year.
    if (child.Episodes.some((episode) => touchesYear(episode, child, context) !== false)) return
    // The Header is not "other data": every child of the return has it.
    const other = [
      child.Episodes, child.UASC, child.Reviews, child.OC2, child.AD1, child.PlacedAdoption, child.PrevPerm, child.Missing,
      child.SWEpisodes, child.DoLo,
    ]
    for (const rows of other) for (const row of rows) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a care leaver with a review and a health record',
    given: { Header: [{}], OC3: [{ IN_TOUCH: 'YES' }], Reviews: [{ REVIEW: '01/06/2025' }], OC2: [{}] },
    fires: [['Reviews', 0], ['OC2', 0]],
  },
  { says: 'a care leaver with a social worker', given: { OC3: [{}], SWEpisodes: [{}] }, fires: [['SWEpisodes', 0]] },
  { says: 'a care leaver with nothing else', given: { Header: [{}], OC3: [{ IN_TOUCH: 'YES' }] }, fires: [] },
  {
    says: 'an episode that ended on 1 April is one of the year',
    given: { OC3: [{}], Reviews: [{}], Episodes: [{ DECOM: '01/06/2020', DEC: '01/04/2025' }] },
    fires: [],
  },
  {
    says: 'an episode that ended on 31 March before is not, and should not be given',
    given: { OC3: [{}], Reviews: [{}], Episodes: [{ DECOM: '01/06/2020', DEC: '31/03/2025' }] },
    fires: [['Reviews', 0], ['Episodes', 0]],
  },
  {
    says: 'an episode whose end cannot be read',
    given: { OC3: [{}], Reviews: [{}], Episodes: [{ DECOM: '01/06/2020', DEC: 'March' }] },
    fires: [],
  },
  { says: 'a child who is no care leaver', given: { Reviews: [{}] }, fires: [] },
]
