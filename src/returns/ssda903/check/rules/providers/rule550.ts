import { placedWith } from './placedWith.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule550: ChildRule = {
  ...placedWith,
  code: '550',
  meaning: 'The provider is said to be a parent (PR0), but the child is not placed with parents (P1).',
  mend: 'Give the code of whoever provides the placement, or check the placement type.',
  check: eachRow('Episodes', ({ PLACE, PLACE_PROVIDER }, { codes }) => PLACE_PROVIDER === 'PR0' && PLACE !== 'P1' && codes('PLACE').has(PLACE)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'fostered by a relative',
    given: { Episodes: [{ PLACE: 'U3', PLACE_PROVIDER: 'PR0' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a temporary placement',
    given: { Episodes: [{ PLACE: 'T2', PLACE_PROVIDER: 'PR0' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'with parents', given: { Episodes: [{ PLACE: 'P1', PLACE_PROVIDER: 'PR0' }] }, fires: [] },
  { says: 'another provider', given: { Episodes: [{ PLACE: 'U3', PLACE_PROVIDER: 'PR1' }] }, fires: [] },
  {
    says: 'a placement type that does not exist',
    given: { Episodes: [{ PLACE: 'P9', PLACE_PROVIDER: 'PR0' }] },
    fires: [],
  },
]
