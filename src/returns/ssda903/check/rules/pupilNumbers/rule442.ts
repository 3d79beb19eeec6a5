import { isShortBreak } from '../../care.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule442: ChildRule = {
  code: '442',
  meaning: 'A child who was looked after in the year has no unique pupil number and no code that says why.',
  mend: 'Ask the school for the number, or give UN1 to UN5.',
  who: 'social worker',
  fields: ['UPN'],
  years: { from: 2023 },
  reads: { Header: ['UPN'], Episodes: ['LS'] },
  // Care leavers have no episode of the year, and children in a series of short breaks are not asked for it.
  check: eachRow('Header', ({ UPN }, _, { Episodes }) => UPN === '' && Episodes.some((episode) => !isShortBreak(episode))),
}

export const cases: readonly RuleCase[] = [
  { says: 'blank', given: { Header: [{ UPN: '' }], Episodes: [{ LS: 'C2' }] }, fires: [['Header', 0]] },
  {
    says: 'blank after short breaks and care',
    given: { Header: [{ UPN: '' }], Episodes: [{ LS: 'V3' }, { LS: 'V2' }] },
    fires: [['Header', 0]],
  },
  { says: 'a code', given: { Header: [{ UPN: 'UN1' }], Episodes: [{ LS: 'C2' }] }, fires: [] },
  { says: 'short breaks only', given: { Header: [{ UPN: '' }], Episodes: [{ LS: 'V3' }, { LS: 'V4' }] }, fires: [] },
  { says: 'a care leaver', given: { Header: [{ UPN: '' }], Episodes: [{ CHILD: '2', LS: 'C2' }] }, fires: [] },
]
