/** For tests only: writes a simulated borough's returns to files and reads them back by plain text, as a stranger would. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoDate, type LocalDate } from '../core/time/localDate.ts'
import { simulateBorough } from './borough.ts'
import { writeReturns } from './writeReturn.ts'

export type Row = Readonly<Record<string, string>>
/** Rows by file stem (`episodes`), and by stem and child. */
export interface ReadReturn {
  readonly year: number
  readonly start: LocalDate
  readonly end: LocalDate
  readonly rows: (table: string) => readonly Row[]
  readonly of: (table: string, child: string) => readonly Row[]
  readonly text: string
}

export interface Asked {
  readonly seed: string
  readonly inCare: number
  readonly years: readonly number[]
  /** Adds an extract of the year after, on this day. */
  readonly extract?: LocalDate
}

/** The returns of a borough as their files say, earliest first. */
export function readBack({ seed, inCare, years, extract }: Asked): readonly ReadReturn[] {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-simulated-'))
  try {
    const last = Math.max(...years)
    const lastDay = extract ?? isoDate(`${last}-03-31`)
    const borough = simulateBorough({ seed, authority: { code: '990', name: 'Fernbrook' }, inCare, firstYear: Math.min(...years), lastDay })
    const whole = years.map((year) => ({ year }))
    const wanted = extract === undefined ? whole : [...whole, { year: last + 1, asAt: extract }]
    return writeReturns(borough, wanted, folder).map(({ year, folder: path, asAt }) => readFolder(year, path, asAt))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readFolder(year: number, path: string, end: LocalDate): ReadReturn {
  const tables = new Map<string, readonly Row[]>()
  const byChild = new Map<string, Row[]>()
  let text = ''
  for (const file of readdirSync(path).sort()) {
    const content = readFileSync(join(path, file), 'utf8')
    text += `${file}\n${content}`
    const [header = '', ...lines] = content.trimEnd().split('\n')
    const columns = header.split(',')
    const stem = file.replace('.csv', '')
    const rows = lines.map((line) => {
      const cells = line.split(',')
      if (cells.length !== columns.length) throw new Error(`${file}: ${line}`)
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
    })
    tables.set(stem, rows)
    for (const row of rows) {
      const key = `${stem} ${row['CHILD']}`
      const held = byChild.get(key)
      if (held === undefined) byChild.set(key, [row])
      else held.push(row)
    }
  }
  return {
    year, end, text,
    start: isoDate(`${year - 1}-04-01`),
    rows: (table) => tables.get(table) ?? [],
    of: (table, child) => byChild.get(`${table} ${child}`) ?? [],
  }
}

/** `03/04/2025` as a day; undefined when blank. Throws on anything else. */
export function day(cell: string | undefined): LocalDate | undefined {
  if (cell === undefined || cell === '') return undefined
  const match = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell)
  if (match === null) throw new Error(`not a date: ${cell}`)
  return isoDate(`${match[3]}-${match[2]}-${match[1]}`)
}
