import type { LocalDate } from '../../../../../core/time/localDate.ts'
import { endsCare } from '../../care.ts'
import { isOrderKnown } from '../../chain.ts'
import type { ChildRows, EpisodeRow } from '../../rows.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule117: ChildRule = {
  code: '117',
  meaning: 'A decision that the child should be placed for adoption was made or reversed after the year ended, or after the child left care.',
  mend: 'Check the day of the decision and of its reversal, and the day the child left care.',
  who: 'adoption team',
  fields: ['DATE_PLACED_CEASED', 'DATE_PLACED', 'DEC', 'REC', 'DECOM'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED_CEASED', 'DATE_PLACED'], Episodes: ['DECOM', 'DEC', 'REC'] },
  check: (child, { end }, mark) => {
    for (const row of child.PlacedAdoption) {
      const late: string[] = []
      for (const column of ['DATE_PLACED_CEASED', 'DATE_PLACED'] as const) {
        const day = row[column]
        const episode = day === null ? undefined : leftBefore(child, day)
        if (episode !== undefined) mark(episode, ['DEC', 'REC', 'DECOM'])
        if (day !== null && (day > end || episode !== undefined)) late.push(column)
      }
      if (late.length > 0) mark(row, late)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided on the last day of the year, reversed the day after',
    given: { PlacedAdoption: [{ DATE_PLACED: '31/03/2026', DATE_PLACED_CEASED: '01/04/2026' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']]],
  },
  {
    says: 'reversed the day after the child left care',
    given: {
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '02/09/2025' }],
      Episodes: [{ DECOM: '01/02/2024', DEC: '01/09/2025', REC: 'E45' }],
    },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']], ['Episodes', 0, ['DEC', 'REC', 'DECOM']]],
  },
  {
    says: 'reversed the day the child left care',
    given: {
      PlacedAdoption: [{ DATE_PLACED: '01/05/2024', DATE_PLACED_CEASED: '01/09/2025' }],
      Episodes: [{ DECOM: '01/02/2024', DEC: '01/09/2025', REC: 'E45' }],
    },
    fires: [],
  },
  {
    says: 'both after the child left care',
    given: {
      PlacedAdoption: [{ DATE_PLACED: '02/09/2025', DATE_PLACED_CEASED: '03/09/2025' }],
      Episodes: [{ DECOM: '01/02/2024', DEC: '01/09/2025', REC: 'E4A' }],
    },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED', 'DATE_PLACED']], ['Episodes', 0, ['DEC', 'REC', 'DECOM']]],
  },
  {
    says: 'decided after the child came back into care',
    given: {
      PlacedAdoption: [{ DATE_PLACED: '01/12/2025' }],
      Episodes: [{ DECOM: '01/02/2024', DEC: '01/06/2025', REC: 'E4A' }, { DECOM: '01/12/2025' }],
    },
    fires: [],
  },
  {
    says: 'an episode ended, the care did not',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/12/2025' }], Episodes: [{ DECOM: '01/02/2024', DEC: '01/06/2025', REC: 'X1' }] },
    fires: [],
  },
  {
    says: 'the day another episode began cannot be read',
    given: {
      PlacedAdoption: [{ DATE_PLACED: '01/12/2025' }],
      Episodes: [{ DECOM: '01/02/2024', DEC: '01/06/2025', REC: 'E4A' }, { DECOM: '31/11/2025' }],
    },
    fires: [],
  },
]

/** The episode with which a child had left care before a day; undefined when the child was in care, or nobody can tell. */
function leftBefore(child: ChildRows, day: LocalDate): EpisodeRow | undefined {
  if (!isOrderKnown(child)) return undefined
  const last = child.Episodes.findLast(({ DECOM }) => DECOM !== null && DECOM <= day)
  return last !== undefined && last.DEC !== null && last.DEC < day && endsCare(last) ? last : undefined
}
