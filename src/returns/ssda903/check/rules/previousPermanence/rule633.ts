import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule633: ChildRule = {
  code: '633',
  meaning: 'The authority that arranged the earlier permanence is not one of the codes.',
  mend: 'Give its three-digit DfE number, or NIR, SCO, WAL, NUK (outside the United Kingdom) or 999 (not known).',
  who: 'social worker',
  fields: ['LA_PERM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['LA_PERM'] },
  // The authority arranged it in its day and may have ended since. One that is yet to come has arranged nothing. CON is a
  // code of the place where a child lives now, never of this. Blank is usual: nothing obliges to give it.
  check: eachRow('PrevPerm', ({ LA_PERM }, { authoritiesToDate, codes }) => {
    if (LA_PERM === '' || authoritiesToDate.has(LA_PERM)) return false
    return LA_PERM === 'CON' || !codes('PL_LA_SPECIAL').has(LA_PERM)
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'a number no authority has', given: { PrevPerm: [{ LA_PERM: '111' }] }, fires: [['PrevPerm', 0]] },
  { says: 'a name', given: { PrevPerm: [{ LA_PERM: 'Haringey' }] }, fires: [['PrevPerm', 0]] },
  { says: 'confidential', given: { PrevPerm: [{ LA_PERM: 'CON' }] }, fires: [['PrevPerm', 0]] },
  { says: 'Haringey', given: { PrevPerm: [{ LA_PERM: '309' }] }, fires: [] },
  { says: 'Cumbria, which ended on 31 March 2023', given: { PrevPerm: [{ LA_PERM: '909', DATE_PERM: '01/06/2015' }] }, fires: [] },
  { says: 'Cumberland in the last year of Cumbria', year: 2023, given: { PrevPerm: [{ LA_PERM: '942' }] }, fires: [['PrevPerm', 0]] },
  { says: 'an invented authority', given: { PrevPerm: [{ LA_PERM: '990' }] }, fires: [['PrevPerm', 0]] },
  {
    says: 'outside England, and not known',
    given: { PrevPerm: [{ LA_PERM: 'SCO' }, { LA_PERM: 'WAL' }, { LA_PERM: 'NIR' }, { LA_PERM: 'NUK' }, { LA_PERM: '999' }] },
    fires: [],
  },
  { says: 'blank', given: { PrevPerm: [{ PREV_PERM: 'P1' }] }, fires: [] },
]
