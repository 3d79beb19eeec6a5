import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { endedWithoutNext } from './family.ts'

/** The lists of 2024 and 2025 call SW11bSTG2 by this code; its words are the same. */
export const ruleSW11STG2: ChildRule = {
  code: 'SW11STG2',
  meaning: "The child's last social worker ended before 31 March, and no other is returned after.",
  mend: 'Add the worker who followed, or take the end away. If the child had left care by then, there is nothing to do.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2024, to: 2025 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  check: endedWithoutNext,
}

export const cases: readonly RuleCase[] = [
  { says: 'ended on 30 March', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '30/03/2025' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'ended on 31 March', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '31/03/2025' }] }, fires: [] },
  {
    says: 'another followed',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '01/09/2024' }, { SW_DECOM: '01/09/2024' }] },
    fires: [],
  },
]
