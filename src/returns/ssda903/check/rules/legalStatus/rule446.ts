import { isoDate } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const december2005 = isoDate('2005-12-01')

export const rule446: ChildRule = {
  code: '446',
  meaning: 'The episode began before December 2005 under a placement order, which could not yet be made then.',
  mend: 'Put right the day the episode began or the legal status.',
  who: 'adoption team',
  fields: ['LS', 'DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'LS'] },
  // The Adoption and Children Act 2002 brought placement orders on 30 December 2005; the message speaks of the month.
  check: eachRow('Episodes', ({ DECOM, LS }) => LS === 'E1' && DECOM !== null && DECOM < december2005),
}

export const cases: readonly RuleCase[] = [
  { says: '30 November 2005', given: { Episodes: [{ DECOM: '30/11/2005', LS: 'E1' }] }, fires: [['Episodes', 0]] },
  { says: '1 December 2005', given: { Episodes: [{ DECOM: '01/12/2005', LS: 'E1' }] }, fires: [] },
  { says: 'a care order', given: { Episodes: [{ DECOM: '30/11/2005', LS: 'C2' }] }, fires: [] },
]
