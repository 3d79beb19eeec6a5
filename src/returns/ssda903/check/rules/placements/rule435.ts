import { homeThen } from './caseEpisodes.ts'
import { changeReads, isNot } from './newEpisode.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule435: ChildRule = {
  code: '435',
  meaning: 'The new episode says that only the placement changed (P or T), but it did not, or the legal status changed as well.',
  mend: 'Correct the reason for the new episode, or what did not change: B or U where the legal status changed too.',
  who: 'returns team',
  fields: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: changeReads },
  check: isNot(['P', 'T'], { legalStatus: false, placement: true }),
}

export const cases: readonly RuleCase[] = [
  { says: 'nothing changed', given: homeThen({ RNE: 'P' }), fires: [['Episodes', 1]] },
  { says: 'both changed', given: homeThen({ RNE: 'T', LS: 'C1', PL_POST: 'N22 1AA' }), fires: [['Episodes', 1]] },
  { says: 'other carers of the same service', given: homeThen({ RNE: 'P', PL_POST: 'N22 1AA' }), fires: [] },
  { says: 'the same carers, matched', given: homeThen({ RNE: 'T', PLACE: 'U4' }), fires: [] },
  { says: 'the same carers under another service', given: homeThen({ RNE: 'T', URN: 'SC444444' }), fires: [] },
  {
    says: 'back in care: nothing to be held against',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', LS: 'V2', PLACE: 'U6', DEC: '01/06/2025', REC: 'E4A' },
        { DECOM: '01/07/2025', RNE: 'P', LS: 'V2', PLACE: 'U6' },
      ],
    },
    fires: [],
  },
]
