/** The monthly report of the reviewing service as a document: one content for the page and the file. */
import type { ChallengeReport } from '../../../core/challenge/report.ts'
import { addDays, dateOf, yearMonthDay, type LocalDate } from '../../../core/time/localDate.ts'
import type { WrittenDocument } from '../../../edge/documents/document.ts'
import { counted } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'

export interface Month {
  readonly from: LocalDate
  /** The last day. */
  readonly to: LocalDate
  /** `2026-03` */
  readonly text: string
  readonly words: string
}

/** The month of a day. */
export function monthOf(day: LocalDate): Month {
  const { year, month } = yearMonthDay(day)
  return monthFrom(dateOf(year, month, 1) ?? day)
}

function monthFrom(first: LocalDate): Month {
  const { year, month } = yearMonthDay(first)
  const next = (month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1)) ?? first
  return { from: first, to: addDays(next, -1), text: `${year}-${String(month).padStart(2, '0')}`, words: longDate(first).replace(/^1 /, '') }
}

/** Reads `2026-03`; the month before today's when it makes no sense, which is the last whole one. */
export function readMonth(text: string | null, today: LocalDate): Month {
  const match = /^(\d{4})-(\d{2})$/.exec(text ?? '')
  const first = match === null ? undefined : dateOf(Number(match[1]), Number(match[2]), 1)
  return first === undefined || first > today ? monthOf(addDays(monthOf(today).from, -1)) : monthFrom(first)
}

const whole = (part: number, all: number): string => (all === 0 ? 'none' : `${part} of ${all}`)

/** The document. Counts alone: no child and no officer is named. */
export function reportDocument(report: ChallengeReport, month: Month, authority: string, madeBy: string, today: LocalDate): WrittenDocument {
  const { answers, resolved, formalClosed, notes } = report
  return {
    title: `Challenge by independent reviewing officers, ${month.words}`,
    lead: [`${authority}. ${longDate(month.from)} to ${longDate(month.to)}. Made on ${longDate(today)} by ${madeBy} from what was recorded by then.`, ...(month.to > today ? ['The month is not over: figures at its end are those of today.'] : [])],
    blocks: [
      { kind: 'heading', level: 2, text: 'Volume' },
      {
        kind: 'table', caption: 'Concerns in the month', head: ['What', 'Number'], rows: [
          ['Raised', String(report.raised)], ['Became formal', String(report.formalRaised)], ['Referred to Cafcass', String(report.cafcass)],
          ['Closed', String(report.closed)], ['Open at the end of the month', String(report.openAtEnd)],
        ],
      },
      { kind: 'heading', level: 2, text: 'Themes' },
      {
        kind: 'table', caption: 'Concerns by theme', head: ['Theme', 'Raised', 'Open at the end'],
        rows: report.themes.map((one) => [one.theme, String(one.raised), String(one.openAtEnd)]),
      },
      { kind: 'heading', level: 2, text: 'Time to answer' },
      {
        kind: 'table', caption: 'Answers given in the month', head: ['What', 'Figure'], rows: [
          ['Answers given', String(answers.given)],
          ['By the day they were due', whole(answers.inTime, answers.given - answers.cannotTell)],
          ['Median time to answer', answers.medianWorkingDays === null ? 'no answers' : counted(answers.medianWorkingDays, 'working day')],
          ['Formal process closed within the total allowed', whole(formalClosed.inTime, formalClosed.all - formalClosed.cannotTell)],
        ],
      },
      ...(answers.cannotTell + formalClosed.cannotTell === 0 ? [] : [{
        kind: 'text' as const, text: `Of ${answers.cannotTell + formalClosed.cannotTell} it cannot be told whether they were in time, and they are not counted above.`,
      }]),
      { kind: 'heading', level: 2, text: 'Resolved, and what changed for children' },
      { kind: 'text', text: `Resolved informally: ${whole(resolved.informally, resolved.all)} of those that the officer accepted.` },
      {
        kind: 'table', caption: 'What changed for the child, of concerns closed in the month', head: ['What changed', 'Concerns'],
        rows: report.impact.map((one) => [one.impact, String(one.count)]),
      },
      { kind: 'heading', level: 2, text: 'Between reviews' },
      {
        kind: 'table', caption: 'Notes of reviewing officers in the month', head: ['What', 'Number'], rows: [
          ['Midway checks', String(notes.midway)], ['Of those looked over by the manager', whole(notes.midwayAudited, notes.midway)],
          ['Monitoring notes', String(notes.monitoring)], ['Good practice', String(notes.goodPractice)],
        ],
      },
    ],
  }
}
