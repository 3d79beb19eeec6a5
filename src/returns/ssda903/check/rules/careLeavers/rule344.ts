import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const isTold = (code: string): boolean => code !== '' && code !== '0'

export const rule344: ChildRule = {
  code: '344',
  meaning: 'The care leaver died, or went home for six months or more, but an activity or accommodation is given.',
  mend: 'Give 0 for activity and accommodation, or mend whether you are in touch.',
  who: 'leaving care team',
  fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
  years: { from: 2023 },
  reads: { OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
  // 0 is the code for just this: nothing to tell. Rule 153 wants it there.
  check: eachRow('OC3', ({ IN_TOUCH, ACTIV, ACCOM }) => (IN_TOUCH === 'DIED' || IN_TOUCH === 'RHOM') && (isTold(ACTIV) || isTold(ACCOM))),
}

export const cases: readonly RuleCase[] = [
  { says: 'died, an activity given', given: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: 'F1', ACCOM: '0' }] }, fires: [['OC3', 0]] },
  { says: 'went home, accommodation given', given: { OC3: [{ IN_TOUCH: 'RHOM', ACTIV: '0', ACCOM: 'B1' }] }, fires: [['OC3', 0]] },
  { says: 'noughts', given: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }, { IN_TOUCH: 'RHOM', ACTIV: '0', ACCOM: '0' }] }, fires: [] },
  { says: 'blanks: that is rule 153', given: { OC3: [{ IN_TOUCH: 'DIED' }] }, fires: [] },
  { says: 'refuses contact', given: { OC3: [{ IN_TOUCH: 'REFU', ACTIV: 'F1', ACCOM: 'B1' }] }, fires: [] },
]
