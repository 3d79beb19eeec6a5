import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/**
 * The message speaks of the day the episode ceased, word for word as rule 385's does, and marks the day it began. That is
 * a slip in the message: 385 asks about the end, this about the start.
 */
export const rule354: ChildRule = {
  code: '354',
  meaning: 'The episode begins after the end of the collection year.',
  mend: 'Put right the day the episode began; an episode of next year belongs in next year’s return.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM'] },
  check: eachRow('Episodes', ({ DECOM }, { end }) => DECOM !== null && DECOM > end),
}

export const cases: readonly RuleCase[] = [
  { says: '1 April after the year', given: { Episodes: [{ DECOM: '01/04/2026' }] }, fires: [['Episodes', 0]] },
  { says: '31 March', given: { Episodes: [{ DECOM: '31/03/2026' }] }, fires: [] },
  {
    says: 'begun in the year, though it ends after',
    given: { Episodes: [{ DECOM: '31/03/2026', DEC: '01/04/2026' }] },
    fires: [],
  },
]
