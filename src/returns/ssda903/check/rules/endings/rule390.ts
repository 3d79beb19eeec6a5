import { isAdopted, isPlacedForAdoption } from '../../adoption.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule390: ChildRule = {
  code: '390',
  meaning: 'Care ended with adoption, but the child was not placed for adoption in that episode.',
  mend: 'Add the episode in which the child was placed for adoption (A3 to A6), or put right the reason care ended.',
  who: 'adoption team',
  fields: ['PLACE', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'REC'] },
  // "Previously" might mean any earlier episode; the fields marked and format notes 3.6 mean the one that adoption ended.
  check: eachRow('Episodes', (episode, { codes }) =>
    isAdopted(episode) && !isPlacedForAdoption(episode) && codes('PLACE').has(episode.PLACE)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'from a foster home',
    given: { Episodes: [{ PLACE: 'U5', REC: 'E11' }, { PLACE: 'U6', REC: 'E12' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'placed for adoption earlier, but not to the end',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'A6', REC: 'X1' }, { DECOM: '01/06/2025', PLACE: 'U6', REC: 'E12' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'from every placement for adoption',
    given: {
      Episodes: [
        { PLACE: 'A3', REC: 'E11' },
        { PLACE: 'A4', REC: 'E11' },
        { PLACE: 'A5', REC: 'E12' },
        { PLACE: 'A6', REC: 'E12' },
      ],
    },
    fires: [],
  },
  { says: 'a placement that is no code', given: { Episodes: [{ PLACE: '', REC: 'E11' }] }, fires: [] },
  { says: 'another end', given: { Episodes: [{ PLACE: 'U6', REC: 'E45' }] }, fires: [] },
]
