import { isoDate } from '../../../../../core/time/localDate.ts'
import { casePlaces } from '../postcodes/places.ts'
import { isOutsideEngland, placementAuthority } from '../../placement.ts'
import { givesUrn } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

/** From this day supported accommodation has to be registered (Supported Accommodation (England) Regulations 2023). */
const REGISTERED_FROM = isoDate('2023-10-28')

export const rule230: ChildRule = {
  code: '230',
  meaning: 'The child lived in semi-independent accommodation (H5) in England after 28 October 2023, and its URN is not given.',
  mend: 'Give the URN under which Ofsted has registered it as supported accommodation.',
  who: 'placements team',
  fields: ['DEC', 'PLACE', 'URN'],
  // It stands in the list of 2024 alone: in 2025 K3 took the place of H5, which rule 218 asks a URN of.
  years: { from: 2024, to: 2024 },
  reads: { Episodes: ['DEC', 'PLACE', 'PL_POST', 'URN'] },
  needs: ['postcodes'],
  // An episode that ended on the day itself had given way to another by then. Seven X are no URN: they say that Ofsted
  // does not inspect, and from that day it does. Where the postcode does not tell, it is not known to be in England.
  check: eachRow('Episodes', (row, context) => {
    if (row.PLACE !== 'H5' || givesUrn(row) || isUnreadable(row, 'DEC')) return false
    if (row.DEC !== null && row.DEC <= REGISTERED_FROM) return false
    const there = placementAuthority(row, context)
    return there !== null && !isOutsideEngland(there)
  }),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'still open',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'H5', PL_POST: 'EN1 3CC' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'ended the day after',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'H5', DEC: '29/10/2023', PL_POST: 'EN1 3CC', URN: 'XXXXXXX' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'ended on the day',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'H5', DEC: '28/10/2023', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  {
    says: 'with a URN',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'H5', PL_POST: 'EN1 3CC', URN: '3333333' }] },
    fires: [],
  },
  { says: 'in Wales', places: casePlaces, given: { Episodes: [{ PLACE: 'H5', PL_POST: 'CF10 4DD' }] }, fires: [] },
  {
    says: 'not known where, and an end that cannot be read',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'H5' }, { PLACE: 'H5', DEC: 'November', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  { says: 'a children’s home', places: casePlaces, given: { Episodes: [{ PLACE: 'K2', PL_POST: 'EN1 3CC' }] }, fires: [] },
]
