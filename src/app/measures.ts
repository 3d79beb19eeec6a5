/** Measures: one definition, one answer, wherever it is shown. */
import type { ChildId } from '../core/facts/factType.ts'
import { countTold, isSmall, quarterEnd } from '../core/figures/small.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { allMeasures } from '../measures/all.ts'
import type { Case, Measure } from '../measures/measure.ts'
import type { Work } from './work.ts'

/** Ids of every measure, in the order they are shown. */
export const measureIds: readonly string[] = allMeasures.map((measure) => measure.id)

export interface MeasureChild {
  readonly childId: ChildId
  readonly code: string
  /** Counted in the numerator (always true for plain counts). */
  readonly counts: boolean
  /** The child's own figure, where the measure is an average (days); else null. */
  readonly value: number | null
}

/** A measure's own words, and its figure as at a day. */
export interface MeasureAnswer extends Pick<Measure, 'id' | 'title' | 'definition' | 'source' | 'version' | 'unit' | 'of'> {
  readonly asAt: LocalDate
  /** The window counted over; `from` null for a snapshot. Both days inclusive. */
  readonly window: { readonly from: LocalDate | null; readonly to: LocalDate }
  readonly numerator: number
  /** Null for plain counts. */
  readonly denominator: number | null
  /** The figure as published: a count, a percentage to one decimal, a mean of days to one decimal; null when the denominator is 0. */
  readonly value: number | null
  /** Cases left out because the facts cannot tell, with why. Never silently counted either way. */
  readonly leftOut: readonly { readonly why: string; readonly count: number }[]
  /** The children behind the figure, as far as the person may know them by name. */
  readonly children: readonly MeasureChild[]
}

/** A measure as it is told to somebody: whole, or without its figure where that is of so few that it could say who they are. */
export type MeasureTold =
  | MeasureAnswer & { readonly kind: 'told' }
  | Omit<MeasureAnswer, 'numerator' | 'denominator' | 'value' | 'leftOut'> & { readonly kind: 'withheld' }

/** Whether the person may know figures of few children: those who may see the children behind them, with a name or without. */
export function mayKnowSmall(work: Pick<Work, 'may'>): boolean {
  return work.may('see', 'measure children') || work.may('see', 'pseudonymised rows')
}

/** The day that figures are told of to this person, by the day they ask about (core/figures). */
export function dayTold(work: Pick<Work, 'may'>, asAt: LocalDate): LocalDate {
  return mayKnowSmall(work) ? asAt : quarterEnd(asAt)
}

/** As somebody is told who may see nobody behind it. What was left out is of few more often than not, and is no figure. */
export function withoutSmall(answer: MeasureAnswer): MeasureTold {
  const { numerator, denominator, value, leftOut: _leftOut, ...definition } = answer
  const told = answer.unit === 'days' || denominator === null ? !isSmall(denominator ?? numerator)
    : countTold(numerator, denominator) !== null && !isSmall(denominator)
  return told ? { ...definition, kind: 'told', numerator, denominator, value, leftOut: [] } : { ...definition, kind: 'withheld' }
}

/**
 * The measures asked for (all when null), as at a day: figures over every child, and of the children behind them those
 * whose names the person may have.
 */
export async function measures(
  work: Work,
  asAt: LocalDate,
  ids: readonly string[] | null,
): Promise<readonly MeasureTold[]> {
  work.allow('see', 'figures')
  const answers = (await work.figures.measures(dayTold(work, asAt), ids)).map((answer) => ({ ...answer, kind: 'told' as const }))
  if (!mayKnowSmall(work)) return answers.map((answer) => withoutSmall({ ...answer, children: [] }))
  if (!work.may('see', 'measure children')) return answers.map((answer) => ({ ...answer, children: [] }))
  const behind = [...new Set(answers.flatMap(({ children }) => children.map(({ childId }) => childId)))]
  const known = await work.within(['see', 'measure children'], () => work.children.among(behind))
  return answers.map((answer) => ({ ...answer, children: answer.children.filter(({ childId }) => known.has(childId)) }))
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** The figure of a measure, counted from its cases. */
export function answerOf(measure: Measure, asAt: LocalDate, cases: readonly Case[]): MeasureAnswer {
  const why = new Map<string, number>()
  const children: MeasureChild[] = []
  let numerator = 0
  let judged = 0
  let sum = 0
  for (const { childId, code, verdict } of cases) {
    switch (verdict.kind) {
      case 'left out':
        why.set(verdict.why, (why.get(verdict.why) ?? 0) + 1)
        break
      case 'does not count':
        judged += 1
        children.push({ childId, code, counts: false, value: null })
        break
      case 'counts':
        judged += 1
        numerator += 1
        sum += verdict.value ?? 0
        children.push({ childId, code, counts: true, value: verdict.value })
        break
    }
  }
  const { id, title, definition, source, version, unit, of } = measure
  return {
    id, title, definition, source, version, unit, of, asAt,
    window: measure.window(asAt),
    // A mean is the sum of days over the cases; a percentage the cases that count over all.
    numerator: unit === 'days' ? sum : numerator,
    denominator: unit === 'children' ? null : judged,
    value: unit === 'children' ? numerator : judged === 0 ? null : tenth((unit === 'days' ? sum : numerator * 100) / judged),
    leftOut: [...why].map(([words, count]) => ({ why: words, count })),
    children,
  }
}
