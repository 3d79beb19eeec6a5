import { caseProviders } from './list.ts'
import { isRegisteredOn, providerOf } from '../../providers.ts'
import { ranTo } from '../../chain.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule228: ChildRule = {
  code: '228',
  meaning: 'The provider of that URN was not registered on the day the episode ended, or on 31 March if it is still open.',
  mend: 'Check the URN. When a provider closes or registers anew, the episode ends and another begins.',
  who: 'placements team',
  fields: ['URN', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'URN'] },
  needs: ['providers'],
  // An open episode is asked about on 31 March: the message itself warns of those whose provider closed in the year.
  check: eachRow('Episodes', (row, context, child) => {
    const provider = providerOf(row, context.providers)
    const to = provider === undefined ? undefined : ranTo(row, child, context)
    return provider !== undefined && to !== undefined && !isRegisteredOn(provider, to)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'ended the day after it closed',
    providers: caseProviders,
    given: { Episodes: [{ DEC: '01/10/2025', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'ended the day it closed',
    providers: caseProviders,
    given: { Episodes: [{ DEC: '30/09/2025', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'ended before it registered',
    providers: caseProviders,
    given: { Episodes: [{ DEC: '30/04/2015', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'still open, though it closed in the year',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'still open in a year before it closed',
    year: 2025,
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    providers: caseProviders,
    given: { Episodes: [{ DEC: 'October', URN: 'SC111111' }] },
    fires: [],
  },
]
