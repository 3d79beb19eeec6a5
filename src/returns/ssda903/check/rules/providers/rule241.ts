import { caseProviders } from './list.ts'
import { casePlaces } from '../postcodes/places.ts'
import { placementAuthority } from '../../placement.ts'
import { isSetting } from '../../placementTypes.ts'
import { providerOf } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule241: ChildRule = {
  code: '241',
  meaning: 'The provider of that URN has no premises in the authority in which the child lives.',
  mend: 'Check the placement postcode and the URN: one of them is wrong.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2026 },
  reads: { Episodes: ['PLACE', 'PL_POST', 'URN'] },
  needs: ['postcodes', 'providers'],
  // Only of settings: carers live where they live, and not on the premises of their service.
  check: eachRow('Episodes', (row, context) => {
    if (!isSetting(row)) return false
    const authorities = providerOf(row, context.providers)?.authorities ?? []
    const there = authorities.length === 0 ? null : placementAuthority(row, context)
    return there !== null && !authorities.includes(there)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a home elsewhere',
    places: casePlaces,
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'EN1 3CC', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'in Wales',
    places: casePlaces,
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'K3', PL_POST: 'CF10 4DD', URN: '3333333' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'in either of two authorities',
    places: casePlaces,
    providers: caseProviders,
    given: {
      Episodes: [
        { PLACE: 'K3', PL_POST: 'EN1 3CC', URN: '3333333' },
        { PLACE: 'K3', PL_POST: 'N17 2BB', URN: '3333333' },
      ],
    },
    fires: [],
  },
  {
    says: 'foster carers elsewhere',
    places: casePlaces,
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'U6', PL_POST: 'EN1 3CC', URN: 'SC222222' }] },
    fires: [],
  },
  {
    says: 'not known where, or not in the list',
    places: casePlaces,
    providers: caseProviders,
    given: {
      Episodes: [
        { PLACE: 'K2', PL_POST: 'ZZ9 9ZZ', URN: 'SC111111' },
        { PLACE: 'K2', PL_POST: 'EN1 3CC', URN: 'SC999999' },
      ],
    },
    fires: [],
  },
]
