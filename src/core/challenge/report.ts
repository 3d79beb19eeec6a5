/**
 * The monthly report of the reviewing service (Haringey's post-Ofsted action plan of June 2023, 1.6 b asks for one): how many
 * concerns, about what, how soon answered, how many settled informally, what changed for children. Counts alone.
 */
import type { LocalDate } from '../time/localDate.ts'
import { workingDaysBetween, type WorkingCalendar } from '../time/workingDays.ts'
import { impacts, themes, type WholeConcern } from './concern.ts'
import type { OfficerNote } from './note.ts'
import { totalDue, type ChallengePolicy } from './protocol.ts'

export interface ReportAsked {
  /** Every concern raised up to the last day, whenever it was closed. */
  readonly concerns: readonly WholeConcern[]
  /** Notes of the days asked about. */
  readonly notes: readonly OfficerNote[]
  readonly from: LocalDate
  /** The last day, included. */
  readonly to: LocalDate
  readonly policy: ChallengePolicy
  readonly calendar: WorkingCalendar
}

export interface ChallengeReport {
  readonly raised: number
  readonly closed: number
  readonly openAtEnd: number
  readonly formalRaised: number
  readonly cafcass: number
  readonly themes: readonly { readonly theme: string; readonly raised: number; readonly openAtEnd: number }[]
  /** Of answers given in the days: how many, how many by their day, and the median of working days; null when there are none. */
  readonly answers: { readonly given: number; readonly inTime: number; readonly cannotTell: number; readonly medianWorkingDays: number | null }
  /** Of those closed as resolved in the days. */
  readonly resolved: { readonly all: number; readonly informally: number }
  /** Of formal ones closed in the days: within the total, past it, or not to be told. */
  readonly formalClosed: { readonly all: number; readonly inTime: number; readonly cannotTell: number }
  readonly impact: readonly { readonly impact: string; readonly count: number }[]
  readonly notes: { readonly midway: number; readonly midwayAudited: number; readonly monitoring: number; readonly goodPractice: number }
}

/** The middle of some numbers, the mean of the middle two; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

/** The report over some days. A concern is closed, answered or referred by the day that its records hold. */
export function challengeReport({ concerns, notes, from, to, policy, calendar }: ReportAsked): ChallengeReport {
  const inDays = (on: LocalDate | null): boolean => on !== null && on >= from && on <= to
  const raisedBy = concerns.filter(({ concern }) => concern.values.raisedOn <= to)
  const openAtEnd = raisedBy.filter(({ concern: { values: { closedOn } } }) => closedOn === null || closedOn > to)
  const raised = raisedBy.filter(({ concern }) => inDays(concern.values.raisedOn))
  const closed = raisedBy.filter(({ concern }) => inDays(concern.values.closedOn))
  const resolved = closed.filter(({ concern }) => concern.values.outcome === 'resolved')
  const formalClosed = closed.filter(({ concern }) => concern.values.formalOn !== null)
  const inTotal = formalClosed.map(({ concern }) => {
    const due = totalDue(concern, policy, calendar)
    return due === null || concern.values.closedOn === null ? null : concern.values.closedOn <= due
  })
  const given = raisedBy.flatMap(({ stages, answers }) => answers.filter(({ values }) => inDays(values.answeredOn)).map(({ values: { stage, answeredOn } }) => {
    const of = stages.findLast((one) => one.values.stage === stage && one.values.openedOn <= answeredOn)
    return {
      days: of === undefined ? undefined : workingDaysBetween(calendar, of.values.openedOn, answeredOn),
      inTime: of === undefined || of.values.dueOn === null ? null : answeredOn <= of.values.dueOn,
    }
  }))
  const midway = notes.filter(({ values }) => values.kind === 'midway' && inDays(values.on))
  const noted = (kind: string): number => notes.filter(({ values }) => values.kind === kind && inDays(values.on)).length
  return {
    raised: raised.length, closed: closed.length, openAtEnd: openAtEnd.length,
    formalRaised: raisedBy.filter(({ concern }) => inDays(concern.values.formalOn)).length,
    cafcass: raisedBy.filter(({ concern }) => inDays(concern.values.cafcassOn)).length,
    themes: themes.map(({ value, label }) => {
      const of = (list: readonly WholeConcern[]): number => list.filter(({ concern }) => concern.values.theme === value).length
      return { theme: label, raised: of(raised), openAtEnd: of(openAtEnd) }
    }),
    answers: {
      given: given.length, inTime: given.filter(({ inTime }) => inTime === true).length, cannotTell: given.filter(({ inTime }) => inTime === null).length,
      medianWorkingDays: median(given.flatMap(({ days }) => (days === undefined ? [] : [days]))),
    },
    resolved: { all: resolved.length, informally: resolved.filter(({ concern }) => concern.values.formalOn === null).length },
    formalClosed: { all: formalClosed.length, inTime: inTotal.filter((one) => one === true).length, cannotTell: inTotal.filter((one) => one === null).length },
    impact: impacts.map(({ value, label }) => ({ impact: label, count: closed.filter(({ concern }) => concern.values.impact === value).length })),
    notes: { midway: midway.length, midwayAudited: midway.filter(({ values }) => values.auditedOn !== null).length, monitoring: noted('monitoring'), goodPractice: noted('good practice') },
  }
}
