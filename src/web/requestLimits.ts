/** How much and how slowly a request may come: the walls against those who would keep the server busy with nothing. */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** Milliseconds. */
export interface Times {
  /** From the first byte to the end of the headers. */
  readonly headers: number
  /** To the end of a form without files. */
  readonly form: number
  /** To the end of the largest upload: 2 GB at 10 Mbit/s take 27 minutes. */
  readonly request: number
  /** Without a byte in either direction. */
  readonly silence: number
  /** Between one request and the next; longer than the 60 seconds after which most proxies let go. */
  readonly keptOpen: number
  /** How often the first three are looked at. */
  readonly looked: number
}

export const usualTimes: Times = {
  headers: 20_000, form: 30_000, request: 30 * 60_000, silence: 120_000, keptOpen: 72_000, looked: 5_000,
}

/** Bytes, characters and counts. */
export const sizes = {
  /** A form without files. */
  form: 2_000_000,
  /** All headers together. */
  headers: 16_384,
  /** An address with its query: a tracker with every filter set stays far below. */
  address: 8_000,
  /** Fields of a form without files: every difference of a long page, with room. */
  fields: 5_000,
  /** The name of a field. */
  fieldName: 200,
} as const

/** A form or an address that is more than is read; the page says so without calling it a file. */
export class TooMuch extends Error {
  readonly statusCode: 413 | 414
  readonly code = 'HOLDFAST_TOO_MUCH'
  constructor(statusCode: 413 | 414, words: string) {
    super(words)
    this.name = 'TooMuch'
    this.statusCode = statusCode
  }
}

/** Text with a null in it: no person types one, and PostgreSQL holds none. */
export class NotText extends Error {
  readonly statusCode = 400
  constructor() {
    super('a null is no text')
    this.name = 'NotText'
  }
}

/** @throws NotText when the text holds a null, as it is or written %00 */
export function checkText(text: string): void {
  if (text.includes('\0') || text.includes('%00')) throw new NotText()
}

/** @throws TooMuch when the address is longer than `sizes.address`, NotText when it holds a null */
export function checkAddress(url: string): void {
  if (url.length > sizes.address) throw new TooMuch(414, 'the address is too long')
  checkText(url)
}

/**
 * Reads a posted form.
 * @throws TooMuch when it has more fields, or longer names, than any form of ours; NotText when it holds a null
 */
export function readForm(text: string): URLSearchParams {
  checkText(text)
  let count = 1
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    count += 1
    // Counted before they are made: a million empty fields cost more to hold than to send.
    if (count > sizes.fields) throw new TooMuch(413, 'the form has too many fields')
  }
  const form = new URLSearchParams(text)
  for (const name of form.keys()) if (name.length > sizes.fieldName) throw new TooMuch(413, 'a name in the form is too long')
  return form
}

/** Ends the connection of a form that does not arrive in time. Uploads have the whole request's time. */
export function watchForm(request: FastifyRequest, payload: NodeJS.ReadableStream, most: number): void {
  if ((request.headers['content-type'] ?? '').startsWith('multipart/')) return
  const body = payload as IncomingMessage
  const late = setTimeout(() => body.destroy(new Error('the form came too slowly')), most)
  late.unref()
  for (const event of ['end', 'close', 'error'] as const) body.once(event, () => clearTimeout(late))
}

/**
 * The answer to what is no request at all (headers that are broken, too many or too slow). Node has no reply to send it
 * with, so it is written by hand, with the same headers as everything else.
 */
export function refuseBroken(headers: Readonly<Record<string, string>>): (failure: Error & { code?: string }, socket: Socket) => void {
  return (failure, socket) => {
    if (failure.code === 'ECONNRESET' || socket.destroyed) return
    const status = failure.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout'
      : failure.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
    const body = `${status.slice(4)}\n`
    const lines = Object.entries({
      ...headers, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8', 'content-length': String(body.length), connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`)
    socket.destroySoon()
  }
}
