/**
 * A document as an OpenDocument text (ISO/IEC 26300), the format in which English public bodies share documents that are to
 * be edited; Word, LibreOffice and the rest open it. Headings are headings, lists are lists, tables have header rows, and
 * the language is said, so that a screen reader reads it as it was meant.
 */
import { ZipFile } from 'yazl'
import { paragraphsOf, type Block, type WrittenDocument } from './document.ts'

export const openDocumentType = 'application/vnd.oasis.opendocument.text'

const namespaces = [
  'office', 'style', 'text', 'table',
].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
  + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
  + ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Characters that XML cannot hold at all are left out: a paste from a word processor may bring some. */
function escaped(text: string): string {
  const legal = [...text].filter((one) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(one)).join('')
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const lines = (text: string): string => text.split('\n').map(escaped).join('<text:line-break/>')
const paragraphs = (text: string, style = 'Text_20_body'): string =>
  paragraphsOf(text).map((one) => `<text:p text:style-name="${style}">${lines(one)}</text:p>`).join('')

const heading = (level: 1 | 2 | 3, text: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${escaped(text)}</text:h>`

function cells(row: readonly string[], style: string): string {
  return row.map((one) => `<table:table-cell office:value-type="string">${
    one.trim() === '' ? `<text:p text:style-name="${style}"/>` : paragraphs(one, style)}</table:table-cell>`).join('')
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'heading': return heading(block.level, block.text)
    case 'text': return paragraphs(block.text)
    case 'list':
      return block.items.length === 0 ? '' : `<text:list text:style-name="Points">${
        block.items.map((one) => `<text:list-item>${paragraphs(one)}</text:list-item>`).join('')}</text:list>`
    case 'table': {
      const { caption, head, rows } = block
      return `<text:p text:style-name="Caption">${escaped(caption)}</text:p><table:table table:name="${escaped(caption)}">`
        + `<table:table-column table:number-columns-repeated="${head.length}"/>`
        + `<table:table-header-rows><table:table-row>${cells(head, 'Table_20_Heading')}</table:table-row></table:table-header-rows>`
        + `${rows.map((row) => `<table:table-row>${cells(row, 'Table_20_Contents')}</table:table-row>`).join('')}</table:table>`
    }
  }
}

function contentXml({ title, lead, blocks }: WrittenDocument): string {
  const body = heading(1, title) + lead.map((one) => paragraphs(one, 'Lead')).join('') + blocks.map(blockXml).join('')
  return `${declaration}<office:document-content ${namespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

const paragraphStyle = (name: string, text: string, more = '', parent = 'Standard'): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}">`
  + `<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.25cm" ${more}/><style:text-properties ${text}/></style:style>`

const stylesXml = `${declaration}<office:document-styles ${namespaces}><office:styles>`
  + '<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>'
  + '<style:style style:name="Standard" style:family="paragraph"/>'
  + paragraphStyle('Text_20_body', 'fo:font-size="12pt"')
  + paragraphStyle('Lead', 'fo:font-size="12pt" fo:color="#484949"')
  + paragraphStyle('Caption', 'fo:font-weight="bold"', 'fo:keep-with-next="always"')
  + paragraphStyle('Table_20_Contents', 'fo:font-size="11pt"')
  + paragraphStyle('Table_20_Heading', 'fo:font-size="11pt" fo:font-weight="bold"')
  + [['1', '20pt'], ['2', '16pt'], ['3', '13pt']].map(([level, size]) =>
    `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="${level}">`
    + `<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}" fo:font-weight="bold"/></style:style>`).join('')
  + '<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.5cm" text:min-label-width="0.5cm"/></text:list-level-style-bullet></text:list-style>'
  + '</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles>'
  + '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>'

const metaXml = ({ title }: WrittenDocument): string =>
  `${declaration}<office:document-meta ${namespaces}><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language>`
  + '<meta:generator>Holdfast</meta:generator></office:meta></office:document-meta>'

const manifestXml = `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`
  + `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${openDocumentType}"/>`
  + ['content.xml', 'styles.xml', 'meta.xml'].map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`).join('')
  + '</manifest:manifest>'

/** One moment for every file: the same document is the same bytes, whenever it is made. */
const moment = new Date('2000-01-01T00:00:00Z')

/** The bytes of a document as an OpenDocument text, part by part. */
export async function* openDocument(document: WrittenDocument): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const add = (path: string, text: string, compress = true): void =>
    zip.addBuffer(Buffer.from(text), path, { mtime: moment, compress, forceDosTimestamp: true })
  // The format asks for its own name first, as it is: that is how a file is known before it is opened.
  add('mimetype', openDocumentType, false)
  add('content.xml', contentXml(document))
  add('styles.xml', stylesXml)
  add('meta.xml', metaXml(document))
  add('META-INF/manifest.xml', manifestXml)
  zip.end()
  for await (const part of zip.outputStream) yield part as Uint8Array
}
