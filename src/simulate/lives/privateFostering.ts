/** Counts of private fostering that the head of service of an invented borough would have written down. */
import { fosteringCountType } from '../../core/privateFostering/count.ts'
import { added } from '../../core/records/recordType.ts'
import { addMonths } from '../../core/time/localDate.ts'
import { stream, whole } from '../random.ts'
import { weekdayBy, type Authored, type Setting, type Somebody } from './known.ts'

/** Children aged 0 to 17 in the invented borough: about as many as in one with so many in care. */
const CHILDREN = 53_000

/** Two counts a year apart, the newer one lower than so many children suggest. */
export function fosteringTold({ personId }: Somebody, at: Setting): readonly Authored[] {
  const chance = stream(at.seed, 'lives', 'private fostering')
  return [14, 2].map((months, i): Authored => ({
    by: personId, change: added(fosteringCountType, at.newId(), { childId: null }, {
      countedOn: weekdayBy(addMonths(at.today, -months)), open: whole(chance, 2, 4) + (i === 0 ? 3 : 0), notified: whole(chance, 3, 8), children: CHILDREN,
      note: i === 0 ? 'Posters in surgeries; a session with the school nurses.' : null,
    }),
  }))
}
