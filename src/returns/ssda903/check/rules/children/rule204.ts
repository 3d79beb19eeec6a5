import { againstLastHeader } from '../../lastHeader.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule204: ChildRule = {
  code: '204',
  meaning: "The child's ethnicity is not the one in last year's return.",
  mend: "Ask the child or their family. If this year's is right, tell the DfE that last year's was not.",
  who: 'social worker',
  fields: ['ETHNIC'],
  years: { from: 2023 },
  reads: { Header: ['ETHNIC'] },
  readsLast: { Header: ['ETHNIC'] },
  // NOBT last year says that no ethnicity was yet recorded: to have asked since is no disagreement.
  check: againstLastHeader(({ ETHNIC }, before, { codes }) => {
    const known = codes('ETHNIC')
    return ETHNIC !== before.ETHNIC && before.ETHNIC !== 'NOBT' && known.has(ETHNIC) && known.has(before.ETHNIC)
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'another background', given: { Header: [{ ETHNIC: 'BCRB' }] }, last: { Header: [{ ETHNIC: 'BAFR' }] }, fires: [['Header', 0]] },
  {
    says: 'lost since last year',
    given: { Header: [{ ETHNIC: 'NOBT' }] },
    last: { Header: [{ ETHNIC: 'BAFR' }] },
    fires: [['Header', 0]],
  },
  { says: 'the same', given: { Header: [{ ETHNIC: 'BCRB' }] }, last: { Header: [{ ETHNIC: 'BCRB' }] }, fires: [] },
  { says: 'asked since last year', given: { Header: [{ ETHNIC: 'WBRI' }] }, last: { Header: [{ ETHNIC: 'NOBT' }] }, fires: [] },
  { says: 'blank is for rule 103', given: { Header: [{ ETHNIC: '' }] }, last: { Header: [{ ETHNIC: 'WBRI' }] }, fires: [] },
]
