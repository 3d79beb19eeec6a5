/** What a file is by its first bytes, whatever its name says. */

export type Sniffed =
  | { readonly kind: 'csv' | 'xml' | 'zip' }
  /** No form we read; `what` in words with its article. */
  | { readonly kind: 'foreign'; readonly what: string; readonly office: boolean }

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['{\\rtf', 'a rich text document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'a database'],
  ['PAR1', 'a Parquet file'],
]

/** Tells a file by its beginning. Text that is not XML is taken for CSV: its header decides. */
export function sniff(head: Buffer, name: string): Sniffed {
  const start = head.toString('latin1')
  const foreign = (what: string, office = false): Sniffed => ({ kind: 'foreign', what, office })
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    return foreign(/\.doc$/i.test(name) ? 'a Word document' : 'an Excel workbook in the old form, or one with a password', true)
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    if (/\.docx$/i.test(name)) return foreign('a Word document', true)
    if (/\.od[st]$/i.test(name) || start.slice(30, 38) === 'mimetype') return foreign('an OpenDocument file', true)
    if (/\.xls[xmb]$/i.test(name) || start.includes('[Content_Types].xml')) return foreign('an Excel workbook', true)
    return { kind: 'zip' }
  }
  const signature = signatures.find(([bytes]) => start.startsWith(bytes))
  // "MZ" could begin a text; a program always has NULs soon after.
  if (signature !== undefined && (signature[0] !== 'MZ' || head.includes(0))) return foreign(signature[1])
  return { kind: isXml(head, start) ? 'xml' : 'csv' }
}

function isXml(head: Buffer, start: string): boolean {
  const wide = head[0] === 0xff || head[0] === 0xfe || head[0] === 0 || head[1] === 0
  const text = wide ? start.replaceAll('\0', '').replace(/^(\xff\xfe|\xfe\xff)/, '') : start.replace(/^\xef\xbb\xbf/, '')
  return text.trimStart().startsWith('<')
}
