import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** The other reasons for a new episode there are. */
const others: ReadonlySet<string> = new Set(['L', 'P', 'B'])

export const rule217: ChildRule = {
  code: '217',
  meaning: 'The child was placed for adoption with their own foster carers, but the reason for the new episode says otherwise.',
  mend: 'Give T or U, as the carers stay the same; S if care started so. If the carers are others, give placement A4 or A6.',
  who: 'adoption team',
  fields: ['PLACE', 'DECOM', 'RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['RNE', 'PLACE'] },
  // So says the message of L too, though a legal status may change while such a placement goes on.
  check: eachRow('Episodes', ({ RNE, PLACE }) => (PLACE === 'A3' || PLACE === 'A5') && others.has(RNE)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'P and B say that the carers changed',
    given: { Episodes: [{ RNE: 'P', PLACE: 'A3' }, { RNE: 'B', PLACE: 'A5' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  { says: 'L says that the placement did not', given: { Episodes: [{ RNE: 'L', PLACE: 'A5' }] }, fires: [['Episodes', 0]] },
  {
    says: 'S, T and U',
    given: { Episodes: [{ RNE: 'S', PLACE: 'A3' }, { RNE: 'T', PLACE: 'A3' }, { RNE: 'U', PLACE: 'A5' }] },
    fires: [],
  },
  {
    says: 'placed with other adopters',
    given: { Episodes: [{ RNE: 'P', PLACE: 'A4' }, { RNE: 'B', PLACE: 'A6' }] },
    fires: [],
  },
  { says: 'a reason that is no code', given: { Episodes: [{ RNE: 'X', PLACE: 'A3' }] }, fires: [] },
]
