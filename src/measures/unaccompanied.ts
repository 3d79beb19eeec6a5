import { childrenInCare } from './inCare.ts'
import { counts, snapshot, type Measure } from './measure.ts'

/** Unaccompanied asylum-seeking children in care. */
export const unaccompanied: Measure = {
  id: 'unaccompanied',
  title: 'Unaccompanied asylum-seeking children in care',
  definition:
    'Children in care at the close of the day who came to this country to seek asylum without an adult who cares for them, and whose status as such had not ceased by then (SSDA903 UASC table: no date ceased, or one after the day).',
  source: 'SSDA903 UASC table; Haringey corporate parenting pack (uasc-count)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: snapshot,
  async cases(question) {
    const children = await childrenInCare(question, question.window.to, (eb) => eb('unaccompanied', '=', true))
    return children.map((child) => counts(child))
  },
}
