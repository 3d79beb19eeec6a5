import { birthday } from '../../../../../core/time/localDate.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnaccompanied } from '../../unaccompanied.ts'

/** UNCERTAIN: the message only says that they are generally older; no source we hold names an age. */
const YOUNGEST_EXPECTED = 10

export const rule231: ChildRule = {
  code: '231',
  meaning: 'An unaccompanied asylum-seeking child is younger than expected: not yet 10 at the end of the year.',
  mend: 'Check the date of birth. If it is right, say so to the DfE with the details.',
  who: 'social worker',
  // The list names UASC_STATUS, which is the Header's UASC.
  fields: ['DOB', 'UASC'],
  // The list published for 2025 has neither this rule nor 232; the later lists say that both were made for that year, in
  // which the sex 'unknown' came (232). So they are asked of it: both are queries, and one too many is soon answered.
  years: { from: 2025 },
  reads: { Header: ['DOB'], UASC: [] },
  readsIfGiven: { Header: ['UASC'] },
  check: (child, { end }, mark) => {
    if (isUnaccompanied(child) !== true) return
    for (const row of child.Header) if (row.DOB !== null && birthday(row.DOB, YOUNGEST_EXPECTED) > end) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  { says: '10 on 1 April', given: { Header: [{ DOB: '01/04/2016' }], UASC: [{}] }, fires: [['Header', 0]] },
  { says: '10 on 31 March', given: { Header: [{ DOB: '31/03/2016' }], UASC: [{}] }, fires: [] },
  { says: 'by the flag of the XML', given: { Header: [{ DOB: '01/05/2020', UASC: '1' }] }, fires: [['Header', 0]] },
  { says: 'not unaccompanied', given: { Header: [{ DOB: '01/05/2020' }, { CHILD: '2', DOB: '01/05/2020', UASC: '0' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { Header: [{ DOB: '2020' }], UASC: [{}] }, fires: [] },
]
