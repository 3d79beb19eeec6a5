/** The tracker as a file: the same children in the same order, one column a fact. */
import type { BesideRow, TrackerRow } from '../../../app/tracker.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { Cell } from '../../csv.ts'
import type { Labels } from '../../port.ts'
import { ruleShort } from '../../words/clocks.ts'
import { codeWords } from '../../words/codes.ts'
import { formatIso } from '../../words/dates.ts'
import { routeLabel } from '../../words/permanence.ts'
import { panelWords, planWords } from './beside.ts'

export const trackerHead = [
  'Child', 'As at', 'Age', 'In care since', 'Start known', 'Days in care', 'Legal status code', 'Legal status',
  'Legal status since', 'Placement type code', 'Placement type', 'Home since', 'Home number', 'Away (placement type)',
  'Route seen', 'Legal permanence', 'Physical permanence', 'Permanence achieved', 'Next due', 'Next due on',
  'Days overdue', 'Drift in days', 'Drift because of', 'Worker', 'Team',
  // Recorded in Holdfast, as it stands now whatever the day asked about.
  'Plan now', 'Panel now', 'Next action', 'Next action due', 'Next action owner', 'Signals now',
] as const

const nothing: BesideRow = { plan: null, panel: null, nextAction: null, signals: [] }

const day = (date: LocalDate | null): string | null => (date === null ? null : formatIso(date))

/** The cells of one child, in the order of the head. */
export function trackerCells(labels: Labels, asAt: LocalDate): (one: { readonly row: TrackerRow; readonly beside: BesideRow | undefined }) => readonly Cell[] {
  return ({ row, beside: found }) => {
    const beside = found ?? nothing
    return [
      row.code, formatIso(asAt), row.age, day(row.inCareSince), row.startKnown, row.daysInCare, row.legalStatus,
      codeWords(labels, 'LS', row.legalStatus, ''), day(row.legalStatusSince), row.placementType,
      codeWords(labels, 'PLACE', row.placementType, ''), day(row.homeSince), row.homeNumber, row.away,
      row.route === null ? null : routeLabel(row.route), row.legal, row.physical, row.permanenceAchieved,
      row.nextDueRule === null ? null : ruleShort(row.nextDueRule), day(row.nextDueOn),
      row.nextDueOn === null ? null : Math.max(0, asAt - row.nextDueOn), row.driftDays,
      row.driftRule === null ? null : ruleShort(row.driftRule), row.worker, row.team,
      beside.plan === null ? null : planWords(beside.plan), beside.panel === null ? null : panelWords(beside.panel),
      beside.nextAction?.what ?? null, day(beside.nextAction?.dueOn ?? null), beside.nextAction?.owner ?? null,
      beside.signals.map(({ rule }) => rule.title).join('; ') || null,
    ]
  }
}
