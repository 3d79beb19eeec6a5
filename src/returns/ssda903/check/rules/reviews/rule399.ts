import { isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule399: ChildRule = {
  code: '399',
  meaning: 'The child has only short breaks (V3 or V4), for whom the return asks neither motherhood nor reviews, and one of them is given.',
  mend: 'Leave MOTHER and the reviews out, or check the legal status.',
  who: 'returns team',
  fields: ['MOTHER', 'LS', 'REVIEW', 'REVIEW_CODE'],
  years: { from: 2023 },
  reads: { Episodes: ['LS'], Header: ['MOTHER'], Reviews: ['REVIEW', 'REVIEW_CODE'] },
  check({ Episodes, Header, Reviews }, _context, mark) {
    // A child who is also looked after under another status in the year has reviews, and may be a mother, by right of that.
    if (Episodes.length === 0 || !Episodes.every(isShortBreak)) return
    let found = false
    for (const row of Header) {
      if (row.MOTHER === '') continue
      mark(row, ['MOTHER'])
      found = true
    }
    for (const row of Reviews) {
      const given = (['REVIEW', 'REVIEW_CODE'] as const).filter((column) => !isBlank(row, column))
      if (given.length === 0) continue
      mark(row, given)
      found = true
    }
    if (found) for (const row of Episodes) mark(row, ['LS'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a review',
    given: { Episodes: [{ LS: 'V3' }], Header: [{}], Reviews: [{ REVIEW: '30/09/2025', REVIEW_CODE: 'PN1' }] },
    fires: [['Episodes', 0, ['LS']], ['Reviews', 0, ['REVIEW', 'REVIEW_CODE']]],
  },
  {
    says: 'a mother',
    given: { Episodes: [{ LS: 'V4' }, { LS: 'V3' }], Header: [{ MOTHER: '1' }] },
    fires: [['Episodes', 0, ['LS']], ['Episodes', 1, ['LS']], ['Header', 0, ['MOTHER']]],
  },
  {
    says: 'a way of taking part and no day',
    given: { Episodes: [{ LS: 'V3' }], Reviews: [{ REVIEW_CODE: 'PN1' }] },
    fires: [['Episodes', 0, ['LS']], ['Reviews', 0, ['REVIEW_CODE']]],
  },
  { says: 'neither', given: { Episodes: [{ LS: 'V3' }], Header: [{}] }, fires: [] },
  {
    says: 'short breaks, and accommodated later',
    given: { Episodes: [{ LS: 'V3' }, { LS: 'V2' }], Header: [{ MOTHER: '0' }], Reviews: [{ REVIEW: '30/09/2025', REVIEW_CODE: 'PN1' }] },
    fires: [],
  },
  { says: 'no episodes', given: { Reviews: [{ REVIEW: '30/09/2025', REVIEW_CODE: 'PN1' }] }, fires: [] },
]
