/** The returns that were brought in. */
import type { ImportSummary } from '../../../app/imports.ts'
import { counted, whole } from '../../words/counts.ts'
import { momentWords, yearWords } from '../../words/dates.ts'
import type { Tag } from '../../words/clocks.ts'
import { hasEnded, importTag, progressWords } from '../../words/imports.ts'

export interface ImportsModel {
  readonly rows: readonly {
    readonly href: string; readonly year: string; readonly withLastYear: boolean; readonly started: string; readonly by: string
    readonly tag: Tag; readonly children: string; readonly what: string
  }[]
}

/** What the template shows. */
export function importsModel(list: readonly ImportSummary[]): ImportsModel {
  return {
    rows: list.map((one) => ({
      href: `/returns/${one.importId}`,
      year: yearWords(one.collectionYear),
      withLastYear: one.withLastYear,
      started: momentWords(one.startedAt),
      by: one.startedBy,
      tag: importTag(one.status),
      children: one.counts === null ? '–' : whole(one.counts.children),
      what: one.counts === null
        ? hasEnded(one.status) ? 'Nothing was changed' : progressWords(one.progress)
        : differencesWords(one.counts.changedDifferences + one.counts.vanishedDifferences),
    })),
  }
}

const differencesWords = (n: number): string => (n === 0 ? 'No differences' : counted(n, 'difference'))
