/** Children whom no rule routes. */
import type { Unrouted } from '../../../app/panels.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { Labels } from '../../port.ts'
import { legalStatusShort } from '../../words/codes.ts'
import { dayCount, longDate } from '../../words/dates.ts'

/** What the page shows. */
export function unroutedModel(children: readonly Unrouted[], labels: Labels, today: LocalDate, mayRoute: boolean) {
  return {
    mayRoute,
    children: children.map(({ childId, code, why, legalStatus, inCareSince, panel }) => ({
      code, why, legal: legalStatusShort(labels, legalStatus), href: `/children/${childId}/panels`, panel: panel ?? 'On no list',
      since: longDate(inCareSince), days: dayCount(today - inCareSince),
    })),
  }
}
