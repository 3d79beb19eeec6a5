/** Files of a form, streamed to disk: never held in memory, counted as they come, gone again if nobody wants them. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from './port.ts'
import { NotText, TooMuch } from './requestLimits.ts'

/**
 * Files: more than the 12 tables of two years, each in a file of its own, with room for extras. All are counted here: the
 * plugin, told these limits, leaves a file that is under way waiting for ever.
 */
const most = { files: 40, fields: 40, fieldName: 100, field: 10_000 } as const

export interface Upload {
  readonly form: URLSearchParams
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>
  /** Removes the files. */
  discard(): Promise<void>
}

/** The upload is larger than this installation takes. */
export class TooLarge extends Error {
  readonly statusCode = 413
  constructor() {
    super('upload too large')
    this.name = 'TooLarge'
  }
}

/** The file's own name without any folder a browser sent along, with nothing unprintable, in bounded length. */
function shownName(name: string): string {
  return basename(name.replaceAll('\\', '/')).replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200) || 'unnamed'
}

/**
 * Reads a multipart form. `fieldsRead` is asked once, before the first byte of a file is kept, whether the fields
 * that came first (the anti-forgery token) allow it; when it says no, nothing is written and undefined is given.
 */
export async function receiveUpload(
  request: FastifyRequest,
  folder: string,
  mostBytes: number,
  fieldsRead: (form: URLSearchParams) => Promise<boolean>,
): Promise<Upload | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const own = await mkdtemp(join(folder, 'upload-'))
  const discard = (): Promise<void> => rm(own, { recursive: true, force: true })
  const form = new URLSearchParams()
  const files = new Map<string, UploadedFile[]>()
  let allowed: boolean | undefined
  let bytes = 0
  let count = 0
  let fields = 0
  try {
    const unlimited = { files: Infinity, fields: Infinity, parts: Infinity }
    for await (const part of request.parts({ limits: { ...unlimited, fieldSize: most.field, fileSize: mostBytes } })) {
      if (part.fieldname.length > most.fieldName) throw new TooMuch(413, 'a name in the form is too long')
      if (part.type === 'field') {
        fields += 1
        if (fields > most.fields) throw new TooMuch(413, 'the form has too many fields')
        // A value cut short is not what was sent.
        if (part.valueTruncated) throw new TooMuch(413, 'a field of the form is too long')
        const value = String(part.value)
        if (value.includes('\0')) throw new NotText()
        form.append(part.fieldname, value)
        continue
      }
      allowed ??= await fieldsRead(form)
      // A file field left empty still sends a part, without a name.
      if (!allowed || part.filename === '') {
        part.file.resume()
        if (!allowed) break
        continue
      }
      count += 1
      if (count > most.files) throw new TooLarge()
      const path = join(own, String(count).padStart(3, '0'))
      let size = 0
      part.file.on('data', (chunk: Buffer) => {
        size += chunk.length
        bytes += chunk.length
        if (bytes > mostBytes) part.file.destroy(new TooLarge())
      })
      await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
      if (part.file.truncated) throw new TooLarge()
      files.set(part.fieldname, [...(files.get(part.fieldname) ?? []), { name: shownName(part.filename), path, size }])
    }
    allowed ??= await fieldsRead(form)
    if (allowed) return { form, files, discard }
  } catch (failure) {
    await discard()
    throw failure
  }
  await discard()
  return undefined
}
