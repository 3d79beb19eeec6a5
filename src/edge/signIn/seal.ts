/** Keys made from one secret, a key a purpose, and what is sealed with them: AES-256-GCM (NIST SP 800-38D). */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A key of 32 bytes for one purpose (HKDF-SHA256, RFC 5869): what is made with it is worthless for another. */
export function keyFor(secret: string | Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `holdfast ${purpose}`, 32))
}

/** A keyed hash: the same for the same words, and to be made by nobody without the key. */
export function keyedHash(key: Buffer, ...words: readonly string[]): Buffer {
  const hash = createHmac('sha256', key)
  // Each word's length goes before it, so that no two lists of words run together into one.
  for (const word of words) hash.update(`${Buffer.byteLength(word)}:`).update(word)
  return hash.digest()
}

/** Nonce, tag and cipher text in one. `about` is not kept but has to be the same when it is opened. */
export function seal(key: Buffer, content: string, about: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const text = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** What was sealed. @throws Error when the key, the content or what it is about is another */
export function unseal(key: Buffer, sealed: Buffer, about: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}
