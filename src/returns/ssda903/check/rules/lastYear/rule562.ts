import { ranTo } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

/** Fires for a child with no episodes last year too, beside rule NoE: both messages are true of them. */
export const rule562: ChildRule = {
  code: '562',
  meaning: 'The episode began before this collection year, but last year’s return has no open episode that began on that day.',
  mend: 'Put right the day it began; or last year’s return lacks the episode: tell the DfE.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'] },
  readsLast: { Episodes: ['DECOM', 'DEC'] },
  check(child, context, mark) {
    const lastYears = child.last?.Episodes ?? []
    for (const episode of child.Episodes) {
      const { DECOM } = episode
      if (DECOM === null || DECOM >= context.start) continue
      // One that ended before this year need not have been open.
      const to = ranTo(episode, child, context)
      if (to === undefined || to < context.start) continue
      // A date of last year's that cannot be read may be the one looked for.
      const goesOn = lastYears.some((last) =>
        (last.DECOM === DECOM && last.DEC === null) || isUnreadable(last, 'DECOM'))
      if (!goesOn) mark(episode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'open last year from another day',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '11/01/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'closed last year',
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '20/01/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'not in last year’s return at all', given: { Episodes: [{ DECOM: '31/03/2025' }] }, fires: [['Episodes', 0]] },
  {
    says: 'open last year from that day',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
  {
    says: 'begun on the first day of this year',
    last: { Episodes: [] },
    given: { Episodes: [{ DECOM: '01/04/2025' }] },
    fires: [],
  },
  {
    says: 'a start last year that cannot be read',
    last: { Episodes: [{ DECOM: 'January' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
  {
    says: 'ended before this year',
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '31/03/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', DEC: '31/03/2025' }] },
    fires: [],
  },
]
