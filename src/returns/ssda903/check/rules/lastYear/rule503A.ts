import { carriedOverDiffers } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule503A: ChildRule = {
  code: '503A',
  meaning: 'The reason for the new episode is not the one given last year, when this episode was still open.',
  mend: 'Give the same reason as last year; if last year’s was wrong, tell the DfE.',
  who: 'returns team',
  fields: ['RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE'] },
  readsLast: { Episodes: ['DECOM', 'RNE', 'DEC'] },
  check: carriedOverDiffers(({ RNE }, open, { codes }) => open.RNE !== '' && RNE !== open.RNE && codes('RNE').has(RNE)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another reason',
    last: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', RNE: 'P' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same reason',
    last: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S' }, { DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'last year’s last episode had ended',
    last: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S', DEC: '20/01/2025' }] },
    given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'the days differ as well',
    last: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S' }] },
    given: { Episodes: [{ DECOM: '11/01/2025', RNE: 'P' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'this year begins with an episode of its own',
    last: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S' }] },
    given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'no code this year',
    last: { Episodes: [{ DECOM: '10/01/2025', RNE: 'S' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', RNE: '' }] },
    fires: [],
  },
]
