import { childrenInCare } from './inCare.ts'
import { counts, snapshot, type Measure } from './measure.ts'

/** Unaccompanied asylum-seeking children in care. */
export const unaccompanied: Measure = {
  id: 'unaccompanied',
  title: 'Unaccompanied asylum-seeking children in care',
  definition:
    'Children in care at the close of the day with a row in the UASC table whose status has not ceased by then (no date ceased, or one after the day).',
  source: 'SSDA903 UASC table; Haringey corporate parenting pack (uasc-count)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: snapshot,
  async cases(question) {
    const children = await childrenInCare(question, question.window.to)
    return children.filter((child) => child.unaccompanied).map((child) => counts(child))
  },
}
