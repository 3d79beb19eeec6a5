/** One measure: its figure, its definition, what was left out, and the children behind it for those who may see them. */
import type { MeasureTold } from '../../../app/measures.ts'
import { asAtForm, type AsAt, type DayAsked, type Days } from '../../asAt.ts'
import { address } from '../../localAddress.ts'
import { pagesOf, type Pages } from '../../pages.ts'
import { children, whole, withheldWords } from '../../words/counts.ts'
import { dayCount, formatIso } from '../../words/dates.ts'
import { partsWords, toldWords, windowWords } from '../measures/view.ts'

export const childrenShown = 100

export interface MeasureModel {
  readonly title: string
  readonly asAt: AsAt
  readonly figure: string
  /** What the mark means, when the figure is withheld. */
  readonly withheld: string | null
  /** Whether cases left out are told of. */
  readonly tellsLeftOut: boolean
  readonly parts: string
  readonly definition: string
  readonly window: string
  readonly source: string
  readonly version: string
  readonly leftOut: readonly { readonly why: string; readonly count: string }[]
  readonly maySeeChildren: boolean
  /** Whether a child can be in the denominator alone. */
  readonly parted: boolean
  readonly valued: boolean
  readonly behind: string
  readonly children: readonly { readonly code: string; readonly href: string; readonly counts: string; readonly value: string }[]
  readonly pages: Pages
  /** Null for those who may not take the children out. */
  readonly csvHref: string | null
}

/** What the template shows. */
export function measureModel(one: MeasureTold, extra: {
  readonly asked: DayAsked; readonly days: Days; readonly maySeeChildren: boolean; readonly mayExport: boolean; readonly page: number; readonly tellsLeftOut: boolean
}): MeasureModel {
  const { asked, days, page } = extra
  const path = `/measures/${encodeURIComponent(one.id)}`
  const day = asked.day === days.usual ? null : formatIso(asked.day)
  // Those who do not count first: they are the ones to look at.
  const behind = one.children.toSorted((a, b) => Number(a.counts) - Number(b.counts) || (b.value ?? 0) - (a.value ?? 0))
  return {
    title: one.title,
    asAt: asAtForm(path, {}, asked, days),
    figure: toldWords(one),
    withheld: one.kind === 'withheld' ? withheldWords : null,
    parts: partsWords(one),
    definition: one.definition,
    window: windowWords(one),
    source: one.source,
    version: String(one.version),
    leftOut: one.kind === 'withheld' ? [] : one.leftOut.map(({ why, count }) => ({ why, count: whole(count) })),
    maySeeChildren: extra.maySeeChildren,
    tellsLeftOut: extra.tellsLeftOut,
    parted: one.children.some(({ counts }) => !counts),
    valued: one.children.some(({ value }) => value !== null),
    behind: children(one.children.length),
    children: behind.slice((page - 1) * childrenShown, page * childrenShown).map((child) => ({
      code: child.code,
      href: address(`/children/${child.childId}`, { 'as-at': day }),
      counts: child.counts ? 'Yes' : 'No',
      value: child.value === null ? '–' : one.unit === 'days' ? dayCount(child.value) : whole(child.value),
    })),
    pages: pagesOf('Pages of children', page, childrenShown, behind.length, (n) =>
      address(path, { 'as-at': day, page: n === 1 ? null : String(n) })),
    csvHref: extra.mayExport ? address(`${path}/children.csv`, { 'as-at': day }) : null,
  }
}
