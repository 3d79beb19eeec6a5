import type { LocalDate } from '../../../../../core/time/localDate.ts'
import { endsCare, isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'
import { leavingEpisode } from '../../yearEnd.ts'

export const rule707: ChildRule = {
  code: '707',
  meaning: 'The child left care, and a deprivation of liberty order of that time has no end.',
  mend: 'Give the day the order ended, at the latest the day the child left care.',
  who: 'social worker',
  fields: ['DOLO_END'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START', 'DOLO_END'], Episodes: ['DECOM', 'DEC', 'REC', 'LS'] },
  // An order from before the child left cannot still be in force when they come back; one made after is another matter,
  // unless they have not come back. Short breaks end again and again without the child leaving care.
  check: (child, _, mark) => {
    const open = child.DoLo.filter((order) => isBlank(order, 'DOLO_END'))
    if (open.length === 0) return
    const hasLeft = leavingEpisode(child) !== undefined
    const leftSince = (day: LocalDate): boolean =>
      child.Episodes.some((episode) => episode.DEC !== null && episode.DEC >= day && endsCare(episode) && !isShortBreak(episode))
    for (const order of open) if (hasLeft || (order.DOLO_START !== null && leftSince(order.DOLO_START))) mark(order)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'left care',
    given: { DoLo: [{ DOLO_START: '01/06/2026' }], Episodes: [{ DECOM: '01/05/2026', LS: 'C2', DEC: '01/09/2026', REC: 'E4A' }] },
    fires: [['DoLo', 0]],
  },
  {
    says: 'left care, order ended',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '01/09/2026' }],
      Episodes: [{ DECOM: '01/05/2026', LS: 'C2', DEC: '01/09/2026', REC: 'E4A' }],
    },
    fires: [],
  },
  {
    says: 'moved',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026' }],
      Episodes: [{ DECOM: '01/05/2026', LS: 'C2', DEC: '01/09/2026', REC: 'X1' }, { DECOM: '01/09/2026', LS: 'C2' }],
    },
    fires: [],
  },
  {
    says: 'left and came back, an order from before',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026' }],
      Episodes: [{ DECOM: '01/05/2026', LS: 'C2', DEC: '01/09/2026', REC: 'E4A' }, { DECOM: '01/11/2026', LS: 'C2' }],
    },
    fires: [['DoLo', 0]],
  },
  {
    says: 'left and came back, an order from after',
    given: {
      DoLo: [{ DOLO_START: '01/12/2026' }],
      Episodes: [{ DECOM: '01/05/2026', LS: 'C2', DEC: '01/09/2026', REC: 'E4A' }, { DECOM: '01/11/2026', LS: 'C2' }],
    },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    given: {
      DoLo: [{ DOLO_START: '01/06/2026', DOLO_END: '31/06/2026' }],
      Episodes: [{ DECOM: '01/05/2026', LS: 'C2', DEC: '01/09/2026', REC: 'E4A' }],
    },
    fires: [],
  },
]
