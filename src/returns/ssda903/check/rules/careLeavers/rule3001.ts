import { birthday } from '../../../../../core/time/localDate.ts'
import { bornByHeader } from '../../careLeavers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule3001: ChildRule = {
  code: '3001',
  meaning: 'A care leaver who turned 17 in the year is said to live with former foster carers.',
  mend: 'Check the accommodation: whoever is under 18 and lives with foster carers is still looked after by them.',
  who: 'leaving care team',
  // The list names REC, which stands in another table: accommodation is what the text speaks of.
  fields: ['ACCOM'],
  years: { from: 2023 },
  reads: { OC3: ['DOB', 'ACCOM'] },
  readsIfGiven: { Header: ['DOB'] },
  check: eachRow('OC3', (row, { start, end }, child) => {
    if (row.ACCOM !== 'Z1' && row.ACCOM !== 'Z2') return false
    const born = bornByHeader(child, row)
    if (born === undefined) return false
    const seventeen = birthday(born, 17)
    return seventeen >= start && seventeen <= end
  }),
}

export const cases: readonly RuleCase[] = [
  { says: '17 on the first day of the year', given: { OC3: [{ DOB: '01/04/2008', ACCOM: 'Z1' }] }, fires: [['OC3', 0]] },
  { says: '17 the day before', given: { OC3: [{ DOB: '31/03/2008', ACCOM: 'Z1' }] }, fires: [] },
  { says: '17 on the last day of the year', given: { OC3: [{ DOB: '31/03/2009', ACCOM: 'Z2' }] }, fires: [['OC3', 0]] },
  { says: '17 the day after', given: { OC3: [{ DOB: '01/04/2009', ACCOM: 'Z2' }] }, fires: [] },
  {
    says: 'the Header’s date of birth counts, also where OC3 gives another or none',
    given: {
      Header: [{ DOB: '01/04/2008' }, { CHILD: '2', DOB: '31/03/2008' }, { CHILD: '3', DOB: '31/04/2008' }],
      OC3: [{ ACCOM: 'Z1' }, { CHILD: '2', DOB: '01/04/2008', ACCOM: 'Z1' }, { CHILD: '3', DOB: '01/04/2008', ACCOM: 'Z1' }],
    },
    fires: [['OC3', 0], ['OC3', 2]],
  },
  { says: 'with parents', given: { OC3: [{ DOB: '01/06/2008', ACCOM: 'B1' }] }, fires: [] },
]
