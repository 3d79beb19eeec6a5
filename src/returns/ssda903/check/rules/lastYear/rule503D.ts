import { carriedOverDiffers, isSamePlace } from '../../openLastYear.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule503D: ChildRule = {
  code: '503D',
  meaning: 'The type of placement is not the one given last year, when this episode was still open.',
  mend: 'Give the same placement as last year; if it changed, end the episode and begin another. If last year’s was wrong, tell the DfE.',
  who: 'returns team',
  fields: ['PLACE'],
  // Redefined for 2025 and 2026 as codes were replaced: `isSamePlace` knows which in which year.
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE'] },
  readsLast: { Episodes: ['DECOM', 'PLACE', 'DEC'] },
  check: carriedOverDiffers(({ PLACE }, open, context) =>
    open.PLACE !== '' && context.codes('PLACE').has(PLACE) && !isSamePlace(PLACE, open.PLACE, context)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another placement',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE: 'U6' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PLACE: 'U4' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same placement',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE: 'U6' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PLACE: 'U6' }] },
    fires: [],
  },
  {
    says: 'supported accommodation under its new code',
    year: 2025,
    last: { Episodes: [{ DECOM: '10/01/2024', PLACE: 'H5' }] },
    given: { Episodes: [{ DECOM: '10/01/2024', PLACE: 'K3' }] },
    fires: [],
  },
  {
    says: 'supported accommodation that became a children’s home',
    year: 2025,
    last: { Episodes: [{ DECOM: '10/01/2024', PLACE: 'H5' }] },
    given: { Episodes: [{ DECOM: '10/01/2024', PLACE: 'K2' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'an other placement under its new code',
    last: { Episodes: [{ DECOM: '10/01/2025', PLACE: 'Z1' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PLACE: 'Z13' }] },
    fires: [],
  },
  {
    says: 'the new codes do not stand for one another',
    year: 2027,
    last: { Episodes: [{ DECOM: '10/01/2026', PLACE: 'Z11' }] },
    given: { Episodes: [{ DECOM: '10/01/2026', PLACE: 'Z13' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the old code a year too late',
    year: 2027,
    last: { Episodes: [{ DECOM: '10/01/2026', PLACE: 'Z1' }] },
    given: { Episodes: [{ DECOM: '10/01/2026', PLACE: 'Z13' }] },
    fires: [['Episodes', 0]],
  },
]
