import { caseProviders } from './list.ts'
import { isRegisteredOn, providerOf } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule227: ChildRule = {
  code: '227',
  meaning: 'The provider of that URN was not registered on the day the episode began.',
  mend: 'Check the URN: a provider that registers anew has a new one. Check the day as well.',
  who: 'placements team',
  fields: ['URN', 'DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'URN'] },
  needs: ['providers'],
  check: eachRow('Episodes', (row, { providers }) => {
    const provider = providerOf(row, providers)
    return provider !== undefined && row.DECOM !== null && !isRegisteredOn(provider, row.DECOM)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before it registered',
    providers: caseProviders,
    given: { Episodes: [{ DECOM: '30/04/2015', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the day it registered',
    providers: caseProviders,
    given: { Episodes: [{ DECOM: '01/05/2015', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'the day it closed',
    providers: caseProviders,
    given: { Episodes: [{ DECOM: '30/09/2025', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'the day after it closed',
    providers: caseProviders,
    given: { Episodes: [{ DECOM: '01/10/2025', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the list gives no dates',
    providers: caseProviders,
    given: { Episodes: [{ DECOM: '01/10/2025', URN: 'SC444444' }] },
    fires: [],
  },
  {
    says: 'a start that cannot be read',
    providers: caseProviders,
    given: { Episodes: [{ DECOM: 'October', URN: 'SC111111' }] },
    fires: [],
  },
]
