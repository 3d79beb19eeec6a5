/** Files of a form, streamed to disk: never held in memory, counted as they come, gone again if nobody wants them. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { UploadedFile } from './port.ts'

/** More than the 12 tables of two years, each in a file of its own, with room for extras. */
const mostFiles = 40

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
  try {
    const parts = request.parts({ limits: { files: mostFiles, fields: 40, fieldSize: 10_000, fileSize: mostBytes, parts: mostFiles + 40 } })
    for await (const part of parts) {
      if (part.type === 'field') {
        form.append(part.fieldname, String(part.value))
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
