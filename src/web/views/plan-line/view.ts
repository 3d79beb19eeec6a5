/** One line of a plan as its page shows it. */
import type { PlanPage } from '../../../app/planPage.ts'
import { isLive, type Line } from '../../../core/plan/line.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { historyOf } from '../plan/history.ts'
import { lineRow } from '../plan/view.ts'

/** What the page shows. */
export function lineModel(page: PlanPage, line: Line, href: string, today: LocalDate) {
  const name = (id: string | null): string => (id === null ? '' : page.names.get(id) ?? 'Somebody who is no longer listed')
  return {
    ...lineRow(page, line, href, today), live: isLive(line), back: `${href}/plan`,
    may: { change: page.may.change && isLive(line), revive: page.may.change && !isLive(line), task: page.may.tasks && isLive(line) },
    history: historyOf({ ...page, versions: { plan: [], lines: page.versions.lines.filter(({ recordId }) => recordId === line.recordId) } }, name),
  }
}
