import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleEPI: ChildRule = {
  code: 'EPI',
  meaning: 'The child has no episodes in the files, so most of what could be wrong cannot be looked for.',
  mend: 'Add their episodes of the year. For a care leaver who was not looked after in the year there is nothing to do.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  // The DfE lists the Header alone; that a child has no episodes can be known only where the Episodes are given.
  reads: { Header: [], Episodes: [] },
  check: (child, _, mark) => {
    if (child.Episodes.length === 0) child.Header.forEach((row) => mark(row))
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no episodes', given: { Header: [{}], Episodes: [{ CHILD: '2' }] }, fires: [['Header', 0]] },
  { says: 'an episode', given: { Header: [{}], Episodes: [{}] }, fires: [] },
  { says: "an episode in last year's files only", given: { Header: [{}] }, last: { Episodes: [{}] }, fires: [['Header', 0]] },
  {
    says: 'a care leaver is named too: the message makes no exception',
    given: { Header: [{}], OC3: [{ IN_TOUCH: 'YES' }] },
    fires: [['Header', 0]],
  },
]
