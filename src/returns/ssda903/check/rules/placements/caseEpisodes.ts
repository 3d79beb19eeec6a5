/** Invented episodes for the worked cases of rules 434 to 436. */
import type { GivenRows } from '../../ruleCase.ts'

type Given = NonNullable<GivenRows['Episodes']>[number]

/** A foster home that goes on to the next episode on 1 June. */
const home: Given = {
  DECOM: '01/05/2025', RNE: 'S', LS: 'V2', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '01/06/2025', REC: 'X1', PL_POST: 'N17 2BB', URN: 'SC222222',
}

/** Two episodes: the foster home, and what is the same from 1 June but for what is told. */
export function homeThen(next: Given): GivenRows {
  return { Episodes: [home, { ...home, DECOM: '01/06/2025', DEC: '', REC: '', ...next }] }
}
