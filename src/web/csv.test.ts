import { expect, test } from 'vitest'
import { csvCell, csvFile, csvLine } from './csv.ts'

test('text that a spreadsheet would run is shown as text', () => {
  expect(["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'].map((text) => csvCell(text).replace(/^"/, '').startsWith("'")))
    .toEqual(Array(7).fill(true))
})
test('numbers stay numbers, also negative ones', () => expect([-3, 0, 1.5].map(csvCell)).toEqual(['-3', '0', '1.5']))
test('quotes, commas and line breaks are wrapped as RFC 4180 writes them', () => {
  expect(csvLine(['a,b', 'say "so"', 'two\nlines', null, true, ''])).toBe('"a,b","say ""so""","two\nlines",,yes,\r\n')
})
test('a file begins with the byte order mark and ends each line', async () => {
  const parts: string[] = []
  for await (const part of csvFile(['a'], [1, 2], (n) => [n])) parts.push(part)
  expect(parts.join('')).toBe('\ufeffa\r\n1\r\n2\r\n')
})
test('a long file comes in parts', async () => {
  let parts = 0
  for await (const part of csvFile(['a'], Array.from({ length: 10_000 }, (_, n) => n), (n) => ['x'.repeat(20), n])) {
    parts += 1
    expect(part.length).toBeLessThan(17_000)
  }
  expect(parts).toBeGreaterThan(10)
})
