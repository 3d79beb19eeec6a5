import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleSW06STG2: ChildRule = {
  code: 'SW06STG2',
  meaning: 'A social worker episode began after the year of the return.',
  mend: 'Correct the date, or leave the episode for the next return.',
  who: 'returns team',
  fields: ['SW_DECOM'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DECOM'] },
  // A start before the year is right for a worker who was there when it began (SW16bSTG2 asks for it); an episode that
  // was over by then is for rule SW07STG2. So only a start after 31 March lies outside the year.
  check: eachRow('SWEpisodes', ({ SW_DECOM }, { end }) => SW_DECOM !== null && SW_DECOM > end),
}

export const cases: readonly RuleCase[] = [
  { says: 'began on 1 April, after the year', given: { SWEpisodes: [{ SW_DECOM: '01/04/2026' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'began on 31 March', given: { SWEpisodes: [{ SW_DECOM: '31/03/2026' }] }, fires: [] },
  { says: 'began before the year and goes on', given: { SWEpisodes: [{ SW_DECOM: '01/02/2022' }] }, fires: [] },
  { says: 'a date that cannot be read', given: { SWEpisodes: [{ SW_DECOM: '31/04/2026' }] }, fires: [] },
]
