import { afterAll, beforeAll, expect, test } from 'vitest'
import { returnFiles, trial, type Trial } from '../support/returns.ts'
let t: Trial
beforeAll(async () => { t = await trial() })
afterAll(() => t.close())
test('probe', async () => {
  const a = { code: '77001', episodes: ['S C1 U6@ash 2024-05-06'], reviews: ['2024-06-03'], unaccompanied: '2025-02-02' }
  const a2 = { code: '77001', episodes: ['S C1 U6@ash 2024-05-06 2025-06-01 X1', 'L C2 U6@ash 2025-06-01'], reviews: ['2025-06-03'] }
  console.log(await t.counts(returnFiles(2026, [a2], [a])))
  const before = await t.content()
  console.log(await t.counts(returnFiles(2026, [a2], [a])))
  const c = await t.content()
  for (const [k, rows] of c) if (JSON.stringify(rows) !== JSON.stringify(before.get(k))) console.log(k, rows)
})
