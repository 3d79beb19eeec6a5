import { isoDate } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** The day from which supported accommodation for 16 and 17 year olds must be registered. */
const registration = isoDate('2023-10-28')

export const rule217t: ChildRule = {
  code: '217t',
  meaning: 'An episode that began on or after 28 October 2023 has independent living (P2) as its placement, which ended then.',
  mend: 'Give the type of placement that took its place, such as supported accommodation.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  // Temporary, in the collection year in which the day falls.
  years: { from: 2024, to: 2024 },
  reads: { Episodes: ['DECOM', 'PLACE'] },
  // By the day it began: of an episode that runs past the day the end would be marked too, and DEC is not among the fields.
  check: eachRow('Episodes', ({ DECOM, PLACE }) => PLACE === 'P2' && DECOM !== null && DECOM >= registration),
}

export const cases: readonly RuleCase[] = [
  { says: '28 October 2023', given: { Episodes: [{ DECOM: '28/10/2023', PLACE: 'P2' }] }, fires: [['Episodes', 0]] },
  { says: '27 October 2023', given: { Episodes: [{ DECOM: '27/10/2023', PLACE: 'P2' }] }, fires: [] },
  { says: 'supported accommodation', given: { Episodes: [{ DECOM: '28/10/2023', PLACE: 'H5' }] }, fires: [] },
]
