import { caseProviders } from './list.ts'
import { providerOf } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule219: ChildRule = {
  code: '219',
  meaning: 'The provider of that URN is not registered for placements of this type.',
  mend: 'Check the placement type and the URN: one of them is wrong.',
  who: 'placements team',
  fields: ['URN', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['URN', 'PLACE'] },
  needs: ['providers'],
  check: eachRow('Episodes', (row, { codes, providers }) => {
    const allowed = providerOf(row, providers)?.places ?? []
    return allowed.length > 0 && codes('PLACE').has(row.PLACE) && !allowed.includes(row.PLACE)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'foster care with a children’s home',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC111111', PLACE: 'U6' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the type it is registered for',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC111111', PLACE: 'K2' }] },
    fires: [],
  },
  {
    says: 'the list does not say',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC444444', PLACE: 'U6' }] },
    fires: [],
  },
  {
    says: 'not in the list, seven X, none',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC999999', PLACE: 'U6' }, { URN: 'XXXXXXX', PLACE: 'U6' }, { PLACE: 'U6' }] },
    fires: [],
  },
  {
    says: 'a type that does not exist',
    providers: caseProviders,
    given: { Episodes: [{ URN: 'SC111111', PLACE: 'K9' }] },
    fires: [],
  },
]
