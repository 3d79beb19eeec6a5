import { isAdopted, isPlacedForAdoption } from '../../adoption.ts'
import { endsCare } from '../../care.ts'
import { anyBlank } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const reversal = ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] as const

/** Legal statuses that rest on the decision: the placement order, and the freeing order that came before it. */
const orders: ReadonlySet<string> = new Set(['E1', 'D1'])

export const rule557: ChildRule = {
  code: '557',
  meaning: 'It was decided that the child should be placed for adoption, the child left care without being adopted, and the decision was not reversed.',
  mend: 'Give the day and the reason of the reversal, or mend why the child left care.',
  who: 'adoption team',
  fields: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED', 'PLACE', 'LS', 'REC'],
  // The list calls it newly defined for 2025, under words that 2024 has already: what changed is not known.
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC', 'PLACE', 'LS'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
  // The fields name PLACE and LS: a child who left from a placement for adoption or under a placement order had a decision
  // too, even when no row of decisions says so, or none with its day. Every other way of leaving counts, a death and a
  // transfer too.
  check: ({ Episodes, PlacedAdoption }, _context, mark) => {
    for (const left of Episodes) {
      if (!endsCare(left) || isAdopted(left)) continue
      const { DEC } = left
      // A decision whose day is not known may be the one; a reversal of it, told in full, answers for it.
      const about = PlacedAdoption.filter((row) => DEC === null || row.DATE_PLACED === null || row.DATE_PLACED <= DEC)
      const shown = (isPlacedForAdoption(left) || orders.has(left.LS)) && about.every((row) => anyBlank(row, reversal))
      const standing = about.filter((row) => anyBlank(row, reversal) && (shown || (DEC !== null && row.DATE_PLACED !== null)))
      if (standing.length === 0 && !shown) continue
      for (const row of standing) mark(row, reversal)
      mark(left, ['PLACE', 'LS', 'REC'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'went home, the decision standing',
    given: { Episodes: [{ DEC: '01/02/2026', REC: 'E4A', PLACE: 'U6', LS: 'C2' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']], ['Episodes', 0, ['PLACE', 'LS', 'REC']]],
  },
  {
    says: 'a reversal without its reason',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E45', PLACE: 'U1', LS: 'C2' }],
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025' }],
    },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']], ['Episodes', 0, ['PLACE', 'LS', 'REC']]],
  },
  {
    says: 'left a placement for adoption; a placement order; neither with a row of decisions',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E4A', PLACE: 'A4', LS: 'V2' }, { CHILD: '2', DEC: '01/02/2026', REC: 'E4A', PLACE: 'U6', LS: 'E1' }],
    },
    fires: [['Episodes', 0, ['PLACE', 'LS', 'REC']], ['Episodes', 1, ['PLACE', 'LS', 'REC']]],
  },
  {
    says: 'left a placement for adoption; the row of decisions has no day, or one that cannot be read',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E4A', PLACE: 'A4', LS: 'V2' }, { CHILD: '2', DEC: '01/02/2026', REC: 'E4A', PLACE: 'U6', LS: 'E1' }],
      PlacedAdoption: [{}, { CHILD: '2', DATE_PLACED: '31/04/2024' }],
    },
    fires: [
      ['Episodes', 0, ['PLACE', 'LS', 'REC']], ['PlacedAdoption', 0, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']],
      ['Episodes', 1, ['PLACE', 'LS', 'REC']], ['PlacedAdoption', 1, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']],
    ],
  },
  {
    says: 'left a placement for adoption, came back and was decided for only then',
    given: {
      Episodes: [{ DEC: '01/06/2025', REC: 'E4A', PLACE: 'A4', LS: 'V2' }, { PLACE: 'U6', LS: 'C2' }],
      PlacedAdoption: [{ DATE_PLACED: '02/06/2025' }],
    },
    fires: [['Episodes', 0, ['PLACE', 'LS', 'REC']]],
  },
  {
    says: 'left a placement for adoption on a day that is not given',
    given: { Episodes: [{ REC: 'E4A', PLACE: 'A4', LS: 'V2' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [['Episodes', 0, ['PLACE', 'LS', 'REC']], ['PlacedAdoption', 0, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']]],
  },
  {
    says: 'left a placement for adoption, a reversal without the day of the decision: that is rule 563',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E4A', PLACE: 'A4', LS: 'V2' }],
      PlacedAdoption: [{ DATE_PLACED_CEASED: '01/09/2025', REASON_PLACED_CEASED: 'RD4' }],
    },
    fires: [],
  },
  {
    says: 'reversed',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E45', PLACE: 'U1', LS: 'E1' }],
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025', REASON_PLACED_CEASED: 'RD4' }],
    },
    fires: [],
  },
  {
    says: 'adopted',
    given: { Episodes: [{ DEC: '01/02/2026', REC: 'E12', PLACE: 'A6', LS: 'E1' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'went home and came back before it was decided',
    given: { Episodes: [{ DEC: '01/06/2025', REC: 'E4A', PLACE: 'U6', LS: 'C2' }, { PLACE: 'U6', LS: 'C2' }], PlacedAdoption: [{ DATE_PLACED: '02/06/2025' }] },
    fires: [],
  },
  {
    says: 'decided the day the child went home',
    given: { Episodes: [{ DEC: '01/06/2025', REC: 'E4A', PLACE: 'U6', LS: 'C2' }], PlacedAdoption: [{ DATE_PLACED: '01/06/2025' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']], ['Episodes', 0, ['PLACE', 'LS', 'REC']]],
  },
]
