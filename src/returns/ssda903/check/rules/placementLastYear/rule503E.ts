import { carriedOverDiffers } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule503E: ChildRule = {
  code: '503E',
  meaning: 'Who provides the placement is not what was said last year, when the episode was still open.',
  mend: 'Give the same provider as last year; if it changed, end the episode and begin another. If last year’s was wrong, tell the DfE.',
  who: 'placements team',
  fields: ['PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE_PROVIDER'] },
  readsLast: { Episodes: ['DECOM', 'DEC', 'PLACE_PROVIDER'] },
  // A code left out this year is asked for by rule 526.
  check: carriedOverDiffers(({ PLACE_PROVIDER }, before, { codes }) =>
    before.PLACE_PROVIDER !== '' && PLACE_PROVIDER !== before.PLACE_PROVIDER && codes('PLACE_PROVIDER').has(PLACE_PROVIDER)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another provider',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE_PROVIDER: 'PR4' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PLACE_PROVIDER: 'PR5' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same provider',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE_PROVIDER: 'PR4' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PLACE_PROVIDER: 'PR4' }, { DECOM: '10/06/2025', PLACE_PROVIDER: 'PR1' }] },
    fires: [],
  },
  {
    says: 'last year’s episode had ended',
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '01/02/2025', PLACE_PROVIDER: 'PR4' }] },
    given: { Episodes: [{ DECOM: '01/02/2025', PLACE_PROVIDER: 'PR5' }] },
    fires: [],
  },
  {
    says: 'the first episode began this year',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE_PROVIDER: 'PR4' }] },
    given: { Episodes: [{ DECOM: '01/04/2025', PLACE_PROVIDER: 'PR5' }] },
    fires: [],
  },
  {
    says: 'left out this year',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE_PROVIDER: 'PR4' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
]
