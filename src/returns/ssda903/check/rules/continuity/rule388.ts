import { isOrderKnown } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/**
 * The next episode counts as the continuation when it says that it carries on, or begins on the day this one ended. What
 * may be wrong with it then is said by the rules about it: another day by 433, S on the same day by 431.
 */
export const rule388: ChildRule = {
  code: '388',
  meaning: 'The episode says that another began when it ended, but there is no such episode.',
  mend: 'Add the episode that follows; or, if the child left care, give the reason for that.',
  who: 'social worker',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC', 'REC'] },
  check(child, _context, mark) {
    // An episode whose start cannot be read may be the one that follows.
    if (!isOrderKnown(child)) return
    for (const [at, episode] of child.Episodes.entries()) {
      if (episode.REC !== 'X1') continue
      const next = child.Episodes[at + 1]
      const isNewStart = next?.RNE === 'S' && episode.DEC !== null && next.DECOM !== episode.DEC
      if (next === undefined || isNewStart) mark(episode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'nothing follows',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S', DEC: '01/06/2025', REC: 'X1' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'care begins anew later',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }, { DECOM: '02/06/2025', RNE: 'S' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the next episode carries on',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'the next says S, but begins on the day this one ended',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'S' }] },
    fires: [],
  },
  { says: 'the child went home', given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' }] }, fires: [] },
  {
    says: 'a row whose start cannot be read may follow',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }, { DECOM: 'June', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'on 31 March too',
    given: { Episodes: [{ DECOM: '01/05/2025', DEC: '31/03/2026', REC: 'X1' }] },
    fires: [['Episodes', 0]],
  },
]
