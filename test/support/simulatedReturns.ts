/** Returns of a simulated borough as CSV files in memory, each as the borough would give it in its year. */
import { factTypes } from '../../src/core/facts/factTypes.ts'
import type { FieldValue } from '../../src/core/facts/factType.ts'
import { sourceOfBytes, type ByteSource } from '../../src/returns/ssda903/read/sources.ts'
import { csvHeader, csvLine } from '../../src/returns/ssda903/write/csv.ts'
import { simulateBorough } from '../../src/simulate/borough.ts'
import type { Life } from '../../src/simulate/life.ts'
import { returnRows } from '../../src/simulate/returnRows.ts'
import { collectionYearEnd, type LocalDate } from '../../src/core/time/localDate.ts'
import { fileNames, tablesOf } from './returns.ts'

export interface SimulatedBorough {
  readonly lives: readonly Life[]
  /** The return of a year, or an extract on a day of it, of the lives for which `keep` is true. */
  files(year: number, asAt?: LocalDate, keep?: (life: Life) => boolean): readonly ByteSource[]
}

/** A borough of about so many children in care, the same for the same seed. */
export function simulatedBorough(seed: string, inCare: number, firstYear: number, lastYear: number): SimulatedBorough {
  const borough = simulateBorough({
    seed, authority: { code: '990', name: 'Fernbrook' }, inCare, firstYear, lastDay: collectionYearEnd(lastYear),
  })
  const lives = [...borough.lives()]
  return {
    lives,
    files(year, asAt, keep = () => true) {
      const told = lives.filter(keep).map((life) => ({ life, rows: returnRows(life, year, asAt) }))
      return tablesOf(year).map((name) => {
        const fields = Object.keys(factTypes[name].fields)
        const lines = told.flatMap(({ life, rows }) =>
          (rows[name] as readonly Readonly<Record<string, FieldValue>>[]).map((row) =>
            csvLine(name, life.code, life.bornOn, fields.map((field) => row[field] ?? null), year, life.sex)))
        return sourceOfBytes(fileNames[name], csvHeader(name) + lines.join(''))
      })
    },
  }
}
