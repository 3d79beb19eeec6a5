import { childrenInCare as inCare } from './inCare.ts'
import { counts, snapshot, type Measure } from './measure.ts'

/** Children in care: the count that every rate and share stands on. */
export const childrenInCare: Measure = {
  id: 'children-in-care',
  title: 'Children in care',
  definition:
    'Children whom the council was looking after at the close of the day. A child who came into care on the day is counted, one who left on it is not. Children who only have a series of short breaks (legal status V3 or V4) are not counted.',
  source: 'SSDA903 convention; Haringey corporate parenting pack, January 2025 (cla-count)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: snapshot,
  async cases(question) {
    return (await inCare(question, question.window.to)).map((child) => counts(child))
  },
}
