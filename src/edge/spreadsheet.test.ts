import { expect, test } from 'vitest'
import { readZip } from '../../test/support/readZip.ts'
import { workbook } from './spreadsheet.ts'

async function made(): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of workbook('Findings 2026', ['Child', 'Count'], [['0417', 3], ['=1+1', null], ['a < b & c', 0]])) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('texts stay texts, numbers numbers, and the same sheet is the same file', async () => {
  const one = await made()
  const sheet = (await readZip(one)).get('xl/worksheets/sheet1.xml') ?? ''
  expect([...sheet.matchAll(/<t xml:space="preserve">([^<]*)</g)].map((match) => match[1])).toEqual(['Child', 'Count', '0417', '=1+1', 'a &lt; b &amp; c'])
  expect([...sheet.matchAll(/<v>([^<]*)</g)].map((match) => match[1])).toEqual(['3', '0'])
  expect(sheet).not.toContain('<f>')
  expect((await made()).equals(one)).toBe(true)
})
