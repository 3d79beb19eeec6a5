import { caseProviders } from './list.ts'
import { givesUrn } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1008: ChildRule = {
  code: '1008',
  meaning: 'The URN is not in Ofsted’s list of providers.',
  mend: 'Check the URN (SC and six digits, or seven digits) with the provider or with Ofsted.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2023 },
  reads: { Episodes: ['URN'] },
  needs: ['providers'],
  // Seven X say that there is no number; whether they may, rule 242 asks.
  check: eachRow('Episodes', (row, { providers }) => givesUrn(row) && providers.find(row.URN) === undefined),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a number that is not in the list',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC999999' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'six X, one too few',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'XXXXXX' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'a number in the list', providers: caseProviders, given: { Episodes: [{ URN: 'SC111111' }] }, fires: [] },
  {
    says: 'seven X, and none',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'XXXXXXX' }, { URN: '' }] },
    fires: [],
  },
]
