import { carriedOverDiffers } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule503C: ChildRule = {
  code: '503C',
  meaning: 'The category of need is not the one given last year, when this episode was still open.',
  mend: 'Give the same category as last year: it holds for the whole period of care. If last year’s was wrong, tell the DfE.',
  who: 'returns team',
  fields: ['CIN'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'CIN'] },
  readsLast: { Episodes: ['DECOM', 'CIN', 'DEC'] },
  check: carriedOverDiffers(({ CIN }, open, { codes }) => open.CIN !== '' && CIN !== open.CIN && codes('CIN').has(CIN)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another category',
    last: { Episodes: [{ DECOM: '10/01/2025', CIN: 'N1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', CIN: 'N5' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same category',
    last: { Episodes: [{ DECOM: '10/01/2025', CIN: 'N1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', CIN: 'N1' }] },
    fires: [],
  },
  {
    says: 'none given this year',
    last: { Episodes: [{ DECOM: '10/01/2025', CIN: 'N1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', CIN: '' }] },
    fires: [],
  },
]
