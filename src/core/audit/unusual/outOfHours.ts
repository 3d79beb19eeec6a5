/** Looks outside the hours of work, by somebody who is not used to working then. */
import { isInTable, isWorkingDay, type WorkingCalendar } from '../../time/workingDays.ts'
import { weekday, type LocalDate } from '../../time/localDate.ts'
import type { UnusualPolicy } from './policy.ts'
import { childrenIn, eventsOf, groupedBy, type UnusualRule } from './watched.ts'

/** Whether a minute of a day in England is out of hours. Beyond the years of the holiday table, Monday to Friday are taken for working days. */
export function isOutOfHours(calendar: WorkingCalendar, { from, to }: UnusualPolicy['hours'], on: LocalDate, minute: number): boolean {
  const working = isInTable(calendar, on) ? isWorkingDay(calendar, on) : weekday(on) <= 5
  return !working || minute < from || minute >= to
}

/** Whether a minute of the day is in the dead of night. */
export const isNight = ({ nightFrom, nightTo }: UnusualPolicy['hours'], minute: number): boolean => minute >= nightFrom || minute < nightTo

/**
 * Kept once for a person and an evening, which ends where the hours of the next day begin. Work on one's own children late
 * in the day is what the work is like: it counts only in the dead of night, at a child without a tie, or at many children.
 * Who is used to evenings is not thereby used to nights.
 */
export const outOfHours: UnusualRule = ({ looks, people, calendar, policy: { hours } }) => {
  const outside = looks.filter(({ on, minute }) => isOutOfHours(calendar, hours, on, minute))
  return [...groupedBy(outside, ({ personId, on, minute }) => `${personId}/${minute < hours.from ? on - 1 : on}`)].flatMap(([key, evening]) => {
    const [first] = evening
    if (first === undefined) return []
    const usual = people.get(first.personId)?.usual
    const used = (days: number | undefined): boolean => (days ?? 0) >= hours.usualDays
    const untied = evening.filter(({ tied }) => !tied)
    const night = evening.filter(({ minute }) => isNight(hours, minute))
    const [why, found] = !used(usual?.nights) && night.length > 0 ? ['in the night', night] as const
      : used(usual?.daysOutOfHours) ? [null, []] as const
        : untied.length > 0 ? ['at a child to whom nothing ties them', untied] as const
          : childrenIn(evening) >= hours.manyChildren ? [`at ${childrenIn(evening)} different children`, evening] as const
            : [null, []] as const
    if (why === null) return []
    const [only, ...others] = new Set(found.map(({ childId }) => childId))
    return [{
      rule: 'out of hours' as const, key: `out of hours/${key}`, people: [first.personId],
      childId: others.length === 0 ? (only ?? null) : null, events: eventsOf(found),
      words: `Looked out of hours ${why}, and did so on fewer than ${hours.usualDays} days of the weeks before.`,
    }]
  })
}
