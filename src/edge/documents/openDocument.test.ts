/** A document's file, read back by parts that did not write it. */
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import type { WrittenDocument } from './document.ts'
import { openDocument, openDocumentType } from './openDocument.ts'

const document: WrittenDocument = {
  title: 'Minutes <of> the panel & more', lead: ['Fernbrook, 3 March 2026'],
  blocks: [
    { kind: 'heading', level: 2, text: 'Who was there' }, { kind: 'list', items: ['Ada Quill', 'Tom\u0000 Wren'] },
    { kind: 'text', text: 'First line\nsecond line\n\nSecond paragraph' },
    { kind: 'table', caption: 'Decisions', head: ['What', 'Who'], rows: [['Ask Nan', 'Ada'], ['', 'Tom']] },
  ],
}

async function bytes(): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of openDocument(document)) parts.push(part)
  return Buffer.concat(parts)
}

function read(zip: Buffer): Promise<ReadonlyMap<string, { readonly text: string; readonly stored: boolean }>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, { text: string; stored: boolean }>()
    fromBuffer(zip, { lazyEntries: true }, (failed, opened) => {
      if (failed !== null || opened === undefined) return reject(failed ?? new Error('not opened'))
      opened.on('error', reject).on('end', () => resolve(files))
      opened.on('entry', (entry: { fileName: string; compressionMethod: number }) => {
        opened.openReadStream(entry as never, (error, stream) => {
          if (error !== null || stream === undefined) return reject(error ?? new Error('no stream'))
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
            files.set(entry.fileName, { text: Buffer.concat(parts).toString('utf8'), stored: entry.compressionMethod === 0 })
            opened.readEntry()
          })
        })
      })
      opened.readEntry()
    })
  })
}

test('is an OpenDocument text: its type first and plain, every part well-formed and named in the manifest', async () => {
  const zip = await bytes()
  // ISO/IEC 26300 part 2, 3.3: the type stands uncompressed at byte 38, so that a file is known without unpacking it.
  expect(zip.subarray(30, 38 + openDocumentType.length).toString()).toBe(`mimetype${openDocumentType}`)
  const files = await read(zip)
  expect([...files.keys()]).toEqual(['mimetype', 'content.xml', 'styles.xml', 'meta.xml', 'META-INF/manifest.xml'])
  expect(files.get('mimetype')).toEqual({ text: openDocumentType, stored: true })
  for (const [name, { text }] of files) if (name.endsWith('.xml')) expect(() => new SaxesParser({ xmlns: true }).write(text).close(), name).not.toThrow()
  for (const part of ['content.xml', 'styles.xml', 'meta.xml']) expect(files.get('META-INF/manifest.xml')?.text).toContain(`full-path="${part}"`)
  expect((await bytes()).equals(zip)).toBe(true)
})

test('holds its headings, paragraphs, list and table as what they are', async () => {
  const content = (await read(await bytes())).get('content.xml')?.text ?? ''
  const seen: string[] = []
  const parser = new SaxesParser()
  const open: string[] = []
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name)
    if (name === 'text:line-break') seen.push('break')
    if (name === 'text:h') seen.push(`h${String(attributes['text:outline-level'])}`)
    if (name === 'table:table-header-rows' || name === 'text:list-item') seen.push(name)
  })
  parser.on('closetag', () => { open.pop() })
  parser.on('text', (text) => { seen.push(text) })
  parser.write(content).close()
  expect(seen.filter((one) => one.trim() !== '')).toEqual([
    'h1', 'Minutes <of> the panel & more', 'Fernbrook, 3 March 2026', 'h2', 'Who was there', 'text:list-item', 'Ada Quill', 'text:list-item', 'Tom Wren',
    'First line', 'break', 'second line', 'Second paragraph', 'Decisions', 'table:table-header-rows', 'What', 'Who', 'Ask Nan', 'Ada', 'Tom',
  ])
})
