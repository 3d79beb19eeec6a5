/** The timeline's place on the page: both drawings, and the same facts as a table. */
import type { ChildPage } from '../../../app/childPage.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { Labels } from '../../port.ts'
import { codeWords } from '../../words/codes.ts'
import { timelineSvg, timelineTable } from '../../timeline/timeline.ts'

export interface TimelineModel {
  /** SVG made by `src/web/timeline`, which escapes every text it is given. */
  readonly wide: string
  readonly narrow: string
  readonly rows: readonly { readonly when: string; readonly age: string; readonly kind: string; readonly what: string; readonly detail: string }[]
}

/** The timeline; null for a child of whom nothing dated is known. */
export function timelineOf(page: ChildPage, labels: Labels, today: LocalDate): TimelineModel | null {
  if (page.history.periods.length === 0) return null
  const words = (set: string, code: string): string => codeWords(labels, set, code)
  return {
    wide: timelineSvg(page, words, { layout: 'wide', today }),
    narrow: timelineSvg(page, words, { layout: 'narrow', today }),
    rows: timelineTable(page, words, { today }).map((row) => ({
      when: row.endWords === '' ? row.dateWords : `${row.dateWords} to ${row.endWords}`,
      age: row.age === null ? '' : row.age < 1 ? 'under 1' : String(row.age),
      kind: row.kind, what: row.what, detail: row.detail,
    })),
  }
}
