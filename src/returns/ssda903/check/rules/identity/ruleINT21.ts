import { sexOfCode } from '../../../sex.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleINT21: ChildRule = {
  code: 'INT21',
  meaning: 'The sex in the file of unaccompanied children (UASC) is not the one in the Header.',
  mend: 'Correct the one that is wrong.',
  who: 'returns team',
  fields: ['SEX'],
  years: { from: 2023 },
  reads: { Header: ['SEX'], UASC: ['SEX'] },
  // Compared by meaning, so a file in the codes of another year is not called another sex. What is no code of any year is not
  // the Header's, and no rule asks the UASC file for a code; where the Header's is none, rule 101 says so.
  check: ({ Header, UASC }, _, mark) => {
    for (const row of UASC) {
      if (row.SEX === '') continue
      const sex = sexOfCode(row.SEX)
      const others = Header.filter((header) => sexOfCode(header.SEX) !== undefined)
      if (others.length === 0 || others.some((header) => sexOfCode(header.SEX) === sex)) continue
      mark(row)
      for (const header of others) mark(header)
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'another', given: { UASC: [{ SEX: 'M' }], Header: [{ SEX: 'F' }] }, fires: [['UASC', 0], ['Header', 0]] },
  { says: 'unknown in one', given: { UASC: [{ SEX: 'M' }], Header: [{ SEX: 'U' }] }, fires: [['UASC', 0], ['Header', 0]] },
  { says: 'the same', given: { UASC: [{ SEX: 'M' }], Header: [{ SEX: 'M' }] }, fires: [] },
  { says: 'the same in the codes of two years', given: { UASC: [{ SEX: '1' }], Header: [{ SEX: 'M' }] }, fires: [] },
  { says: 'no code', given: { UASC: [{ SEX: 'X' }], Header: [{ SEX: 'F' }] }, fires: [['UASC', 0], ['Header', 0]] },
  { says: 'no code in the Header: that is rule 101', given: { UASC: [{ SEX: 'F' }], Header: [{ SEX: 'X' }] }, fires: [] },
  { says: 'blank, or not in the Header', given: { UASC: [{}, { CHILD: '2', SEX: 'F' }], Header: [{ SEX: 'F' }] }, fires: [] },
]
