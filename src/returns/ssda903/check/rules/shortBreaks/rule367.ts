import { addMonths, earlier, later, type LocalDate } from '../../../../../core/time/localDate.ts'
import { ranTo } from '../../chain.ts'
import type { CheckContext } from '../../context.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import type { ChildRows, EpisodeRow } from '../../rows.ts'

/** Days of short breaks that may be had in twelve months. */
const LIMIT = 75

interface Break {
  readonly episode: EpisodeRow
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * Care Planning, Placement and Case Review (England) Regulations 2010 reg. 48. V3 alone: V4 records an agreement, not the
 * days. Days are counted as rule 365 counts them. A break with a date that cannot be read is not counted: what is over the
 * limit without it is over with it.
 */
export const rule367: ChildRule = {
  code: '367',
  meaning: 'The child had more than 75 days of short breaks within twelve months.',
  mend: 'Put right the dates; if the days are right these were no short breaks: give the legal status that held.',
  who: 'social worker',
  fields: ['LS', 'DECOM', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'LS', 'DEC'] },
  check(child, context, mark) {
    const breaks = breaksOf(child, context)
    if (daysOf(breaks) <= LIMIT) return
    const over = new Set<EpisodeRow>()
    // The fullest twelve months begin with a break or end with one: no others need be tried.
    for (const start of breaks.flatMap(({ from, to }) => [from, addMonths(to, -12)])) {
      const end = addMonths(start, 12)
      const within = breaks
        .filter(({ from, to }) => from < end && to > start)
        .map(({ episode, from, to }) => ({ episode, from: later(from, start), to: earlier(to, end) }))
      if (daysOf(within) > LIMIT) for (const { episode } of within) over.add(episode)
    }
    for (const episode of over) mark(episode)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: '76 days',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', LS: 'V3', DEC: '16/05/2025' },
        { DECOM: '01/06/2025', LS: 'V3', DEC: '16/06/2025' },
        { DECOM: '01/07/2025', LS: 'V3', DEC: '16/07/2025' },
        { DECOM: '01/08/2025', LS: 'V3', DEC: '16/08/2025' },
        { DECOM: '01/09/2025', LS: 'V3', DEC: '16/09/2025' },
        { DECOM: '01/10/2025', LS: 'V3', DEC: '02/10/2025' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 1], ['Episodes', 2], ['Episodes', 3], ['Episodes', 4], ['Episodes', 5]],
  },
  {
    says: '75 days',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', LS: 'V3', DEC: '16/05/2025' },
        { DECOM: '01/06/2025', LS: 'V3', DEC: '16/06/2025' },
        { DECOM: '01/07/2025', LS: 'V3', DEC: '16/07/2025' },
        { DECOM: '01/08/2025', LS: 'V3', DEC: '16/08/2025' },
        { DECOM: '01/09/2025', LS: 'V3', DEC: '16/09/2025' },
      ],
    },
    fires: [],
  },
  {
    says: '77 days in all, but never more than 75 within twelve months',
    given: {
      Episodes: [
        { DECOM: '20/03/2025', LS: 'V3', DEC: '05/04/2025' },
        { DECOM: '01/06/2025', LS: 'V3', DEC: '16/06/2025' },
        { DECOM: '01/07/2025', LS: 'V3', DEC: '16/07/2025' },
        { DECOM: '01/08/2025', LS: 'V3', DEC: '16/08/2025' },
        { DECOM: '15/03/2026', LS: 'V3', DEC: '31/03/2026' },
      ],
    },
    fires: [],
  },
  {
    says: 'the agreement of a series is not counted',
    given: { Episodes: [{ DECOM: '01/05/2025', LS: 'V4', DEC: '01/09/2025' }] },
    fires: [],
  },
  {
    says: 'one end cannot be read, and the others stay within the limit',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', LS: 'V3', DEC: 'May' },
        { DECOM: '01/06/2025', LS: 'V3', DEC: '16/06/2025' },
      ],
    },
    fires: [],
  },
]

function breaksOf(child: ChildRows, context: CheckContext): readonly Break[] {
  const breaks: Break[] = []
  for (const episode of child.Episodes) {
    if (episode.LS !== 'V3' || episode.DECOM === null) continue
    const to = ranTo(episode, child, context)
    if (to !== undefined && to > episode.DECOM) breaks.push({ episode, from: episode.DECOM, to })
  }
  return breaks
}

function daysOf(breaks: readonly Break[]): number {
  return breaks.reduce((days, { from, to }) => days + (to - from), 0)
}
