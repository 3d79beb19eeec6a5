import { caseProviders } from './list.ts'
import { mayAppearUnder, providerOf } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule224: ChildRule = {
  code: '224',
  meaning: 'The provider of that URN is not of the sector that the provider code says (own, other authority, other public, private, voluntary).',
  mend: 'Check the provider code and the URN: one of them is wrong.',
  who: 'placements team',
  fields: ['PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE_PROVIDER', 'URN'] },
  needs: ['providers'],
  check: eachRow('Episodes', (row, { codes, providers }) => {
    const provider = providerOf(row, providers)
    return provider !== undefined && codes('PLACE_PROVIDER').has(row.PLACE_PROVIDER) && !mayAppearUnder(provider, row.PLACE_PROVIDER)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a private home as a voluntary one',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR5', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a private home as own provision',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR1', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a private home',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR4', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'an authority’s service, own or another’s: rule 229 asks which',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR1', URN: 'SC222222' }, { PLACE_PROVIDER: 'PR2', URN: 'SC222222' }] },
    fires: [],
  },
  {
    says: 'the list does not say',
    providers: caseProviders,
    given: { Episodes: [{ PLACE_PROVIDER: 'PR5', URN: 'SC444444' }] },
    fires: [],
  },
  {
    says: 'no provider code, and one that does not exist',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC111111' }, { PLACE_PROVIDER: 'PR9', URN: 'SC111111' }] },
    fires: [],
  },
]
