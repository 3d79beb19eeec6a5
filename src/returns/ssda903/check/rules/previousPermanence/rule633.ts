import { eachRow, type ChildRule } from '../../rule.ts'

export const rule633: ChildRule = {
  code: '633',
  meaning: 'The authority that arranged the earlier permanence is not one of the codes.',
  mend: 'Give its three-digit DfE number, or NIR, SCO, WAL, NUK (outside the United Kingdom) or 999 (not known).',
  who: 'social worker',
  fields: ['LA_PERM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['LA_PERM'] },
  // CON is a code of the place where a child lives now, never of this. Blank is usual: nothing obliges to give it.
  check: eachRow('PrevPerm', ({ LA_PERM }, { authorities, codes }) => {
    if (LA_PERM === '' || authorities.has(LA_PERM)) return false
    return LA_PERM === 'CON' || !codes('PL_LA_SPECIAL').has(LA_PERM)
  }),
  cases: [
    { says: 'a number no authority has', given: { PrevPerm: [{ LA_PERM: '111' }] }, fires: [['PrevPerm', 0]] },
    { says: 'a name', given: { PrevPerm: [{ LA_PERM: 'Haringey' }] }, fires: [['PrevPerm', 0]] },
    { says: 'confidential', given: { PrevPerm: [{ LA_PERM: 'CON' }] }, fires: [['PrevPerm', 0]] },
    { says: 'Haringey', given: { PrevPerm: [{ LA_PERM: '309' }] }, fires: [] },
    {
      says: 'outside England, and not known',
      given: { PrevPerm: [{ LA_PERM: 'SCO' }, { LA_PERM: 'WAL' }, { LA_PERM: 'NIR' }, { LA_PERM: 'NUK' }, { LA_PERM: '999' }] },
      fires: [],
    },
    { says: 'blank', given: { PrevPerm: [{ PREV_PERM: 'P1' }] }, fires: [] },
  ],
}
