/** How a clock shows its working: what a social worker, a parent or a court could check with a calendar. */
import { addDays, formatLong, weekdayName, yearMonthDay, type LocalDate } from '../time/localDate.ts'
import {
  holidaysSkipped, lastWorkingDayOnOrBefore, weekendDaysSkipped, type BankHoliday, type WorkingCalendar,
} from '../time/workingDays.ts'
import type { ClockRule, Happening, Mark, Occurrence, Outcome, RuleId, RuleVersion, Span, Strength } from './clock.ts'
import { outcomeAsAt } from './outcome.ts'

export interface Explanation {
  readonly rule: RuleId
  readonly title: string
  readonly citation: string
  readonly strength: Strength
  readonly mark: Mark
  readonly version: number
  readonly trigger: Happening | null
  readonly span: Span
  readonly dueOn: LocalDate | null
  /** Bank holidays that fell on a weekday between trigger and due date and so were not counted. */
  readonly bankHolidaysSkipped: readonly BankHoliday[]
  /** Days of Saturdays and Sundays passed over; 0 unless counted in working days. */
  readonly weekendDaysSkipped: number
  /** The last working day on or before the due date, when the due date is none; else null. */
  readonly planBy: LocalDate | null
  readonly metOn: LocalDate | null
  readonly outcome: Outcome
  /** Sentences in reading order: trigger, arithmetic, what met it or why not, the law. */
  readonly sentences: readonly string[]
}

/**
 * The working of one occurrence as at a day, in figures and in sentences. The rule is the occurrence's own
 * (`ruleOf(occurrence.rule)`). Ask only for a clock that has started (`outcomeAsAt` not null); one that has not is said
 * not to have started, with the outcome `cannot tell yet`.
 */
export function explain(rule: ClockRule, occurrence: Occurrence, today: LocalDate, calendar: WorkingCalendar): Explanation {
  const { trigger, span, dueOn, ending } = occurrence
  const version = rule.versions.find((one) => one.version === occurrence.version)
  const outcome = outcomeAsAt(occurrence, today)
  const inWorkingDays = trigger !== null && dueOn !== null && span.unit === 'working days'
  const figures = {
    rule: rule.id,
    title: rule.title,
    citation: version?.citation ?? '',
    strength: rule.strength,
    mark: version?.mark ?? rule.mark,
    version: occurrence.version,
    trigger,
    span,
    dueOn,
    bankHolidaysSkipped: inWorkingDays ? holidaysSkipped(calendar, trigger.on, dueOn) : [],
    weekendDaysSkipped: inWorkingDays ? weekendDaysSkipped(trigger.on, dueOn) : 0,
    planBy: planByOf(dueOn, calendar),
    metOn: ending.kind === 'met' && ending.by.on <= today ? ending.by.on : null,
    outcome: outcome ?? 'cannot tell yet',
  } as const
  const sentences = [
    ...counting(figures, calendar),
    ...(outcome === null ? [`The clock had not started on ${formatLong(today)}.`] : standing(rule, occurrence, outcome, today)),
    ...(occurrence.note === null ? [] : [occurrence.note]),
    rule.words,
    ...law(figures, version),
  ]
  return { ...figures, sentences }
}

function planByOf(dueOn: LocalDate | null, calendar: WorkingCalendar): LocalDate | null {
  if (dueOn === null) return null
  const answer = lastWorkingDayOnOrBefore(calendar, dueOn)
  return answer.kind === 'date' && answer.date !== dueOn ? answer.date : null
}

/** From what it is counted, and how. */
function counting(
  figures: Pick<Explanation, 'trigger' | 'span' | 'dueOn' | 'bankHolidaysSkipped' | 'weekendDaysSkipped' | 'planBy'>,
  calendar: WorkingCalendar,
): readonly string[] {
  const { trigger, span, dueOn, planBy } = figures
  if (trigger === null) return ['The day it is counted from is not in the facts held, so there is no due date.']
  const sentences = [`It is counted from ${formatLong(trigger.on)}, when the child ${trigger.what}.`]
  if (dueOn === null) {
    sentences.push(`${spanWords(span)} after ${formatLong(trigger.on)} cannot be worked out: bank holidays are known from ${formatLong(calendar.from)} to ${formatLong(calendar.to)} only.`)
    return sentences
  }
  sentences.push(`${spanWords(span)} after ${formatLong(trigger.on)} is ${formatLong(dueOn)}.`)
  if (span.unit === 'working days') sentences.push(notCounted(figures))
  if (span.unit === 'months' && yearMonthDay(trigger.on).day !== yearMonthDay(dueOn).day) {
    sentences.push(`That month has no day ${yearMonthDay(trigger.on).day}, so its last day is the limit.`)
  }
  if (planBy !== null) {
    sentences.push(`${formatLong(dueOn)} is ${dayOff(dueOn, calendar)}. The limit does not move, so plan by ${weekdayName(planBy)} ${formatLong(planBy)}.`)
  }
  return sentences
}

function notCounted({ bankHolidaysSkipped: holidays, weekendDaysSkipped: weekend }: Pick<Explanation, 'bankHolidaysSkipped' | 'weekendDaysSkipped'>): string {
  const weekends = `Saturdays and Sundays are not counted (${weekend} days)`
  if (holidays.length === 0) return `${weekends}, and no bank holiday fell in between.`
  const days = listed(holidays.map(({ on, name }) => `${name} on ${formatLong(on)}`))
  return `${weekends}, nor ${holidays.length === 1 ? 'is the bank holiday' : `are the ${holidays.length} bank holidays`}: ${days}.`
}

function dayOff(on: LocalDate, calendar: WorkingCalendar): string {
  const name = calendar.days.has(on) ? calendar.holidays.find((holiday) => holiday.on === on)?.name : undefined
  return name === undefined ? `a ${weekdayName(on)}` : `a bank holiday (${name})`
}

/** How it stood on the day asked about: what met or stopped it, or what would. */
function standing(rule: ClockRule, { dueOn, ending }: Occurrence, outcome: Outcome, today: LocalDate): readonly string[] {
  const complete = `It is met by ${rule.completedBy}.`
  const by = ending.kind === 'open' ? null : ending.by
  switch (outcome) {
    case 'met':
    case 'late':
      return by === null || dueOn === null ? [] : [`It was met on ${formatLong(by.on)}, when the child ${by.what}: ${againstDue(by.on, dueOn)}.`]
    case 'due':
      return dueOn === null ? [] : [`Nothing recorded up to ${formatLong(today)} meets it. ${dueOn === today ? 'It is due that day' : `It is due ${dayWords(dueOn - today)} later`}.`, complete]
    case 'overdue':
      return dueOn === null ? [] : [`Nothing recorded up to ${formatLong(today)} meets it. It was ${dayWords(today - dueOn)} past its date on that day.`, complete]
    case 'not required': {
      if (by === null) return []
      const closed = `On ${formatLong(by.on)} the child ${by.what}, so it is no longer required.`
      if (dueOn === null || by.on <= dueOn) return [closed]
      return [closed, `It was already ${dayWords(by.on - dueOn)} past its date and not met when it stopped. A clock that stops is closed, and is not counted as late.`]
    }
    case 'refused':
      return by === null ? [] : [`On ${formatLong(by.on)} the child ${by.what}. A refusal closes it.`]
    case 'cannot tell yet':
      if (ending.kind !== 'cannot tell') return [complete]
      return [`Whether it was met cannot be told. ${ending.because}`, ...sinceWhen(by, dueOn), complete]
  }
}

/** What happened on the day from which the facts stop telling, unless that is only the due date going by. */
function sinceWhen(by: Happening | null, dueOn: LocalDate | null): readonly string[] {
  if (by === null || (dueOn !== null && by.factId === null && by.on === addDays(dueOn, 1))) return []
  return [`On ${formatLong(by.on)} the child ${by.what}.`]
}

function againstDue(on: LocalDate, dueOn: LocalDate): string {
  if (on === dueOn) return 'in time, on the day it was due'
  return on < dueOn ? `in time, ${dayWords(dueOn - on)} before it was due` : `late, ${dayWords(on - dueOn)} after it was due`
}

const strengths: Readonly<Record<Strength, string>> = {
  statute: 'This is the law',
  guidance: 'This is statutory guidance',
  'local policy': 'This is local policy, not law',
  scorecard: 'This is a scorecard figure that informs; it is no duty',
}

const marks: Readonly<Record<Mark, string | null>> = {
  V: null,
  S: null,
  L: null,
  K: 'It is taken from known practice and was not checked against its text: confirm locally before relying on it.',
  UNCERTAIN: 'It is uncertain how this rule is meant: confirm locally before relying on it.',
}

/** Where it comes from, since when, and how sure we are of it. */
function law(figures: Pick<Explanation, 'strength' | 'citation' | 'mark'>, version: RuleVersion | undefined): readonly string[] {
  const from = version === undefined || version.version === 1 ? '' : `, as in force from ${formatLong(version.validFrom)}`
  const mark = marks[figures.mark]
  return [`${strengths[figures.strength]}: ${figures.citation}${from}.`, ...(mark === null ? [] : [mark])]
}

function spanWords({ unit, count }: Span): string {
  const words = count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`
  return unit === 'weeks' ? `${words} (${count * 7} days)` : words
}

const dayWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

function listed(items: readonly string[]): string {
  const last = items[items.length - 1] ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}
