import { casePlaces } from '../postcodes/places.ts'
import { isShortBreak } from '../../care.ts'
import { isOutsideEngland, placementAuthority } from '../../placement.ts'
import { isSetting, isWithFamily } from '../../placementTypes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule218: ChildRule = {
  code: '218',
  meaning: 'The placement is of a kind that Ofsted inspects, and its URN is not given.',
  mend: 'Give the URN of the children’s home or other setting, or of the fostering or adoption service.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PLACE', 'PL_POST', 'URN'] },
  // UNCERTAIN which kinds: the message does not say. Until 2025 the guide asks a URN of every setting subject to Ofsted's
  // inspections, residential schools among them, with seven X where another inspects. Since 2026 only providers registered
  // with Ofsted have one (rule 243), which a school need not be. H5 in 2024 is rule 230's. Settings outside England are
  // not Ofsted's: where the postcode directory shows that, nothing is asked. Without the directory they are asked too,
  // since a question too many does less harm than a URN nobody misses.
  check: eachRow('Episodes', (row, context) => {
    if (row.URN !== '' || isShortBreak(row) || !context.codes('PLACE').has(row.PLACE)) return false
    if (isWithFamily(row)) return true
    if (!isSetting(row) || (row.PLACE === 'S1' && context.ruleYear >= 2026)) return false
    return !isOutsideEngland(placementAuthority(row, context))
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a children’s home',
    given: { Episodes: [{ LS: 'C2', PLACE: 'K2', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'foster care and adoption',
    given: { Episodes: [{ LS: 'C2', PLACE: 'U6' }, { LS: 'E1', PLACE: 'A5' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  { says: 'supported accommodation', given: { Episodes: [{ LS: 'V2', PLACE: 'K3' }] }, fires: [['Episodes', 0]] },
  {
    says: 'a number, and seven X',
    given: { Episodes: [{ LS: 'C2', PLACE: 'K2', URN: 'SC111111' }, { LS: 'E1', PLACE: 'A6', URN: 'XXXXXXX' }] },
    fires: [],
  },
  {
    says: 'with parents, in hospital',
    given: { Episodes: [{ LS: 'C2', PLACE: 'P1' }, { LS: 'C2', PLACE: 'R2' }] },
    fires: [],
  },
  {
    says: 'a residential school in 2025',
    year: 2025,
    given: { Episodes: [{ LS: 'V2', PLACE: 'S1' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'a residential school in 2026', given: { Episodes: [{ LS: 'V2', PLACE: 'S1' }] }, fires: [] },
  {
    says: 'a children’s home in Wales',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PLACE: 'K2', PL_POST: 'CF10 4DD' }] },
    fires: [],
  },
  {
    says: 'carers in Wales: their service may well be English',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PLACE: 'U4', PL_POST: 'CF10 4DD' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'a short break', given: { Episodes: [{ LS: 'V3', PLACE: 'U6' }] }, fires: [] },
  { says: 'a code not yet in use', year: 2024, given: { Episodes: [{ LS: 'V2', PLACE: 'K3' }] }, fires: [] },
]
