// Looks for secrets in the files of the repository: keys and tokens by the marks their makers gave them, and values that
// look made by a machine where a secret would stand. `node scripts/secrets.mjs` looks through every tracked file.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { project } from './project.mjs'

/** Each maker's own mark, as their documentation gives it. */
const marks = [
  ['private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['AWS access key', /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/],
  ['GitLab token', /\bgl(?:pat|ptt|rt|dt|cbt|soat)-[A-Za-z0-9_-]{20,}/],
  ['Slack token or hook', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/services\/T[A-Z0-9]{8,}/],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^\s$]{8,}/],
  ['Google key', /\bAIza[A-Za-z0-9_-]{35}\b|\bGOCSPX-[A-Za-z0-9_-]{28}\b/],
  ['Stripe key', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{20,}\b/],
  ['Azure storage key', /\bAccountKey=[A-Za-z0-9+/]{86}==/],
  ['GOV.UK Notify key', /\b[a-z0-9_]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/],
  ['SendGrid key', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/],
  ['OpenAI or Anthropic key', /\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{40,}\b/],
  ['JSON web token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/],
]

/** A name that a secret would be kept under, and the value beside it. */
const kept = /(?:secret|passw(?:or)?d|passphrase|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|credential)["'`]?\s*[:=]\s*["'`]([^"'`\s]{16,})["'`]/gi
/** A password in an address. */
const inAddress = /\b[a-z][a-z+.-]*:\/\/[^\s:/@"'`]+:([^\s:/@"'`]{6,})@/gi
const madeUp = /^(?:password|passwort|secret|example|changeme|user|pass|.*(?:%s|\$\{|<|\*\*\*|…|%40).*)$/i

/** Bits of surprise a character (Shannon): words stay under 3.5, keys of random letters and digits lie above. */
export function entropy(text) {
  const counts = new Map()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0)
}

const looksMade = (value) => !madeUp.test(value) && entropy(value) >= 3.5 && /\d/.test(value) && /[A-Za-z]/.test(value)

/** What looks like a secret in a text: its line, its kind, and never the secret itself. */
export function findSecrets(text) {
  return text.split('\n').flatMap((line, i) => {
    const kinds = marks.filter(([, mark]) => mark.test(line)).map(([kind]) => kind)
    if ([...line.matchAll(kept)].some(([, value]) => looksMade(value))) kinds.push('value under the name of a secret')
    if ([...line.matchAll(inAddress)].some(([, value]) => !madeUp.test(value) && entropy(value) >= 2.5)) kinds.push('password in an address')
    return kinds.map((kind) => ({ line: i + 1, kind }))
  })
}

/** Names of files that are secrets whatever is in them. */
export const secretFile = (path) => /(?:^|\/)(?:\.env(?:\.(?!example).*)?|id_(?:rsa|ed25519|ecdsa)|.*\.(?:pem|p12|pfx|key|keystore|jks|kdbx)|\.netrc|\.pgpass|credentials\.json)$/i.test(path)

/** The files of the repository: those git tracks or would add; without git, all but what is installed or made. */
export function repositoryFiles() {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: project, encoding: 'utf8', maxBuffer: 50_000_000 })
  if (status === 0) return stdout.split('\0').filter((path) => path !== '')
  return readdirSync(project, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/^(?:node_modules|dist|data|coverage|\.git)\//.test(path))
}

/** Everything that looks like a secret in the repository: `file:line: kind`. A file that is not text is told by its name alone. */
export function secretsOfRepository(files = repositoryFiles()) {
  return files.flatMap((path) => {
    if (secretFile(path)) return [`${path}: a file of this name holds a secret`]
    let bytes
    try {
      bytes = readFileSync(join(project, path))
    } catch (failure) {
      // Deleted, and git not told yet.
      if (failure.code === 'ENOENT') return []
      throw failure
    }
    if (bytes.subarray(0, 8000).includes(0)) return []
    return findSecrets(bytes.toString('utf8')).map(({ line, kind }) => `${path}:${line}: ${kind}`)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = secretsOfRepository()
  for (const one of found) process.stdout.write(`${one}\n`)
  process.exitCode = found.length === 0 ? 0 : 1
}
