import { isoDate } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const afterDecember2005 = isoDate('2006-01-01')

export const rule445: ChildRule = {
  code: '445',
  meaning: 'The episode began after December 2005 under a freeing order, which could no longer be made then.',
  mend: 'Put right the legal status; a placement order is E1.',
  who: 'adoption team',
  fields: ['DECOM', 'LS'],
  years: { from: 2023, to: 2025 },
  reads: { Episodes: ['DECOM', 'LS'] },
  // The Adoption and Children Act 2002 ended freeing orders on 30 December 2005; the message speaks of the month.
  check: eachRow('Episodes', ({ DECOM, LS }) => LS === 'D1' && DECOM !== null && DECOM >= afterDecember2005),
}

export const cases: readonly RuleCase[] = [
  { says: '1 January 2006', given: { Episodes: [{ DECOM: '01/01/2006', LS: 'D1' }] }, fires: [['Episodes', 0]] },
  { says: '31 December 2005', given: { Episodes: [{ DECOM: '31/12/2005', LS: 'D1' }] }, fires: [] },
  { says: 'a placement order', given: { Episodes: [{ DECOM: '01/01/2006', LS: 'E1' }] }, fires: [] },
]
