/** Invented imports, differences and measures for page tests. */
import type { Difference, ImportNote, ImportReport } from '../../app/imports.ts'
import type { MeasureAnswer } from '../../app/measures.ts'
import type { FactSource } from '../../app/childPage.ts'
import { collectionYearStart, collectionYearOf, addDays, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { inventedId, type InventedChild } from './inventedChildren.ts'

const note = (kind: ImportNote['kind'], row: number | null, column: string | null, value: string | null, words: string, fix: string | null, count = 1): ImportNote => ({
  kind, file: 'episodes.csv', row, column, value, words, fix, count,
})

export const doneId = inventedId(0x1337, 1)
export const refusedId = inventedId(0x1337, 2)
export const runningId = inventedId(0x1337, 3)

/** One import of each kind: running, refused (with many notes), done. */
export function inventedReports(): readonly ImportReport[] {
  const base = { collectionYear: 2026, withLastYear: true, startedBy: 'Robin performance analyst', startedAt: '2026-02-20T14:03:00.000Z' }
  const files = ['header', 'episodes', 'reviews'].map((name, i) => ({ name: `SSDA903_${name}.csv`, table: ['Header', 'Episodes', 'Reviews'][i] ?? null, rows: 60 * (i + 1), encoding: 'UTF-8' }))
  return [
    {
      ...base, importId: runningId, status: 'running', finishedAt: null, counts: null, progress: { stage: 'reconciling', done: 1200, total: 4300 },
      files, notes: [], refusal: null,
    },
    {
      ...base, importId: refusedId, status: 'refused', finishedAt: '2026-02-20T14:03:09.000Z', counts: null,
      progress: { stage: 'reading files', done: 0, total: null }, files: [...files, { name: 'notes.csv', table: null, rows: 3, encoding: 'Windows-1252' }],
      refusal: '61 rows of episodes.csv cannot be read.',
      notes: Array.from({ length: 61 }, (_, i) => note('refusal', i + 2, 'DECOM', '31/02/2025', 'There is no such day.', 'Correct the date in the record system and export the file again.'))
        .concat(note('mend', null, 'SEX', '1', 'Read as M: the return of this year uses letters.', null, 60)),
    },
    {
      ...base, collectionYear: 2025, importId: doneId, status: 'done', startedAt: '2025-06-20T09:12:00.000Z', finishedAt: '2025-06-20T09:14:00.000Z',
      progress: { stage: 'done', done: 1, total: 1 },
      counts: { children: 60, newChildren: 60, rows: 412, added: 409, closed: 12, completed: 3, unchanged: 0, changedDifferences: 30, vanishedDifferences: 4 },
      files, refusal: null,
      notes: [
        note('mend', 14, 'PLACE', 'u4 ', 'Read as U4.', null, 3),
        note('remark', null, null, '', 'Three children of last year are not in this return and have not left care.', null, 3),
      ],
    },
  ]
}

/** Thirty changed and four vanished facts, on twelve children. */
export function inventedDifferences(all: readonly InventedChild[]): readonly Difference[] {
  const source = (row: number, collectionYear: number): FactSource => ({
    recordedAt: '2025-06-20T09:14:00.000Z', recordedBy: null, importId: doneId, collectionYear, file: 'episodes.csv', row, supersededAt: null,
  })
  return Array.from({ length: Math.min(34, all.length * 3) }, (_, i): Difference => {
    const child = all[i % 12] ?? all[0]
    if (child === undefined) throw new Error('no child to differ about')
    const held = child.facts.episode[0]
    if (held === undefined) throw new Error('every invented child has an episode')
    const { factId: _factId, ...values } = held
    const vanished = i >= 30
    return {
      differenceId: inventedId(0xd1ff, i + 1), importId: doneId, childId: child.facts.childId, childCode: child.facts.code,
      type: 'episode', kind: vanished ? 'vanished' : 'changed', held: values, heldSource: source(i + 2, 2025),
      proposed: vanished ? null : { ...values, placementType: 'U4', endedOn: addDays(held.startedOn, 40) }, proposedSource: source(i + 9, 2026),
      fields: vanished ? [] : ['placementType', 'endedOn'], status: 'open', decidedBy: null, decidedAt: null,
    }
  })
}

/** A count, a percentage with cases left out, a mean of days, one without a figure. */
export function inventedMeasures(behind: readonly { readonly childId: ChildId; readonly code: string }[], asAt: LocalDate): readonly MeasureAnswer[] {
  const base = { source: 'SSDA903 guide', version: 1, of: 'children' as const, asAt, leftOut: [] }
  const year = { from: collectionYearStart(collectionYearOf(asAt)), to: asAt }
  const children = behind.map((one, i) => ({ ...one, counts: true, value: 20 + i * 31 }))
  return [
    {
      ...base, id: 'in-care', title: 'Children in care', definition: 'Children looked after at the close of the day, without those in a series of short breaks.',
      unit: 'children', window: { from: null, to: asAt }, numerator: behind.length, denominator: null, value: behind.length,
      children: children.map((one) => ({ ...one, value: null })),
    },
    {
      ...base, id: 'reviews-on-time', title: 'Reviews held on time', definition: 'Of the reviews due in the year, the share held on or before the day the law sets.',
      unit: 'percent', of: 'reviews', window: year, numerator: 48, denominator: 57, value: 84.2,
      leftOut: [{ why: 'The day of coming into care is not known', count: 3 }],
      children: children.map((one, i) => ({ ...one, counts: i % 6 !== 0, value: null })),
    },
    {
      ...base, id: 'days-to-permanence', title: 'Days to permanence', definition: 'Mean days from coming into care to permanence, for children who reached it in the year.',
      unit: 'days', window: year, numerator: 21_340, denominator: 42, value: 508.1, children,
    },
    {
      ...base, id: 'adopted-in-time', title: 'Adopted within 426 days', definition: 'Of the children adopted in the year, the share who moved in with their adopters within 426 days of coming into care.',
      unit: 'percent', window: year, numerator: 0, denominator: 0, value: null, children: [],
    },
  ]
}
