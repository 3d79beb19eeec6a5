import { caseProviders } from './list.ts'
import { isSamePostcode } from '../../placement.ts'
import { isSetting } from '../../placementTypes.ts'
import { providerOf } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule221: ChildRule = {
  code: '221',
  meaning: 'The placement postcode is not that of the setting with this URN.',
  mend: 'Check the postcode and the URN. Where the child lives in another building of the setting, tell the DfE so.',
  who: 'placements team',
  fields: ['PL_POST'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'PL_POST', 'URN'] },
  needs: ['providers'],
  // Only of settings with premises of their own. Carers do not live at their service, and supported accommodation is
  // registered once for all its premises (Supported Accommodation (England) Regulations 2023): rule 241 asks of that.
  check: eachRow('Episodes', (row, { codes, providers }) => {
    if (row.PL_POST === '' || row.PLACE === 'K3' || !isSetting(row) || !codes('PLACE').has(row.PLACE)) return false
    const postcode = providerOf(row, providers)?.postcode ?? ''
    return postcode !== '' && !isSamePostcode(postcode, row.PL_POST)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another postcode',
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'N22 1AA', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same, without its space',
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'N172BB', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'foster carers',
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'U6', PL_POST: 'N17 2BB', URN: 'SC222222' }] },
    fires: [],
  },
  {
    says: 'supported accommodation',
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'K3', PL_POST: 'N17 2BB', URN: '3333333' }] },
    fires: [],
  },
  { says: 'no postcode', providers: caseProviders, given: { Episodes: [{ PLACE: 'K2', URN: 'SC111111' }] }, fires: [] },
  {
    says: 'the list does not say',
    providers: caseProviders,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'N22 1AA', URN: 'SC444444' }] },
    fires: [],
  },
]
