/** One import: how far it is, or what it did and said. */
import type { ImportNote, ImportReport } from '../../../app/imports.ts'
import { address } from '../../localAddress.ts'
import type { Tag } from '../../words/clocks.ts'
import { counted, whole } from '../../words/counts.ts'
import { momentWords, yearWords } from '../../words/dates.ts'
import { hasEnded, importTag, progressWords } from '../../words/imports.ts'

/** Notes shown of one kind; the file has all. */
const notesShown = 50

export interface NoteGroup {
  readonly heading: string
  readonly caption: string
  readonly rows: readonly {
    readonly file: string; readonly row: string; readonly column: string; readonly value: string; readonly words: string
    readonly fix: string | null; readonly count: string | null
  }[]
  readonly more: string | null
  readonly withFix: boolean
}

export interface ImportModel {
  readonly importId: string
  readonly year: string
  readonly withLastYear: boolean
  readonly started: string
  readonly finished: string | null
  readonly tag: Tag
  readonly ended: boolean
  readonly status: ImportReport['status']
  readonly progress: { readonly words: string; readonly done: number; readonly total: number | null }
  readonly refusal: string | null
  /** All of it was held already. */
  readonly nothingNew: boolean
  readonly figures: readonly { readonly value: string; readonly words: string; readonly href: string | null; readonly warn: boolean }[]
  readonly groups: readonly NoteGroup[]
  readonly files: readonly { readonly name: string; readonly table: string; readonly rows: string; readonly encoding: string }[]
  readonly csvHref: string | null
}

const kinds: readonly { readonly kind: ImportNote['kind']; readonly heading: string; readonly caption: string }[] = [
  { kind: 'refusal', heading: 'What has to be put right', caption: 'Why the return was refused' },
  { kind: 'mend', heading: 'What was put right', caption: 'What Holdfast put right while reading' },
  { kind: 'remark', heading: 'Remarks', caption: 'Remarks about the return' },
]

/** What the template shows. */
export function importModel(report: ImportReport): ImportModel {
  const { counts } = report
  const figure = (n: number, words: string, href: string | null = null): ImportModel['figures'][number] => ({
    value: whole(n), words, href, warn: href !== null && n > 0,
  })
  const differencesHref = address('/differences', { import: report.importId })
  return {
    importId: report.importId,
    year: yearWords(report.collectionYear),
    withLastYear: report.withLastYear,
    started: `${momentWords(report.startedAt)} by ${report.startedBy}`,
    finished: report.finishedAt === null ? null : momentWords(report.finishedAt),
    tag: importTag(report.status),
    ended: hasEnded(report.status),
    status: report.status,
    progress: { words: progressWords(report.progress), done: report.progress.done, total: report.progress.total },
    refusal: report.refusal,
    nothingNew: counts !== null
      && counts.added + counts.closed + counts.completed + counts.changedDifferences + counts.vanishedDifferences === 0,
    figures: counts === null ? [] : [
      figure(counts.children, 'children'),
      figure(counts.newChildren, 'of them new to Holdfast'),
      figure(counts.rows, 'rows read'),
      figure(counts.added, 'facts added'),
      figure(counts.closed, 'facts whose end is now known'),
      figure(counts.completed, 'facts that gained a value'),
      figure(counts.unchanged, 'facts as they were'),
      figure(counts.changedDifferences, 'changed: wait for a decision', differencesHref),
      figure(counts.vanishedDifferences, 'no longer repeated: wait for a decision', differencesHref),
    ],
    groups: kinds.flatMap(({ kind, heading, caption }): readonly NoteGroup[] => {
      const notes = report.notes.filter((note) => note.kind === kind)
      return notes.length === 0 ? [] : [{
        heading, caption, withFix: notes.some(({ fix }) => fix !== null),
        rows: notes.slice(0, notesShown).map(noteRow),
        more: notes.length > notesShown ? `The first ${notesShown} of ${whole(notes.length)}. The file has all of them.` : null,
      }]
    }),
    files: report.files.map(({ name, table, rows, encoding }) => ({ name, table: table ?? 'Not recognised', rows: whole(rows), encoding })),
    csvHref: report.notes.length === 0 ? null : `/returns/${report.importId}/notes.csv`,
  }
}

function noteRow(note: ImportNote): NoteGroup['rows'][number] {
  return {
    file: note.file ?? 'The whole return',
    row: note.row === null ? '' : whole(note.row),
    column: note.column ?? '',
    value: note.value === null ? '' : note.value === '' ? '(blank)' : note.value.slice(0, 80),
    words: note.words,
    fix: note.fix,
    count: note.count > 1 ? counted(note.count, 'row') : null,
  }
}

/** What the progress script is told. */
export function progressOf(report: ImportReport): { readonly ended: boolean; readonly words: string; readonly done: number; readonly total: number | null } {
  return { ended: hasEnded(report.status), words: progressWords(report.progress), done: report.progress.done, total: report.progress.total }
}
