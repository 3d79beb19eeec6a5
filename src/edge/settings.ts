/** What the outside tells Holdfast: a handful of environment variables, read once at the start and checked together. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readMail, type MailSettings } from './mail/settings.ts'
import { readPublicUrl, readSignIn, type SignInSettings } from './signIn/settings.ts'

export interface Settings {
  /** TCP port of the web server; 0 lets the system choose. */
  readonly port: number
  /** Address the web server listens on. 127.0.0.1 unless told: nobody else on the network sees a trial. */
  readonly host: string
  /** PostgreSQL to use; null means Holdfast runs its own in `dataFolder`. */
  readonly databaseUrl: string | null
  /** Absolute path of the folder of the database Holdfast runs itself. */
  readonly dataFolder: string
  readonly signIn: SignInSettings
  /** Null when no mail is sent. */
  readonly mail: MailSettings | null
  /** Where people reach Holdfast, without a slash at the end; null when not told. */
  readonly publicUrl: string | null
  /** Whether programs may ask by keys that people make. Off unless told: a key that nobody knew could exist is worse than one that is missed. */
  readonly programs: boolean
}

/** Says every setting that could not be used and how to mend it, one a line; never repeats a password. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** The folder of the checkout (the one whose package.json is Holdfast's), whether run from source or from `dist`. */
export const projectFolder: string = findProject(import.meta.dirname)

/**
 * The folder that holds the files code reads at run time (`store/schema`, `web/views` …): `src` when run from source,
 * `dist` when run from the bundle, which carries a copy.
 */
export const filesFolder: string = join(
  projectFolder,
  import.meta.dirname === join(projectFolder, 'dist') ? 'dist' : 'src',
)

function findProject(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest)) {
      const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
      if (typeof content === 'object' && content !== null && 'name' in content && content.name === 'holdfast') return folder
    }
    if (dirname(folder) === folder) throw new SettingsError(`Holdfast's own folder was not found above ${from}.`)
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads PORT, HOST, DATABASE_URL, HOLDFAST_DATA and how people sign in. An empty value counts as not set, because that is what container
 * tools pass for a variable nobody filled in. A relative HOLDFAST_DATA starts from `here`.
 * @throws SettingsError naming every bad value at once
 */
export function readSettings(environment: Environment, here: string = process.cwd()): Settings {
  const problems: string[] = []
  const given = (name: string): string | null => {
    const value = environment[name]?.trim() ?? ''
    return value === '' ? null : value
  }

  const portText = given('PORT')
  const port = portText === null ? 3000 : Number(portText)
  if (portText !== null && (!/^\d{1,5}$/.test(portText) || port > 65535)) {
    problems.push(`PORT is "${portText}". Give a whole number from 0 to 65535, such as 3000.`)
  }

  const host = given('HOST') ?? '127.0.0.1'
  if (/[\s/]/.test(host)) {
    problems.push(`HOST is "${host}". Give an address or a name to listen on, such as 127.0.0.1 or 0.0.0.0.`)
  }

  const databaseUrl = given('DATABASE_URL')
  if (databaseUrl !== null && !isPostgresAddress(databaseUrl)) {
    problems.push(
      'DATABASE_URL is not a PostgreSQL address. Give one such as postgresql://user:password@server:5432/holdfast; ' +
        'characters such as @ : / # in a password are written %40 %3A %2F %23.',
    )
  }

  const data = given('HOLDFAST_DATA')
  const dataFolder = data === null ? join(projectFolder, 'data') : resolve(here, data)
  if (dataFolder.includes('\0') || dataFolder === resolve('/')) {
    problems.push(`HOLDFAST_DATA is "${dataFolder}". Give a folder that Holdfast may fill, such as ./data.`)
  }

  const https = given('HOLDFAST_HTTPS')
  if (https !== null && https !== '1' && https !== '0') {
    problems.push(`HOLDFAST_HTTPS is "${https}". Give 1 when people reach the service over https, else leave it out.`)
  }
  // Holdfast ends no TLS itself: without a proxy it believes, every request looks like plain http, no session cookie is given,
  // and signing in leads back to signing in without a word.
  if (https === '1' && given('HOLDFAST_PROXY') === null) {
    problems.push('HOLDFAST_HTTPS is 1, but HOLDFAST_PROXY names no proxy. Give the address of the one that ends https, such as 127.0.0.1.')
  }

  const programs = given('HOLDFAST_PROGRAMS') ?? 'off'
  if (programs !== 'on' && programs !== 'off') problems.push(`HOLDFAST_PROGRAMS is "${programs}". Give on or off.`)

  const publicUrl = readPublicUrl(given, problems)
  const signIn = readSignIn(given, problems, publicUrl)
  const mail = readMail(given, problems, publicUrl)

  if (problems.length > 0) throw new SettingsError(`Holdfast cannot start with these settings.\n${problems.join('\n')}`)
  return { port, host, databaseUrl, dataFolder, signIn, mail, publicUrl, programs: programs === 'on' }
}

function isPostgresAddress(text: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(text)) return false
  // A socket address such as postgresql:///holdfast?host=/run/postgresql has no server name, which URL refuses.
  return URL.canParse(text) || URL.canParse(text.replace(/^(\w+:\/\/(?:[^/@]*@)?)\//, '$1socket/'))
}
