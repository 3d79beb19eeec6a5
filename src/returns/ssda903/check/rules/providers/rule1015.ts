import { casePlaces } from '../postcodes/places.ts'
import { placementAuthority } from '../../placement.ts'
import { hasNoProvider, isWithFamily } from '../../placementTypes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1015: ChildRule = {
  code: '1015',
  meaning: 'The placement is the authority’s own provision (PR1) in a home or other setting, but the child lives in another authority.',
  mend: 'Check the provider code and the placement postcode; if the authority’s own home is elsewhere, tell the DfE so.',
  who: 'placements team',
  fields: ['PL_LA'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'PLACE_PROVIDER', 'PL_POST'] },
  needs: ['postcodes', 'authority'],
  // UNCERTAIN: the message excepts nothing, but the rule was redefined when placement types were, so it leaves some out.
  // Of an authority's own foster carers, kinship carers and adopters a third live across its border (the simulated
  // boroughs, after England's distances), and each would be a query of nothing; for those without a provider PR1 itself is
  // wrong (rule 213). What is left is its own homes and other settings.
  check: eachRow('Episodes', (row, context) => {
    if (row.PLACE_PROVIDER !== 'PR1' || isWithFamily(row) || hasNoProvider(row) || !context.codes('PLACE').has(row.PLACE)) return false
    const there = placementAuthority(row, context)
    return there !== null && there !== context.authority
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'own provision in another authority',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_POST: 'EN1 3CC' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'own provision in Wales',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_POST: 'CF10 4DD' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'own provision in the authority',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'another authority’s provision',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PLACE_PROVIDER: 'PR2', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  {
    says: 'own foster carers across the border',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'U6', PLACE_PROVIDER: 'PR1', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  {
    says: 'a temporary placement, which has no provider',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'T4', PLACE_PROVIDER: 'PR1', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  {
    says: 'not known where',
    places: casePlaces,
    given: {
      Episodes: [
        { PLACE: 'K2', PLACE_PROVIDER: 'PR1', PL_POST: 'ZZ9 9ZZ' },
        { PLACE: 'K2', PLACE_PROVIDER: 'PR1' },
      ],
    },
    fires: [],
  },
]
