import { ageOn } from '../core/time/localDate.ts'
import { childrenInCare, mayBeUnder } from './inCare.ts'
import { counts, leftOut, snapshot, type Measure } from './measure.ts'

/** The youngest children, for whom a month is longest. */
export const underFour: Measure = {
  id: 'under-4',
  title: 'Children in care aged 3 or under',
  definition: 'Children in care at the close of the day whose fourth birthday was still to come.',
  source: 'Haringey corporate parenting pack, January 2025 (cla-under-4)',
  version: 1,
  unit: 'children',
  of: 'children',
  window: snapshot,
  async cases(question) {
    const on = question.window.to
    return (await childrenInCare(question, on, (eb) => mayBeUnder(eb, 4, on))).flatMap((child) => {
      if (child.bornOn === null) return [leftOut(child, 'the date of birth is not held')]
      return ageOn(child.bornOn, on) < 4 ? [counts(child)] : []
    })
  },
}
