import { isAdopted } from '../../adoption.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule582: ChildRule = {
  code: '582',
  meaning: 'The child was matched with the adopters on the very day of the adoption order; the match is expected earlier.',
  mend: 'Check both days: one of them may have been copied to the other.',
  who: 'adoption team',
  fields: ['DEC', 'DATE_MATCH'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], AD1: ['DATE_MATCH'] },
  check: ({ AD1, Episodes }, _context, mark) => {
    for (const row of AD1) {
      if (row.DATE_MATCH === null) continue
      for (const episode of Episodes) {
        if (!isAdopted(episode) || episode.DEC !== row.DATE_MATCH) continue
        mark(episode, ['DEC'])
        mark(row, ['DATE_MATCH'])
      }
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the same day',
    given: { Episodes: [{ DEC: '01/02/2026', REC: 'E12' }], AD1: [{ DATE_MATCH: '01/02/2026' }] },
    fires: [['Episodes', 0, ['DEC']], ['AD1', 0, ['DATE_MATCH']]],
  },
  { says: 'matched the day before', given: { Episodes: [{ DEC: '01/02/2026', REC: 'E11' }], AD1: [{ DATE_MATCH: '31/01/2026' }] }, fires: [] },
  {
    says: 'an episode that ended otherwise',
    given: { Episodes: [{ DEC: '01/02/2026', REC: 'X1' }], AD1: [{ DATE_MATCH: '01/02/2026' }] },
    fires: [],
  },
  { says: 'neither day can be read', given: { Episodes: [{ DEC: '31/02/2026', REC: 'E11' }], AD1: [{ DATE_MATCH: '31/02/2026' }] }, fires: [] },
]
