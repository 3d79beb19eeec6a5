import { sexOfCode } from '../../../sex.ts'
import { endsCare, isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule607: ChildRule = {
  code: '607',
  meaning: 'A girl or young woman left care in the year, and it is not said whether she is a mother.',
  mend: 'Give 1 if she had given birth by the day she left, 0 if not.',
  who: 'social worker',
  fields: ['DEC', 'REC', 'MOTHER', 'LS', 'SEX'],
  years: { from: 2023 },
  reads: { Header: ['MOTHER', 'SEX'], Episodes: ['DEC', 'REC', 'LS'] },
  check: ({ Header, Episodes }, { start, end }, mark) => {
    const rows = Header.filter(({ MOTHER, SEX }) => MOTHER === '' && sexOfCode(SEX) === 'F')
    if (rows.length === 0) return
    const left = Episodes.filter(
      (episode) => episode.DEC !== null && episode.DEC >= start && episode.DEC <= end && endsCare(episode) && !isShortBreak(episode),
    )
    if (left.length === 0) return
    for (const row of rows) mark(row, ['MOTHER', 'SEX'])
    for (const episode of left) mark(episode, ['DEC', 'REC', 'LS'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'left on the last day',
    given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '31/03/2026', REC: 'E4A' }] },
    fires: [['Header', 0, ['MOTHER', 'SEX']], ['Episodes', 0, ['DEC', 'REC', 'LS']]],
  },
  {
    says: 'left on the first day',
    given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2020', LS: 'C2', DEC: '01/04/2025', REC: 'E4A' }] },
    fires: [['Header', 0, ['MOTHER', 'SEX']], ['Episodes', 0, ['DEC', 'REC', 'LS']]],
  },
  {
    says: 'left the day before the year',
    given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2020', LS: 'C2', DEC: '31/03/2025', REC: 'E4A' }] },
    fires: [],
  },
  {
    says: 'moved, and goes on',
    given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '01/06/2025', REC: 'X1' }] },
    fires: [],
  },
  {
    says: 'said',
    given: { Header: [{ SEX: 'F', MOTHER: '1' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '01/06/2025', REC: 'E4A' }] },
    fires: [],
  },
  {
    says: 'male',
    given: { Header: [{ SEX: 'M' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '01/06/2025', REC: 'E4A' }] },
    fires: [],
  },
  {
    says: 'a short break',
    given: { Header: [{ SEX: 'F' }], Episodes: [{ DECOM: '01/05/2025', LS: 'V3', DEC: '03/05/2025', REC: 'E4A' }] },
    fires: [],
  },
]
