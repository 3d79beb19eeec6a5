import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { endedWithoutNext } from './family.ts'

/**
 * Up to 2025 the lists call it SW11STG2. It looks at the social workers alone, as the list says, so it names also a child
 * who had left care by then.
 */
export const ruleSW11bSTG2: ChildRule = {
  code: 'SW11bSTG2',
  meaning: "The child's last social worker ended before 31 March, and no other is returned after.",
  mend: 'Add the worker who followed, or take the end away. If the child had left care by then, there is nothing to do.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2026 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  check: endedWithoutNext,
}

export const cases: readonly RuleCase[] = [
  { says: 'ended on 30 March', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '30/03/2026' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'ended on 31 March', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '31/03/2026' }] }, fires: [] },
  {
    says: 'the last of two, in another order in the file',
    given: { SWEpisodes: [{ SW_DECOM: '01/09/2025', SW_DEC: '01/12/2025' }, { SW_DECOM: '01/05/2025', SW_DEC: '01/09/2025' }] },
    fires: [['SWEpisodes', 0]],
  },
  { says: 'open', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '31/06/2025' }] }, fires: [] },
  {
    says: 'a start that cannot be read may be later',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '01/06/2025' }, { SW_DECOM: '31/06/2025' }] },
    fires: [],
  },
]
