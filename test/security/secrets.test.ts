/** No secret lies in the repository (promise H4), and the search finds those that are planted. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

interface Scan {
  readonly findSecrets: (text: string) => readonly { readonly line: number; readonly kind: string }[]
  readonly secretFile: (path: string) => boolean
  readonly repositoryFiles: () => readonly string[]
  readonly secretsOfRepository: (files?: readonly string[]) => readonly string[]
}
const project = resolve(import.meta.dirname, '../..')
const scan = (await import(/* @vite-ignore */ pathToFileURL(join(project, 'scripts/secrets.mjs')).href)) as Scan

const letters = (alphabet: string, length: number): string => [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('')
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const any = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const hex = '0123456789abcdef'
// Digits and letters both, as a random value of this length all but always has.
const made = (length: number): string => `a1${letters(any, length - 2)}`
const uuid = (): string => [8, 4, 4, 4, 12].map((length) => letters(hex, length)).join('-')

// Made while the test runs, in pieces: the search over this very file stays clean.
const planted: readonly (readonly [kind: string, text: () => string])[] = [
  ['private key', () => `-----BEGIN ${'RSA '}PRIVATE KEY-----`],
  ['private key', () => `-----BEGIN ${''}PRIVATE KEY-----`],
  ['AWS access key', () => `aws = AKIA${letters(upper, 16)}`],
  ['GitHub token', () => `ghp_${letters(any, 36)}`],
  ['GitHub token', () => `github_pat_${letters(any, 70)}`],
  ['GitLab token', () => `glpat-${letters(any, 20)}`],
  ['Slack token or hook', () => `xoxb-${letters('0123456789', 12)}-${letters(any, 24)}`],
  ['npm token', () => `npm_${letters(any, 36)}`],
  ['npm token', () => `//registry.example/:_authToken${'='}${letters(any, 36)}`],
  ['Google key', () => `AIza${letters(any, 35)}`],
  ['Stripe key', () => `sk_live_${letters(any, 24)}`],
  ['Azure storage key', () => `AccountKey=${letters(any, 86)}==`],
  ['GOV.UK Notify key', () => `holdfast-${uuid()}-${uuid()}`],
  ['SendGrid key', () => `SG.${letters(any, 22)}.${letters(any, 43)}`],
  ['OpenAI or Anthropic key', () => `sk-ant-${letters(any, 60)}`],
  ['JSON web token', () => `eyJ${letters(any, 20)}.eyJ${letters(any, 40)}.${letters(any, 43)}`],
  ['value under the name of a secret', () => `const clientSecret = '${made(32)}'`],
  ['value under the name of a secret', () => `"password": "${made(24)}"`],
  ['value under the name of a secret', () => `api_key: '${made(40)}'`],
  ['password in an address', () => `postgresql://holdfast:${made(16)}@db.example/holdfast`],
]

describe('the search for secrets', () => {
  test.each(planted)('finds a %s', (kind, text) => {
    for (let i = 0; i < 50; i += 1) expect(scan.findSecrets(`first line\n${text()}\nlast line`)).toContainEqual({ line: 2, kind })
  })

  test('never repeats the secret it found', () => {
    const secret = made(40)
    expect(JSON.stringify(scan.findSecrets(`token: '${secret}'`))).not.toContain(secret)
  })

  test.each([
    'postgresql://user:password@server:5432/holdfast', "const demonstrationPassword = 'fernbrook demonstration'",
    "secret: 'a secret that only tests know, 40 long'", 'Private key: see your provider', "token: '${made}'", 'the password is kept as an argon2id hash',
  ])('leaves words alone: %s', (line) => {
    expect(scan.findSecrets(line)).toEqual([])
  })

  test('knows files that are secrets by their name', () => {
    expect(['.env', 'deploy/.env.production', 'tls/server.key', 'ca.pem', 'home/.pgpass', 'id_ed25519'].filter((path) => !scan.secretFile(path))).toEqual([])
    expect(['.env.example', 'docs/keys.md', 'src/core/key.ts', 'public.crt'].filter((path) => scan.secretFile(path))).toEqual([])
  })

  test('looks into files and tells where', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-secrets-'))
    const path = join(folder, 'notes.txt')
    writeFileSync(path, `nothing\nnothing\nghp_${letters(any, 36)}\n`)
    const from = relative(project, path)
    expect(scan.secretsOfRepository([from, 'not/there.txt'])).toEqual([`${from}:3: GitHub token`])
    rmSync(folder, { recursive: true })
  })
})

test('the repository holds no secret', () => {
  const files = scan.repositoryFiles()
  expect(files).toEqual(expect.arrayContaining(['package-lock.json', 'src/web/server.ts', 'test/security/secrets.test.ts', 'README.md']))
  expect(scan.secretsOfRepository(files)).toEqual([])
})
