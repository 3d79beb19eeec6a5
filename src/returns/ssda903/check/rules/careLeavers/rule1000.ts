import { careLeaverColumns } from '../../careLeavers.ts'
import { markGiven } from '../../given.ts'
import type { EpisodeRow } from '../../rows.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const died = ({ REC }: EpisodeRow): boolean => REC === 'E2'

export const rule1000: ChildRule = {
  code: '1000',
  meaning: 'Care leaver information is given for a child who died in care.',
  mend: 'Take it out, or mend why the last episode ended.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { Episodes: ['REC'], OC3: careLeaverColumns },
  // The list of tables leaves out last year's episodes; its note says that they are looked at when they are there.
  readsLastIfGiven: { Episodes: ['REC'] },
  check: ({ OC3, Episodes, last }, _context, mark) => {
    if (OC3.length === 0 || !(Episodes.some(died) || (last !== null && last.Episodes.some(died)))) return
    for (const row of OC3) markGiven(row, careLeaverColumns, mark)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'died this year',
    given: { Episodes: [{ REC: 'X1' }, { REC: 'E2' }], OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }] },
    fires: [['OC3', 0]],
  },
  { says: 'died last year', given: { OC3: [{ IN_TOUCH: 'DIED' }] }, last: { Episodes: [{ REC: 'E2' }] }, fires: [['OC3', 0, ['IN_TOUCH']]] },
  { says: 'a row with nothing in it', given: { Episodes: [{ REC: 'E2' }], OC3: [{}] }, fires: [] },
  { says: 'left care and died later', given: { Episodes: [{ REC: 'E5' }], OC3: [{ IN_TOUCH: 'DIED' }] }, fires: [] },
]
