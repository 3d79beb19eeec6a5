import { periodsOfCare } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule504: ChildRule = {
  code: '504',
  meaning: 'The category of need is not the one given when this period of care began.',
  mend: 'Give the same category in every episode of a period of care: the one that held when the child came into care.',
  who: 'social worker',
  fields: ['CIN'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'CIN', 'REC'] },
  check(child, { codes }, mark) {
    // Where the period began before this record, its first episode here stands for the beginning: rule 503C joins the two.
    if (child.Episodes.length < 2) return
    for (const [first, ...later] of periodsOfCare(child)) {
      if (first === undefined || !codes('CIN').has(first.CIN)) continue
      for (const episode of later) if (episode.CIN !== first.CIN && codes('CIN').has(episode.CIN)) mark(episode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another category later in the same period',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', CIN: 'N1', REC: 'X1' },
        { DECOM: '01/06/2025', RNE: 'P', CIN: 'N5', REC: 'X1' },
        { DECOM: '01/07/2025', RNE: 'L', CIN: 'N1' },
      ],
    },
    fires: [['Episodes', 1]],
  },
  {
    says: 'the same category',
    given: {
      Episodes: [{ DECOM: '01/05/2025', RNE: 'S', CIN: 'N1', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P', CIN: 'N1' }],
    },
    fires: [],
  },
  {
    says: 'another category in a new period of care',
    given: {
      Episodes: [{ DECOM: '01/05/2025', RNE: 'S', CIN: 'N1', REC: 'E4A' }, { DECOM: '01/06/2025', RNE: 'S', CIN: 'N5' }],
    },
    fires: [],
  },
  {
    says: 'a later code that does not exist',
    given: {
      Episodes: [{ DECOM: '01/05/2025', RNE: 'S', CIN: 'N1', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P', CIN: 'N9' }],
    },
    fires: [],
  },
]
