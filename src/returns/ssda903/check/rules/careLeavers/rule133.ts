import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule133: ChildRule = {
  code: '133',
  meaning: "The care leaver's accommodation is not one of the codes.",
  mend: 'Give the letter of the accommodation and 1 (suitable) or 2 (not suitable), or 0 when it is not known.',
  who: 'leaving care team',
  fields: ['ACCOM'],
  years: { from: 2023 },
  reads: { OC3: ['ACCOM'] },
  check: eachRow('OC3', ({ ACCOM }, { codes }) => ACCOM !== '' && !codes('ACCOM').has(ACCOM)),
}

export const cases: readonly RuleCase[] = [
  { says: 'the letter alone', given: { OC3: [{ ACCOM: 'B' }] }, fires: [['OC3', 0]] },
  { says: 'homelessness and custody are never suitable', given: { OC3: [{ ACCOM: 'S1' }, { ACCOM: 'X1' }] }, fires: [['OC3', 0], ['OC3', 1]] },
  { says: 'codes there are', given: { OC3: ['B1', 'D2', 'S2', 'X2', 'Z1', '0'].map((ACCOM) => ({ ACCOM })) }, fires: [] },
  { says: 'no code: that is rule 153', given: { OC3: [{ ACCOM: '' }] }, fires: [] },
]
