/**
 * Whether the rows of a file belong to the collection year they were said to be of.
 *
 * A return repeats facts in force at any time of its year, so a row belongs when its dates overlap the year. In the
 * sample returns tried, every episode overlaps its own year and at most 47% overlap any other: over half outside
 * means the wrong year was chosen, and bringing it in would close and open facts that never changed.
 */
import type { FieldValue } from '../../../core/facts/factType.ts'
import { factTypes, type FactName } from '../../../core/facts/factTypes.ts'
import { collectionYearEnd, collectionYearOf, collectionYearStart, formatLong, isoDate, type LocalDate } from '../../../core/time/localDate.ts'
import { fieldsOf, tableOf } from '../tables.ts'
import { counted } from './notes.ts'
import type { RowContext } from './row.ts'

export interface YearCheck {
  /** Values in the order of the declaration's fields. */
  inspect(values: readonly FieldValue[], row: number): void
  /** The same of a row whose dates are known: `to` null while it lasts. */
  span(from: LocalDate, to: LocalDate | null, row: number): void
  finish(): void
}

const nothing: YearCheck = { inspect: () => undefined, span: () => undefined, finish: () => undefined }

/** A check of the rows of one table of one file. */
export function yearCheck(type: FactName, { collectionYear, anyYear, notes }: Pick<RowContext, 'collectionYear' | 'anyYear' | 'notes'>): YearCheck {
  const { inForce, fields } = factTypes[type]
  if (typeof inForce === 'string') return nothing
  const names = Object.keys(fields)
  const fromAt = names.indexOf(inForce.from)
  const toAt = names.indexOf(inForce.to)
  const column = fieldsOf(type)[fromAt]?.column ?? ''
  const start = collectionYearStart(collectionYear)
  const end = collectionYearEnd(collectionYear)
  const isEpisodes = type === 'episode'
  // Which other year it may be is told only where the wrong one is refused.
  const spread = isEpisodes && !anyYear ? yearSpread() : undefined
  let rows = 0
  let outside = 0
  let firstOutside = 0
  const span = (from: number, to: number | null, row: number): void => {
    rows += 1
    spread?.add(from, to)
    if (from <= end && (to === null || to >= start)) return
    outside += 1
    if (outside === 1) firstOutside = row
  }
  return {
    span,
    inspect(values, row) {
      const from = values[fromAt]
      if (typeof from !== 'number') return
      const to = values[toAt]
      span(from, typeof to === 'number' ? to : null, row)
    },
    finish() {
      if (outside === 0) return
      const days = `${formatLong(start)} to ${formatLong(end)}`
      const words = `${outside.toLocaleString('en-GB')} of ${counted(rows, 'row')} of ${tableOf(type).name} ${outside === 1 ? 'lies' : 'lie'} wholly outside the collection year, ${days}`
      if (!isEpisodes || anyYear || outside * 2 <= rows) {
        notes.say('remark', `${words}.`, { row: firstOutside, column }, outside)
        return
      }
      const likely = spread?.likely(rows)
      notes.refuse(
        likely === undefined ? `${words}: this does not look like one year's return.` : `${words}: this looks like the return of ${likely}.`,
        likely === undefined
          ? `Check that this is the return of ${collectionYear}.`
          : `Choose ${likely} as the collection year, or give the return of ${collectionYear}.`,
        { row: firstOutside, column },
        outside,
      )
    },
  }
}

/** How many episodes overlap each collection year: days are counted as rows come, years only when asked for. */
function yearSpread(): { add(from: number, to: number | null): void; likely(rows: number): number | undefined } {
  const first = isoDate('1900-01-01')
  const days = isoDate('2099-12-31') - first + 1
  const starts = new Int32Array(days)
  const ends = new Int32Array(days)
  return {
    add(from, to) {
      starts[from - first] = (starts[from - first] ?? 0) + 1
      if (to === null) return
      const last = Math.max(from, to) - first
      ends[last] = (ends[last] ?? 0) + 1
    },
    /** The first year that more episodes overlap than any other, if that is over half of them. */
    likely(rows) {
      let overlapping = 0
      let ended = 0
      let most = 0
      let likeliest: number | undefined
      for (let day = 0; day < days; ) {
        const year = collectionYearOf((first + day) as LocalDate)
        const next = Math.min(days, collectionYearEnd(year) - first + 1)
        overlapping -= ended
        ended = 0
        for (; day < next; day += 1) {
          overlapping += starts[day] ?? 0
          ended += ends[day] ?? 0
        }
        if (overlapping > most) {
          most = overlapping
          likeliest = year
        }
      }
      return most * 2 > rows ? likeliest : undefined
    },
  }
}
