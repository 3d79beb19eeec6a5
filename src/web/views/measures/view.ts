/** The measures: each figure with its definition. */
import type { MeasureAnswer } from '../../../app/measures.ts'
import { asAtForm, type AsAt, type DayAsked, type Days } from '../../asAt.ts'
import { address } from '../../localAddress.ts'
import { counted, figureWords, whole } from '../../words/counts.ts'
import { formatIso, longDate } from '../../words/dates.ts'

export interface MeasuresModel {
  readonly asAt: AsAt
  /** Null for those who may not take figures out. */
  readonly csvHref: string | null
  readonly rows: readonly {
    readonly title: string; readonly href: string; readonly definition: string; readonly figure: string
    readonly parts: string; readonly window: string; readonly leftOut: string | null
  }[]
}

/** `1 April 2025 to 31 March 2026`, or the day for a snapshot. */
export function windowWords({ window }: MeasureAnswer): string {
  return window.from === null ? `On ${longDate(window.to)}` : `${longDate(window.from)} to ${longDate(window.to)}`
}

/** `34 of 41 reviews`, `12 adoptions` for a mean; empty for a plain count. */
export function partsWords(one: MeasureAnswer): string {
  if (one.denominator === null) return ''
  const cases = counted(one.denominator, casesOf[one.of], one.of)
  return one.unit === 'days' ? cases : `${whole(one.numerator)} of ${cases}`
}

const casesOf = { children: 'child', reviews: 'review', adoptions: 'adoption' } as const

/** What the template shows. */
export function measuresModel(answers: readonly MeasureAnswer[], asked: DayAsked, days: Days, mayExport: boolean): MeasuresModel {
  const day = asked.day === days.usual ? null : formatIso(asked.day)
  return {
    asAt: asAtForm('/measures', {}, asked, days),
    csvHref: mayExport ? address('/measures.csv', { 'as-at': day }) : null,
    rows: answers.map((one) => {
      const left = one.leftOut.reduce((sum, { count }) => sum + count, 0)
      return {
        title: one.title,
        href: address(`/measures/${encodeURIComponent(one.id)}`, { 'as-at': day }),
        definition: one.definition,
        figure: figureWords(one.value, one.unit),
        parts: partsWords(one),
        window: windowWords(one),
        leftOut: left === 0 ? null : `${counted(left, 'case')} left out`,
      }
    }),
  }
}
