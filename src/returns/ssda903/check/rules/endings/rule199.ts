import type { LocalDate } from '../../../../../core/time/localDate.ts'
import { isAdopted } from '../../adoption.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import type { EpisodeRow } from '../../rows.ts'

export const rule199: ChildRule = {
  code: '199',
  meaning: 'The child has an episode after they were adopted from care, this year or last.',
  mend: 'Put right the end that says adopted; if an adopted child came back into care, give them a new child code.',
  who: 'adoption team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC', 'REC'] },
  // The list of tables leaves out last year's episodes; the message says that they are looked at when they are there.
  readsLastIfGiven: { Episodes: ['DEC', 'REC'] },
  check(child, _context, mark) {
    const since = firstAdoption(firstAdoption(undefined, child.last?.Episodes ?? []), child.Episodes)
    if (since === undefined) return
    for (const episode of child.Episodes) {
      // The adopted episode itself may begin on the day it ended (rule 355).
      const isItself = episode.DEC === since && isAdopted(episode)
      if (episode.DECOM !== null && episode.DECOM >= since && !isItself) mark(episode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'adopted this year, with a later episode',
    given: { Episodes: [{ DECOM: '01/05/2020', DEC: '01/06/2025', REC: 'E12' }, { DECOM: '01/07/2025' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'adopted last year',
    last: { Episodes: [{ DECOM: '01/05/2020', DEC: '01/06/2024', REC: 'E11' }] },
    given: { Episodes: [{ DECOM: '01/07/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'an episode from the day of the adoption',
    given: { Episodes: [{ DECOM: '01/05/2020', DEC: '01/06/2025', REC: 'E11' }, { DECOM: '01/06/2025' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'adopted at the end of the record',
    last: { Episodes: [{ DECOM: '01/05/2020' }] },
    given: {
      Episodes: [{ DECOM: '01/05/2020', DEC: '01/05/2025', REC: 'X1' }, { DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E11' }],
    },
    fires: [],
  },
  {
    says: 'back in care after going home',
    last: { Episodes: [{ DECOM: '01/05/2020', DEC: '01/06/2024', REC: 'E4A' }] },
    given: { Episodes: [{ DECOM: '01/07/2025' }] },
    fires: [],
  },
  {
    says: 'the day of the adoption cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2020', DEC: 'June', REC: 'E11' }, { DECOM: '01/07/2025' }] },
    fires: [],
  },
]

function firstAdoption(known: LocalDate | undefined, episodes: readonly EpisodeRow[]): LocalDate | undefined {
  let first = known
  for (const episode of episodes) {
    if (isAdopted(episode) && episode.DEC !== null && (first === undefined || episode.DEC < first)) first = episode.DEC
  }
  return first
}
