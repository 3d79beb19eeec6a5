import { carriedOverDiffers } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule503B: ChildRule = {
  code: '503B',
  meaning: 'The legal status is not the one given last year, when this episode was still open.',
  mend: 'Give the same status as last year; if it changed, end the episode and begin another. If last year’s was wrong, tell the DfE.',
  who: 'returns team',
  fields: ['LS'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'LS'] },
  readsLast: { Episodes: ['DECOM', 'LS', 'DEC'] },
  check: carriedOverDiffers(({ LS }, open, { codes }) => open.LS !== '' && LS !== open.LS && codes('LS').has(LS)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another status',
    last: { Episodes: [{ DECOM: '10/01/2025', LS: 'C1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', LS: 'C2' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same status, and another in the episode after',
    last: { Episodes: [{ DECOM: '10/01/2025', LS: 'C1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', LS: 'C1' }, { DECOM: '01/06/2025', LS: 'C2' }] },
    fires: [],
  },
  { says: 'a child who was not in last year’s return', given: { Episodes: [{ DECOM: '10/01/2025', LS: 'C2' }] }, fires: [] },
  {
    says: 'a status that does not exist',
    last: { Episodes: [{ DECOM: '10/01/2025', LS: 'C1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', LS: 'C9' }] },
    fires: [],
  },
]
