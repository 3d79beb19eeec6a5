import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule132: ChildRule = {
  code: '132',
  meaning: "The care leaver's main activity is not one of the codes.",
  mend: 'Give a code of education, training or employment, of being in none of them, or 0 when it is not known.',
  who: 'leaving care team',
  fields: ['ACTIV'],
  years: { from: 2023 },
  reads: { OC3: ['ACTIV'] },
  check: eachRow('OC3', ({ ACTIV }, { codes }) => ACTIV !== '' && !codes('ACTIV').has(ACTIV)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code of years gone by', given: { OC3: [{ ACTIV: 'F3' }] }, fires: [['OC3', 0]] },
  { says: 'a code that does not exist', given: { OC3: [{ ACTIV: 'G7' }] }, fires: [['OC3', 0]] },
  {
    says: 'every code there is',
    given: { OC3: ['F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6', '0'].map((ACTIV) => ({ ACTIV })) },
    fires: [],
  },
  { says: 'no code: that is rule 153', given: { OC3: [{ ACTIV: '' }] }, fires: [] },
]
