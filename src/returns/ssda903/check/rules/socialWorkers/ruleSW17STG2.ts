import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'
import { inOrder, isOpen, type WorkerRow } from './order.ts'

export const ruleSW17STG2: ChildRule = {
  code: 'SW17STG2',
  meaning: 'No social worker of the child is returned as going on after 31 March.',
  mend: 'Take the end of the last episode away, or add the worker who followed. If the child had left care by then, there is nothing to do.',
  who: 'returns team',
  fields: ['SW_DEC', 'SW_DECOM'],
  years: { from: 2026 },
  reads: { SWEpisodes: ['SW_DEC', 'SW_DECOM'] },
  // An episode that ended on 31 March is no longer open at the close of that day. The list names the social workers
  // alone, so it is asked of every child who has any, also of one who has left care. The latest one is marked.
  check: ({ SWEpisodes }, { end }, mark) => {
    if (SWEpisodes.some((row) => isUnreadable(row, 'SW_DEC'))) return
    const last = inOrder(SWEpisodes)?.at(-1)
    if (last === undefined) return
    const goesOn = (row: WorkerRow): boolean => isOpen(row) || (row.SW_DEC !== null && row.SW_DEC > end)
    if (!SWEpisodes.some((row) => row.SW_DECOM !== null && row.SW_DECOM <= end && goesOn(row))) mark(last)
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'ended on 31 March', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '31/03/2026' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'open', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }] }, fires: [] },
  {
    says: 'two, both ended',
    given: { SWEpisodes: [{ SW_DECOM: '01/09/2025', SW_DEC: '01/12/2025' }, { SW_DECOM: '01/05/2025', SW_DEC: '01/09/2025' }] },
    fires: [['SWEpisodes', 0]],
  },
  {
    says: 'the last of two open',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '01/09/2025' }, { SW_DECOM: '01/09/2025' }] },
    fires: [],
  },
  {
    says: 'the only open one begins after the year',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '31/03/2026' }, { SW_DECOM: '01/04/2026' }] },
    fires: [['SWEpisodes', 1]],
  },
  { says: 'an end that cannot be read', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '31/06/2025' }] }, fires: [] },
  { says: 'no social worker at all', given: { Header: [{}] }, fires: [] },
]
