import { yearToDate, type Measure } from './measure.ts'
import { childrenWho } from './turnsOfCare.ts'

/** Children who came into care. A child who came in twice is counted once (DfE footnote to the statistics). */
export const started: Measure = {
  id: 'started',
  title: 'Started to be looked after in the year to date',
  definition:
    'Children who came into care from 1 April to the day, both included. A child who came into care more than once in that time is counted once. Series of short breaks are not counted; care that follows them is.',
  source: 'SSDA903, reason for new episode S; Haringey corporate parenting pack (starters), with the DfE rule of counting a child once (K)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: yearToDate,
  cases: (question) => childrenWho('came in', question),
}
