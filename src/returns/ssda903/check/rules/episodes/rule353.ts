import { isoDate } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** The day the Children Act 1989 came into force. */
const childrenAct = isoDate('1991-10-14')

export const rule353: ChildRule = {
  code: '353',
  meaning: 'The episode begins before 14 October 1991, when the Children Act 1989 came into force.',
  mend: 'Put right the day the episode began.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM'] },
  check: eachRow('Episodes', ({ DECOM }) => DECOM !== null && DECOM < childrenAct),
}

export const cases: readonly RuleCase[] = [
  { says: 'the day before', given: { Episodes: [{ DECOM: '13/10/1991' }] }, fires: [['Episodes', 0]] },
  { says: 'that day', given: { Episodes: [{ DECOM: '14/10/1991' }] }, fires: [] },
  { says: 'no date', given: { Episodes: [{ DECOM: '' }] }, fires: [] },
]
