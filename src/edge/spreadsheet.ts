/** One sheet as an Excel workbook (Office Open XML, ECMA-376 part 1): the least that Excel, Numbers and LibreOffice open. */
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { withoutReordering } from '../app/reordering.ts'
import type { Cell } from '../app/csv.ts'

/** The same content is the same file, to the byte, whenever it is made: the first day that a zip can tell. */
const mtime = new Date(1980, 0, 1)

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    + '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + `<Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + `<Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/** What Excel takes for the end of a cell: more text is refused by it. */
const LONGEST = 32_767

/** Characters that XML 1.0 cannot hold. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string =>
  withoutReordering(text).replaceAll(unwritable, '').slice(0, LONGEST).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Texts stand as texts, so that none is run as a formula and no leading zero is lost; numbers as numbers. */
function cellOf(value: Cell): string {
  if (value === null || value === '') return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)}</t></is></c>`
}

const rowOf = (cells: readonly Cell[]): string => `<row>${cells.map(cellOf).join('')}</row>`

/** A workbook of one named sheet: its head, which stays in sight, and its rows. */
export async function* workbook(name: string, head: readonly string[], rows: Iterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  const sheet = [
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`,
    rowOf(head), ...Array.from(rows, rowOf), '</sheetData></worksheet>',
  ]
  const zip = new ZipFile()
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(declaration + xml), path, { mtime })
  zip.addBuffer(Buffer.from(`${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(name.slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`), 'xl/workbook.xml', { mtime })
  zip.addBuffer(Buffer.from(sheet.join('')), 'xl/worksheets/sheet1.xml', { mtime })
  zip.end()
  for await (const chunk of zip.outputStream as Readable) yield chunk as Uint8Array
}
