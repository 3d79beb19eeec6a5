import { adoptionColumns } from '../../adoption.ts'
import { careLeaverColumns } from '../../careLeavers.ts'
import { anyGiven, markGiven } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule134: ChildRule = {
  code: '134',
  meaning: 'The same young person has care leaver information and details of an adoption; an adopted child is no care leaver.',
  mend: 'Take out the care leaver information if the young person was adopted, otherwise the details of the adoption.',
  who: 'leaving care team',
  fields: [...careLeaverColumns, ...adoptionColumns],
  years: { from: 2023 },
  reads: { OC3: careLeaverColumns, AD1: adoptionColumns },
  check: ({ OC3, AD1 }, _context, mark) => {
    const leaving = OC3.filter((row) => anyGiven(row, careLeaverColumns))
    const adopted = AD1.filter((row) => anyGiven(row, adoptionColumns))
    if (leaving.length === 0 || adopted.length === 0) return
    for (const row of leaving) markGiven(row, careLeaverColumns, mark)
    for (const row of adopted) markGiven(row, adoptionColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'both',
    given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }], AD1: [{ FOSTER_CARE: '0', NB_ADOPTR: '2' }] },
    fires: [['OC3', 0, ['IN_TOUCH', 'ACTIV', 'ACCOM']], ['AD1', 0, ['FOSTER_CARE', 'NB_ADOPTR']]],
  },
  {
    says: 'a date of adoption that cannot be read is still given',
    given: { OC3: [{ IN_TOUCH: 'NO' }], AD1: [{ DATE_INT: '31/02/2025' }] },
    fires: [['OC3', 0, ['IN_TOUCH']], ['AD1', 0, ['DATE_INT']]],
  },
  { says: 'an adoption row with nothing in it', given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }], AD1: [{}] }, fires: [] },
  { says: 'two young people', given: { OC3: [{ IN_TOUCH: 'YES' }], AD1: [{ CHILD: '2', FOSTER_CARE: '0' }] }, fires: [] },
]
