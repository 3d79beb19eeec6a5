import { expect, test } from 'vitest'
import { factNames } from '../core/facts/factTypes.ts'
import { testDatabase } from '../../test/support/database.ts'
import { layouts } from './factColumns.ts'

test('every kind of fact has a table with the declared columns, no more and no fewer', async () => {
  const database = await testDatabase()
  try {
    for (const name of factNames) {
      const { rows } = await database.pool.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`,
        [name],
      )
      expect([name, rows.map((row) => row.column_name)]).toEqual([name, layouts[name].allColumns])
    }
  } finally {
    await database.close()
  }
})
