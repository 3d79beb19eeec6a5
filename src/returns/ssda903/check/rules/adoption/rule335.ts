import { lastEpisode } from '../../lastEpisode.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

// A1 and A2 went out of use with the Adoption and Children Act 2002; the rule still names them.
const withFosterCarers: ReadonlySet<string> = new Set(['A2', 'A3', 'A5'])
const withOthers: ReadonlySet<string> = new Set(['A1', 'A4', 'A6'])

export const rule335: ChildRule = {
  code: '335',
  meaning: 'Whether the adopters had fostered the child does not agree with the last placement.',
  mend: 'Give 1 with a last placement A3 or A5 (with the foster carers), 0 with A4 or A6; or mend the placement.',
  who: 'adoption team',
  fields: ['PLACE', 'FOSTER_CARE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE'], AD1: ['FOSTER_CARE'] },
  check: (child, _context, mark) => {
    if (child.AD1.length === 0) return
    const last = lastEpisode(child)
    if (last === undefined) return
    const against = withFosterCarers.has(last.PLACE) ? '0' : withOthers.has(last.PLACE) ? '1' : null
    for (const row of child.AD1) {
      if (row.FOSTER_CARE !== against) continue
      mark(last, ['PLACE'])
      mark(row, ['FOSTER_CARE'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'adopted by foster carers, said to be by others',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'A5' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [['Episodes', 0, ['PLACE']], ['AD1', 0, ['FOSTER_CARE']]],
  },
  {
    says: 'adopted by others, said to be by foster carers',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'A4' }], AD1: [{ FOSTER_CARE: '1' }] },
    fires: [['Episodes', 0, ['PLACE']], ['AD1', 0, ['FOSTER_CARE']]],
  },
  {
    says: 'the last placement counts, wherever it stands in the file',
    given: { Episodes: [{ DECOM: '01/09/2025', PLACE: 'A6' }, { DECOM: '01/05/2025', PLACE: 'A5' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [],
  },
  { says: 'in agreement', given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'A3' }], AD1: [{ FOSTER_CARE: '1' }] }, fires: [] },
  { says: 'not placed for adoption at last', given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U5' }], AD1: [{ FOSTER_CARE: '0' }] }, fires: [] },
  {
    says: 'an episode that may be the last cannot be placed',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'A5' }, { DECOM: '31/09/2025', PLACE: 'A6' }], AD1: [{ FOSTER_CARE: '0' }] },
    fires: [],
  },
]
