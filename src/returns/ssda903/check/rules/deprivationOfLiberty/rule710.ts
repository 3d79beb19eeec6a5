import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { livedIn } from './orders.ts'

/** Secure children's homes, parents, young offender institutions, supported accommodation (format notes 2.12). */
const never: ReadonlySet<string> = new Set(['K1', 'P1', 'R5', 'K3'])

export const rule710: ChildRule = {
  code: '710',
  meaning: "During a deprivation of liberty order the child lived in a secure children's home, with parents, in a young offender institution or in supported accommodation, where there can be none.",
  mend: 'Correct the kind of home, or the dates of the order.',
  who: 'social worker',
  // The list names PLACEMENT, which is PLACE.
  fields: ['DOLO_START', 'PLACE'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START', 'DOLO_END'], Episodes: ['PLACE', 'DECOM', 'DEC'] },
  check: livedIn((place) => never.has(place)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'each of the four',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026' }],
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'K1', DEC: '01/07/2026' }, { DECOM: '01/07/2026', PLACE: 'P1', DEC: '01/08/2026' },
        { DECOM: '01/08/2026', PLACE: 'R5', DEC: '01/09/2026' }, { DECOM: '01/09/2026', PLACE: 'K3' },
      ],
    },
    fires: [['DoLo', 0, ['DOLO_START']], ['Episodes', 0, ['PLACE']], ['Episodes', 1, ['PLACE']], ['Episodes', 2, ['PLACE']], ['Episodes', 3, ['PLACE']]],
  },
  {
    says: "a children's home, and foster care, which is for rule 709",
    given: { DoLo: [{ DOLO_START: '01/06/2026' }], Episodes: [{ DECOM: '01/05/2026', PLACE: 'K2' }, { DECOM: '01/08/2026', PLACE: 'U6' }] },
    fires: [],
  },
  {
    says: 'after the order',
    given: { DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '01/07/2026' }], Episodes: [{ DECOM: '01/07/2026', PLACE: 'P1' }] },
    fires: [],
  },
]
