/** The measures: each figure with its definition. */
import type { MeasureTold } from '../../../app/measures.ts'
import { asAtForm, type AsAt, type DayAsked, type Days } from '../../asAt.ts'
import { address } from '../../localAddress.ts'
import { withheldMark } from '../../../core/figures/small.ts'
import { counted, figureWords, whole, withheldWords } from '../../words/counts.ts'
import { formatIso, longDate } from '../../words/dates.ts'

export interface MeasuresModel {
  readonly asAt: AsAt
  /** Null for those who may not take figures out. */
  readonly csvHref: string | null
  readonly withheld: string | null
  readonly rows: readonly {
    readonly title: string; readonly href: string; readonly definition: string; readonly figure: string
    readonly parts: string; readonly window: string; readonly leftOut: string | null
  }[]
}

/** `1 April 2025 to 31 March 2026`, or the day for a snapshot. */
export function windowWords({ window }: MeasureTold): string {
  return window.from === null ? `On ${longDate(window.to)}` : `${longDate(window.from)} to ${longDate(window.to)}`
}

/** The figure with its unit; the mark of one that is withheld. */
export function toldWords(one: MeasureTold): string {
  return one.kind === 'withheld' ? withheldMark : figureWords(one.value, one.unit)
}

/** `34 of 41 reviews`, `12 adoptions` for a mean; empty for a plain count and for a figure that is withheld. */
export function partsWords(one: MeasureTold): string {
  if (one.kind === 'withheld' || one.denominator === null) return ''
  const cases = counted(one.denominator, casesOf[one.of], one.of)
  return one.unit === 'days' ? cases : `${whole(one.numerator)} of ${cases}`
}

const casesOf = { children: 'child', reviews: 'review', adoptions: 'adoption' } as const

/** What the template shows. */
export function measuresModel(answers: readonly MeasureTold[], asked: DayAsked, days: Days, mayExport: boolean): MeasuresModel {
  const day = asked.day === days.usual ? null : formatIso(asked.day)
  return {
    asAt: asAtForm('/measures', {}, asked, days),
    csvHref: mayExport ? address('/measures.csv', { 'as-at': day }) : null,
    withheld: answers.some(({ kind }) => kind === 'withheld') ? withheldWords : null,
    rows: answers.map((one) => {
      const left = one.kind === 'withheld' ? 0 : one.leftOut.reduce((sum, { count }) => sum + count, 0)
      return {
        title: one.title,
        href: address(`/measures/${encodeURIComponent(one.id)}`, { 'as-at': day }),
        definition: one.definition,
        figure: toldWords(one),
        parts: partsWords(one),
        window: windowWords(one),
        leftOut: left === 0 ? null : `${counted(left, 'case')} left out`,
      }
    }),
  }
}
