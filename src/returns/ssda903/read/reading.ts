/** For tests: reads files made on the spot and keeps what the reader gives. */
import { formatIso, type LocalDate } from '../../../core/time/localDate.ts'
import { fieldsOf } from '../tables.ts'
import { readReturn, type ReadOptions, type ReturnReading } from './readReturn.ts'
import type { ReturnRow } from './row.ts'
import { sourceOfBytes } from './sources.ts'

export interface Reading extends ReturnReading {
  readonly given: readonly ReturnRow[]
}

/** Reads files by name, as the return of 2018 unless told otherwise. */
export async function reading(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ReadOptions> = {},
): Promise<Reading> {
  const given: ReturnRow[] = []
  const sources = Object.entries(files).map(([name, bytes]) => sourceOfBytes(name, bytes))
  const onRow = (row: ReturnRow): void => void given.push(row)
  const result = await readReturn(sources, { collectionYear: 2018, onRow, ...options })
  return { ...result, given }
}

/** A fact by its column names, dates in ISO, blanks left out: short to write down in a test. */
export function plainly(row: ReturnRow | undefined): Readonly<Record<string, string | number>> {
  if (row === undefined) return {}
  const values = fieldsOf(row.type).flatMap(({ column, kind }, at) => {
    const value = row.values[at] ?? null
    if (value === null) return []
    return [[column ?? kind, kind === 'date' ? formatIso(value as LocalDate) : value] as const]
  })
  return { CHILD: row.childCode, ...(row.bornOn === null ? {} : { born: formatIso(row.bornOn) }), ...Object.fromEntries(values) }
}
