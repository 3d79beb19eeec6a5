import { caseProviders } from './list.ts'
import { providerOf } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule229: ChildRule = {
  code: '229',
  meaning: 'The placement is said to be the authority’s own (PR1) and its provider is elsewhere, or another authority’s (PR2) and its provider is here.',
  mend: 'Check the provider code and the URN: one of them is wrong.',
  who: 'placements team',
  fields: ['URN', 'PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE_PROVIDER', 'URN'] },
  needs: ['providers', 'authority'],
  check: eachRow('Episodes', (row, { authority, providers }) => {
    if (row.PLACE_PROVIDER !== 'PR1' && row.PLACE_PROVIDER !== 'PR2') return false
    const authorities = providerOf(row, providers)?.authorities ?? []
    return authorities.length > 0 && authorities.includes(authority) !== (row.PLACE_PROVIDER === 'PR1')
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'own provision of another authority’s provider',
    authority: '308',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR1', URN: 'SC222222' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'another authority’s provision of the own provider',
    authority: '309',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR2', URN: 'SC222222' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'own provision',
    authority: '309',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR1', URN: 'SC222222' }] },
    fires: [],
  },
  {
    says: 'another authority’s provision',
    authority: '308',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR2', URN: 'SC222222' }] },
    fires: [],
  },
  {
    says: 'private provision',
    authority: '308',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR4', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'the list does not say',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR1', URN: 'SC444444' }] },
    fires: [],
  },
]
