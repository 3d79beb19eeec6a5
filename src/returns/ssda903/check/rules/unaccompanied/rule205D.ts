import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnaccompanied } from '../../unaccompanied.ts'

export const rule205D: ChildRule = {
  code: '205D',
  meaning: "The child is returned as unaccompanied this year, but stood in last year's return as not unaccompanied.",
  mend: "Find out which is right. If last year's was wrong, tell the DfE.",
  who: 'social worker',
  fields: ['UASC', 'CHILD'],
  years: { from: 2023 },
  reads: { Header: [], UASC: [] },
  readsLast: { Header: [], UASC: [] },
  readsIfGiven: { Header: ['UASC'] },
  readsLastIfGiven: { Header: ['UASC'] },
  check: (child, _, mark) => {
    if (child.last === null || child.last.Header.length === 0) return
    if (isUnaccompanied(child) === true && isUnaccompanied(child.last) === false) child.Header.forEach((row) => mark(row))
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'this year only', given: { Header: [{}], UASC: [{}] }, last: { Header: [{}] }, fires: [['Header', 0]] },
  { says: 'by the flags of the XML', given: { Header: [{ UASC: '1' }] }, last: { Header: [{ UASC: '0' }] }, fires: [['Header', 0]] },
  { says: 'both years', given: { Header: [{}], UASC: [{}] }, last: { Header: [{}], UASC: [{}] }, fires: [] },
  { says: 'new to care this year', given: { Header: [{}], UASC: [{}] }, last: { Header: [{ CHILD: '2' }] }, fires: [] },
  {
    says: 'a flag that is no code is for rule 105',
    given: { Header: [{ UASC: 'Y' }], UASC: [{}] },
    last: { Header: [{ UASC: '0' }] },
    fires: [],
  },
]
