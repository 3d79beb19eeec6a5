import { yearToDate, type Measure } from './measure.ts'
import { childrenWho } from './turnsOfCare.ts'

/** Children who left care. A child who left twice is counted once (DfE footnote to the statistics). */
export const ceased: Measure = {
  id: 'ceased',
  title: 'Ceased to be looked after in the year to date',
  definition:
    'Children who left care from 1 April to the day, both included, whatever the reason. A child who left more than once in that time is counted once, also when back in care on the day. Series of short breaks are not counted.',
  source: 'SSDA903, reason episode ceased other than X1; Haringey corporate parenting pack (leavers), with the DfE rule of counting a child once (K)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: yearToDate,
  cases: (question) => childrenWho('left', question),
}
