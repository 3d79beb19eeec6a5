import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { livedIn } from './orders.ts'

/** Children's homes and two kinds of other home (format notes 2.12). */
const expected: ReadonlySet<string> = new Set(['K2', 'Z12', 'Z13'])

export const rule709: ChildRule = {
  code: '709',
  meaning: 'During a deprivation of liberty order the child lived in a kind of home where such an order is not expected.',
  mend: 'Check the kind of home and the dates. If they are right, say so to the DfE.',
  who: 'social worker',
  // The list names PLACEMENT, which is PLACE.
  fields: ['DOLO_START', 'PLACE'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START', 'DOLO_END'], Episodes: ['PLACE', 'DECOM', 'DEC'] },
  // Kinds of home that are never right (rule 710) are unexpected too.
  check: livedIn((place) => !expected.has(place)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'foster care',
    given: { DoLo: [{ DOLO_START: '01/06/2026' }], Episodes: [{ DECOM: '01/05/2026', PLACE: 'U6' }] },
    fires: [['DoLo', 0, ['DOLO_START']], ['Episodes', 0, ['PLACE']]],
  },
  {
    says: 'the homes where it is expected',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026' }],
      Episodes: [
        { DECOM: '01/05/2026', PLACE: 'K2', DEC: '01/07/2026' }, { DECOM: '01/07/2026', PLACE: 'Z12', DEC: '01/08/2026' },
        { DECOM: '01/08/2026', PLACE: 'Z13' },
      ],
    },
    fires: [],
  },
  {
    says: 'moved there on the day the order ended',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '01/07/2026' }],
      Episodes: [{ DECOM: '01/05/2026', PLACE: 'K2', DEC: '01/07/2026' }, { DECOM: '01/07/2026', PLACE: 'U6' }],
    },
    fires: [],
  },
  {
    says: 'moved there the day before',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '01/07/2026' }],
      Episodes: [{ DECOM: '01/05/2026', PLACE: 'K2', DEC: '30/06/2026' }, { DECOM: '30/06/2026', PLACE: 'U6' }],
    },
    fires: [['DoLo', 0, ['DOLO_START']], ['Episodes', 1, ['PLACE']]],
  },
  {
    says: 'left there on the day the order began',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026' }],
      Episodes: [{ DECOM: '01/05/2026', PLACE: 'U6', DEC: '01/06/2026' }, { DECOM: '01/06/2026', PLACE: 'K2' }],
    },
    fires: [],
  },
  {
    says: 'an order of a single day',
    given: { DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '01/06/2026' }], Episodes: [{ DECOM: '01/06/2026', PLACE: 'U6' }] },
    fires: [['DoLo', 0, ['DOLO_START']], ['Episodes', 0, ['PLACE']]],
  },
  {
    says: 'no code',
    given: { DoLo: [{ DOLO_START: '01/06/2026' }], Episodes: [{ DECOM: '01/05/2026', PLACE: 'XX' }, { DECOM: '01/06/2026' }] },
    fires: [],
  },
  {
    says: 'a date that cannot be read',
    given: { DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '31/06/2026' }], Episodes: [{ DECOM: '01/05/2026', PLACE: 'U6' }] },
    fires: [],
  },
]
