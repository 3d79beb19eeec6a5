import { carriedOverDiffers } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule503F: ChildRule = {
  code: '503F',
  meaning: 'The URN is not the one given last year, when the episode was still open.',
  mend: 'Give the same URN as last year; if it changed, end the episode and begin another (T where the carers stay). If last year’s was wrong, tell the DfE.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'URN'] },
  readsLast: { Episodes: ['DECOM', 'DEC', 'URN'] },
  // No URN is an answer too, so one that came or went differs. Seven X that rule 242 no longer allows in 2026 differ from
  // a blank as well: the message knows no exception.
  check: carriedOverDiffers(({ URN }, before) => URN !== before.URN),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another URN',
    last: { Episodes: [{ DECOM: '10/01/2025', URN: 'SC111111' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', URN: 'SC444444' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'left out this year',
    last: { Episodes: [{ DECOM: '10/01/2025', URN: 'SC111111' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same URN',
    last: { Episodes: [{ DECOM: '10/01/2025', URN: 'SC111111' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'none in either',
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
  {
    says: 'last year’s episode had ended',
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '01/02/2025', URN: 'SC111111' }] },
    given: { Episodes: [{ DECOM: '01/02/2025', URN: 'SC444444' }] },
    fires: [],
  },
]
