import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { inOrder } from './order.ts'

/** From 2025 a handover of up to a week may overlap (format notes 2.11); before that, no day. */
const HANDOVER_DAYS = 7
const HANDOVER_SINCE = 2025

/**
 * The notes say that the handover rule also looks at gaps. The message speaks only of a start before the end, and it is
 * the message that is followed: a gap between two workers is not marked.
 */
export const ruleSW10STG2: ChildRule = {
  code: 'SW10STG2',
  meaning: 'A new social worker began before the one before had ended, by more than a handover of seven days (in 2023/24, by any).',
  mend: 'Correct the day the one ended or the other began.',
  who: 'returns team',
  fields: ['SW_DECOM'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC', 'SW_REASON'] },
  check: ({ SWEpisodes }, { ruleYear }, mark) => {
    const relaxed = ruleYear >= HANDOVER_SINCE
    const allowed = relaxed ? HANDOVER_DAYS : 0
    let until = Number.NEGATIVE_INFINITY
    for (const row of inOrder(SWEpisodes) ?? []) {
      // First contact or re-referral: the worker need not follow the one before (format notes 2.11).
      const exempt = relaxed && row.SW_REASON === 'FCONTA'
      if (!exempt && until - row.SW_DECOM > allowed) mark(row)
      if (row.SW_DEC !== null) until = Math.max(until, row.SW_DEC)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'eight days',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '09/09/2025' }, { SW_DECOM: '01/09/2025' }] },
    fires: [['SWEpisodes', 1]],
  },
  {
    says: 'seven days',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '08/09/2025' }, { SW_DECOM: '01/09/2025' }] },
    fires: [],
  },
  {
    says: 'eight days after a first contact',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '09/09/2025' }, { SW_DECOM: '01/09/2025', SW_REASON: 'FCONTA' }] },
    fires: [],
  },
  {
    says: 'a day, in the first year',
    year: 2024,
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_DEC: '02/09/2023' }, { SW_DECOM: '01/09/2023' }] },
    fires: [['SWEpisodes', 1]],
  },
  {
    says: 'the same day, in the first year',
    year: 2024,
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_DEC: '01/09/2023' }, { SW_DECOM: '01/09/2023' }] },
    fires: [],
  },
  {
    says: 'in another order in the file',
    given: { SWEpisodes: [{ SW_DECOM: '01/09/2025' }, { SW_DECOM: '01/05/2025', SW_DEC: '30/09/2025' }] },
    fires: [['SWEpisodes', 0]],
  },
  { says: 'a gap', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '01/06/2025' }, { SW_DECOM: '01/09/2025' }] }, fires: [] },
  {
    says: 'the one before is open: that is for rule SW08STG2',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }, { SW_DECOM: '01/09/2025' }] },
    fires: [],
  },
]
