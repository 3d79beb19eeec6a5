import { hasNoProvider } from '../../placementTypes.ts'
import { givesUrn } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** Parents, independent living, employment, hospital and custody: nobody here is Ofsted's. */
const notInspected: ReadonlySet<string> = new Set(['P1', 'P2', 'P3', 'R2', 'R5'])

export const rule222: ChildRule = {
  code: '222',
  meaning: 'The placement is of a kind that Ofsted does not inspect, and a URN is given.',
  mend: 'Leave the URN blank, or check the placement type.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE', 'URN'] },
  // UNCERTAIN which kinds: the message does not say. It was redefined when Z1 became Z11 to Z14, so these are among them,
  // and with them the temporary placements, of which no provider is asked either. Semi-independent living (H5) could not
  // be registered until 28 October 2023, so it is among them in 2023 and no longer in 2024. Residential care homes (R1)
  // and schools (S1) are left out: some are Ofsted's. Seven X are no URN.
  check: eachRow(
    'Episodes',
    (row, { codes, ruleYear }) =>
      givesUrn(row) &&
      (notInspected.has(row.PLACE) || hasNoProvider(row) || (row.PLACE === 'H5' && ruleYear <= 2023)) &&
      codes('PLACE').has(row.PLACE),
  ),
}

export const cases: readonly RuleCase[] = [
  { says: 'with parents', given: { Episodes: [{ PLACE: 'P1', URN: 'SC111111' }] }, fires: [['Episodes', 0]] },
  {
    says: 'a temporary and an other placement',
    given: { Episodes: [{ PLACE: 'T1', URN: 'SC111111' }, { PLACE: 'Z13', URN: 'SC111111' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'semi-independent living before its registration',
    year: 2023,
    given: { Episodes: [{ PLACE: 'H5', URN: '3333333' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'semi-independent living in the year of its registration',
    year: 2024,
    given: { Episodes: [{ PLACE: 'H5', URN: '3333333' }] },
    fires: [],
  },
  { says: 'with parents and no URN', given: { Episodes: [{ PLACE: 'P1' }] }, fires: [] },
  { says: 'a children’s home', given: { Episodes: [{ PLACE: 'K2', URN: 'SC111111' }] }, fires: [] },
  { says: 'seven X in hospital', year: 2025, given: { Episodes: [{ PLACE: 'R2', URN: 'XXXXXXX' }] }, fires: [] },
]
