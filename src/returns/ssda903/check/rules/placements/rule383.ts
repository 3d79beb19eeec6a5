import { isTemporary, periodsOfCare } from '../../care.ts'
import { isOrderKnown } from '../../chain.ts'
import { isSamePostcode } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import type { EpisodeRow } from '../../rows.ts'

export const rule383: ChildRule = {
  code: '383',
  meaning: 'After a temporary placement (T0 to T4) the child did not go back to the placement from before it.',
  mend: 'Give the return to the usual placement as an episode of its own (P), and a move from there as the next; or check whether the placement was temporary.',
  who: 'social worker',
  fields: ['PLACE', 'RNE', 'PL_POST'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'REC', 'PLACE', 'PL_POST'] },
  check(child, { codes }, mark) {
    if (!child.Episodes.some(isTemporary) || !isOrderKnown(child)) return
    const places = codes('PLACE')
    for (const period of periodsOfCare(child)) {
      let usual: EpisodeRow | undefined
      let temporary: EpisodeRow | undefined
      for (const episode of period) {
        // One temporary placement may follow another, and the legal status change in it: the return is asked after the last.
        if (isTemporary(episode)) temporary = episode
        else {
          if (temporary !== undefined && places.has(episode.PLACE) && !isReturn(episode, usual)) {
            mark(temporary, ['PLACE'])
            mark(episode)
          }
          temporary = undefined
          usual = episode
        }
      }
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'back where the child lived',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'X1', PLACE: 'T3', PL_POST: 'N22 1AA' },
        { DECOM: '15/06/2025', RNE: 'P', PLACE: 'U6', PL_POST: 'N172BB' },
      ],
    },
    fires: [],
  },
  {
    says: 'to another type of placement',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'X1', PLACE: 'T1', PL_POST: 'N17 2BB' },
        { DECOM: '15/06/2025', RNE: 'P', PLACE: 'K2', PL_POST: 'N17 2BB' },
      ],
    },
    fires: [['Episodes', 1, ['PLACE']], ['Episodes', 2]],
  },
  {
    says: 'to another home of the same type',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'X1', PLACE: 'T4', PL_POST: 'N17 2BB' },
        { DECOM: '08/06/2025', RNE: 'P', PLACE: 'U6', PL_POST: 'EN1 3CC' },
      ],
    },
    fires: [['Episodes', 1, ['PLACE']], ['Episodes', 2]],
  },
  {
    says: 'back, but as if the carer had stayed the same',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'X1', PLACE: 'T4', PL_POST: 'N17 2BB' },
        { DECOM: '08/06/2025', RNE: 'T', PLACE: 'U6', PL_POST: 'N17 2BB' },
      ],
    },
    fires: [['Episodes', 1, ['PLACE']], ['Episodes', 2]],
  },
  {
    says: 'a care order in hospital, then back',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'X1', PLACE: 'T1', PL_POST: 'N17 2BB' },
        { DECOM: '05/06/2025', RNE: 'L', REC: 'X1', PLACE: 'T1', PL_POST: 'N17 2BB' },
        { DECOM: '08/06/2025', RNE: 'B', PLACE: 'U6', PL_POST: 'N17 2BB' },
      ],
    },
    fires: [],
  },
  {
    says: 'still away, or out of care from there',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'E4A', PLACE: 'T2', PL_POST: 'N17 2BB' },
        { DECOM: '01/09/2025', RNE: 'S', REC: 'X1', PLACE: 'K2', PL_POST: 'EN1 3CC' },
        { DECOM: '01/10/2025', RNE: 'P', PLACE: 'T2', PL_POST: 'EN1 3CC' },
      ],
    },
    fires: [],
  },
  {
    says: 'away since last year: the usual placement is not in the file',
    given: {
      Episodes: [
        { DECOM: '25/03/2025', RNE: 'P', REC: 'X1', PLACE: 'T3', PL_POST: 'N17 2BB' },
        { DECOM: '08/04/2025', RNE: 'P', PLACE: 'U6', PL_POST: 'N17 2BB' },
      ],
    },
    fires: [],
  },
  {
    says: 'no postcode: rule 392b asks for it',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'S', REC: 'X1', PLACE: 'U6', PL_POST: 'N17 2BB' },
        { DECOM: '01/06/2025', RNE: 'P', REC: 'X1', PLACE: 'T4' },
        { DECOM: '08/06/2025', RNE: 'P', PLACE: 'U6' },
      ],
    },
    fires: [],
  },
]

/** Whether an episode goes back to the usual placement. A legal status that changes the same day makes the reason a B. */
function isReturn(episode: EpisodeRow, usual: EpisodeRow | undefined): boolean {
  if (episode.RNE !== 'P' && episode.RNE !== 'B') return false
  if (usual === undefined) return true
  const postcodesKnown = usual.PL_POST !== '' && episode.PL_POST !== ''
  return usual.PLACE === episode.PLACE && (!postcodesKnown || isSamePostcode(usual.PL_POST, episode.PL_POST))
}
