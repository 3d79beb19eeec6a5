import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** From 2026 the letters alone are not enough (format notes 2.11). */
const LEAST_CHARACTERS = 4
const SINCE = 2026

export const ruleSW02STG1: ChildRule = {
  code: 'SW02STG1',
  meaning: "The social worker's number does not begin with SW or XX, or is too short to be one.",
  mend: "Give the worker's Social Work England number with SW before it, or a number of your own beginning with XX for a worker without one.",
  who: 'returns team',
  fields: ['SW_ID'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_ID'] },
  // A blank does not begin with either; since rule SW03STG1 was dropped no other rule asks for the number.
  check: eachRow('SWEpisodes', ({ SW_ID }, { ruleYear }) => {
    if (!SW_ID.startsWith('SW') && !SW_ID.startsWith('XX')) return true
    return ruleYear >= SINCE && SW_ID.length < LEAST_CHARACTERS
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'another beginning', given: { SWEpisodes: [{ SW_ID: 'AB1234' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'the number alone', given: { SWEpisodes: [{ SW_ID: '1234567' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'blank', given: { SWEpisodes: [{ SW_ID: '' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'with and without a number of the register', given: { SWEpisodes: [{ SW_ID: 'SW1234567' }, { SW_ID: 'XX12' }] }, fires: [] },
  { says: 'three characters', given: { SWEpisodes: [{ SW_ID: 'SW1' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'three characters before that was asked', year: 2025, given: { SWEpisodes: [{ SW_ID: 'SW1' }] }, fires: [] },
]
