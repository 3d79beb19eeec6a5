/** What the simulator writes, the importer reads: every row, nothing mended, nothing refused. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isoDate } from '../core/time/localDate.ts'
import { readReturn } from '../returns/ssda903/read/readReturn.ts'
import { sourceOfFile } from '../returns/ssda903/read/sources.ts'
import { simulateBorough } from './borough.ts'
import { writeReturns } from './writeReturn.ts'

test('the importer reads every simulated row of every year and mends and refuses nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-read-'))
  try {
    const borough = simulateBorough({
      seed: 'read', authority: { code: '990', name: 'Fernbrook' }, inCare: 150, firstYear: 2021, lastDay: isoDate('2026-11-21'),
    })
    const years = [2021, 2022, 2023, 2024, 2025, 2026].map((year) => ({ year }))
    for (const written of writeReturns(borough, [...years, { year: 2027, asAt: isoDate('2026-11-21') }], folder)) {
      let rows = 0
      const files = await Promise.all(written.files.map((path) => sourceOfFile(path)))
      const result = await readReturn(files, { collectionYear: written.year, onRow: () => { rows += 1 } })
      // An extract holds no outcomes yet, and few boroughs a deprivation of liberty: the importer remarks on such files.
      const said = result.notes.filter(({ kind }) => kind !== 'remark').map(({ kind, file, words }) => [kind, file, words])
      expect({ ok: result.ok, rows, said }).toEqual({ ok: true, rows: written.rows, said: [] })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
