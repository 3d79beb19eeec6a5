/** Authorising a plan or sending it back: what is decided on, and the two ways. */
import type { PlanPage } from '../../../app/planPage.ts'
import { isLive } from '../../../core/plan/line.ts'
import { lineRow } from '../plan/view.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { longDate } from '../../words/dates.ts'

/** What the page shows beside its form. */
export function decideModel(page: PlanPage, today: LocalDate) {
  const { plan, lines } = page
  const href = `/children/${plan.childId ?? ''}`
  return {
    back: `${href}/plan`, action: `${href}/plan/decide`, aim: plan.values.aim, noAlternativeWhy: plan.values.noAlternativeWhy,
    putForward: `${plan.recordedBy.name} put it forward on ${longDate(plan.values.putForwardOn)}.`,
    lines: lines.filter((line) => isLive(line) || line.values.inForce !== 'ended').map((line) => lineRow(page, line, href, today)),
    lacking: page.lacking, reminders: page.reminders,
    wroteIt: page.may.decide === 'wrote it',
  }
}
