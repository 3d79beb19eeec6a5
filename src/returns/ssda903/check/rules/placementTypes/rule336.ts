import { isPlacedForAdoption } from '../../adoption.ts'
import { carriesOn } from '../../care.ts'
import { eachNext } from '../../chain.ts'
import { isFostered } from '../../placementTypes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule336: ChildRule = {
  code: '336',
  meaning: 'The child was placed for adoption with their own foster carers, but was not fostered just before.',
  mend: 'Put right the placement before; or, if the adopters had not fostered the child, give A4 or A6.',
  who: 'adoption team',
  fields: ['PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'REC'] },
  check(child, { codes }, mark) {
    // Placements A3 and A5: the others are with new carers. A placement for adoption may go on under another code (format
    // notes 3.6). Where care started so, or the record begins there, nothing before it is known.
    eachNext(child, (before, next) => {
      if ((next.PLACE !== 'A3' && next.PLACE !== 'A5') || !carriesOn(before, next)) return
      if (!isFostered(before) && !isPlacedForAdoption(before) && codes('PLACE').has(before.PLACE)) mark(next)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'from a children’s home',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'K2', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'T', PLACE: 'A3' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'from a foster home',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U5', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'T', PLACE: 'A3' }] },
    fires: [],
  },
  {
    says: 'consent first, then a placement order',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'A3', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'U', PLACE: 'A5' }] },
    fires: [],
  },
  {
    says: 'a foster home, but not just before',
    given: {
      Episodes: [
        { DECOM: '01/04/2025', PLACE: 'U5', REC: 'X1' },
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'K2', REC: 'X1' },
        { DECOM: '01/06/2025', RNE: 'T', PLACE: 'A5' },
      ],
    },
    fires: [['Episodes', 2]],
  },
  {
    says: 'placed with other adopters',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'K2', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P', PLACE: 'A4' }] },
    fires: [],
  },
  { says: 'care started so', given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'S', PLACE: 'A3' }] }, fires: [] },
  {
    says: 'a placement before that is no code',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U9', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'T', PLACE: 'A3' }] },
    fires: [],
  },
]
