import { addMonths } from '../../../../../core/time/localDate.ts'
import { stretches, type Started } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule377: ChildRule = {
  code: '377',
  meaning: 'The child had more than two temporary placements within twelve months while the foster carers were on holiday.',
  mend: 'Put right the type of the placements; a third such stay is a placement of its own.',
  who: 'placements team',
  fields: ['PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'REC'] },
  check(child, _context, mark) {
    if (!child.Episodes.some(({ PLACE }) => PLACE === 'T3')) return
    // Placements, not episodes: a new legal status alone does not make another. They count by the day they began.
    const stays = stretches(child, ({ PLACE }) => PLACE === 'T3', (_before, { RNE }) => RNE === 'L')
    const tooMany = new Set<Started>()
    for (const [at, [first]] of stays.entries()) {
      const third = stays[at + 2]?.[0]
      if (first === undefined || third === undefined || third.DECOM >= addMonths(first.DECOM, 12)) continue
      for (const episode of stays.slice(at, at + 3).flat()) tooMany.add(episode)
    }
    for (const episode of tooMany) mark(episode)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'three in a year',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
        { DECOM: '10/05/2025', RNE: 'P', PLACE: 'U4', REC: 'X1' },
        { DECOM: '01/08/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
        { DECOM: '10/08/2025', RNE: 'P', PLACE: 'U4', REC: 'X1' },
        { DECOM: '01/12/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 2], ['Episodes', 4]],
  },
  {
    says: 'two in a year',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
        { DECOM: '10/05/2025', RNE: 'P', PLACE: 'U4', REC: 'X1' },
        { DECOM: '01/08/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
      ],
    },
    fires: [],
  },
  {
    says: 'two, one of them in two episodes for a new legal status',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
        { DECOM: '05/05/2025', RNE: 'L', PLACE: 'T3', REC: 'X1' },
        { DECOM: '10/05/2025', RNE: 'P', PLACE: 'U4', REC: 'X1' },
        { DECOM: '01/08/2025', RNE: 'P', PLACE: 'T3', REC: 'X1' },
      ],
    },
    fires: [],
  },
  {
    says: 'the third a day before twelve months have passed, and when they have',
    given: {
      Episodes: [
        { DECOM: '25/03/2025', PLACE: 'T3', RNE: 'P' }, { DECOM: '01/08/2025', PLACE: 'T3', RNE: 'P' }, { DECOM: '24/03/2026', PLACE: 'T3', RNE: 'P' },
        { CHILD: '2', DECOM: '25/03/2025', PLACE: 'T3', RNE: 'P' }, { CHILD: '2', DECOM: '01/08/2025', PLACE: 'T3', RNE: 'P' },
        { CHILD: '2', DECOM: '25/03/2026', PLACE: 'T3', RNE: 'P' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 1], ['Episodes', 2]],
  },
]
