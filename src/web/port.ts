/**
 * What the web face needs from the edge, and nothing more: people, transactions, sessions, labels, imports, the day.
 * The edge implements it on PostgreSQL (src/edge); page tests use `testing/fixturePort.ts`.
 */
import type { Accounts, KeptForms, Provider } from '../app/signIn.ts'
import type { Actor, Work } from '../app/work.ts'
import type { Act } from '../core/access/act.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Pace } from './pace.ts'
import type { Times } from './requestLimits.ts'

/** What is written to the audit log, in the transaction of the work it tells of. */
export interface AuditEvent {
  /** `child opened`, `tracker exported`: from the route's row. */
  readonly name: string
  /** What the request is for: how far its transaction reaches. 'signed in' reaches no child. */
  readonly act: Act | 'signed in'
  /** The child whose record was asked for, when the address names one. */
  readonly childId?: string
  /** The address asked for, and what was chosen where the page asked. */
  readonly detail?: Readonly<Record<string, string>>
}

/** Where sessions are kept. Content is opaque to the store and holds no facts about children. */
export interface SessionStore {
  /** Null when there is none or it has expired. */
  get(sessionId: string): Promise<unknown>
  set(sessionId: string, content: unknown, expiresAt: Date): Promise<void>
  destroy(sessionId: string): Promise<void>
}

/** Labels of the return's codes, from `rules/`. */
export interface Labels {
  /** The words for a code of a set (`LS`, `C2`); undefined when the set does not hold it. */
  labelOf(codeSet: string, code: string): string | undefined
}

/** A file the web face has written to disk for an import. */
export interface UploadedFile {
  /** The name the person's computer gave it. Only to be shown and to tell tables by, never used as a path. */
  readonly name: string
  readonly path: string
  /** Bytes. */
  readonly size: number
}

export interface ImportAsked {
  /** Named by its end: 2026 is 1 April 2025 to 31 March 2026. */
  readonly collectionYear: number
  readonly files: readonly UploadedFile[]
  readonly lastYearFiles: readonly UploadedFile[]
}

export interface Imports {
  /**
   * Takes an import in hand and gives its id. The files are the port's from then on (all lie in one folder made for
   * this upload): it removes that folder when it has no more use for it. If it throws, they stay the web face's.
   */
  accept(work: Work, asked: ImportAsked): Promise<string>
  /** Asks a waiting or running import to stop. Does nothing to one that has ended. */
  cancel(work: Work, importId: string): Promise<void>
}

export interface Calendars {
  /** Where people reach Holdfast; null when this installation was not told. */
  readonly base: string | null
  /** A secret for an address, and what of it is kept. */
  newSecret(): { readonly secret: string; readonly fingerprint: string }
  /** The calendar behind a secret address; undefined when there is none. */
  feed(token: string): Promise<string | undefined>
}

/** Who asks by a key. */
export interface KeyHolder {
  readonly actor: Actor
  readonly keyId: string
  readonly mayWrite: boolean
}

export interface Keys {
  /** A secret for a key, and what of it is kept. */
  newSecret(): { readonly secret: string; readonly fingerprint: string }
  /** What a program sends. */
  tokenOf(actor: Pick<Actor, 'authorityId'>, keyId: string, secret: string): string
  /** Who asks by what was sent; undefined when nobody may. */
  holderOf(token: string): Promise<KeyHolder | undefined>
}

export interface WebPort {
  /**
   * One transaction for one request: writes the audit event, sets who asks, runs `fn`, commits. Rolls back and
   * rethrows what `fn` throws.
   */
  work<T>(actor: Actor, event: AuditEvent, fn: (work: Work) => Promise<T>): Promise<T>
  readonly accounts: Accounts
  /** The council's identity provider; null where people sign in with passwords alone. */
  readonly provider: Provider | null
  readonly keptForms: KeptForms
  readonly sessions: SessionStore
  readonly rules: Labels
  readonly imports: Imports
  readonly calendars: Calendars
  /** Null where programs may not ask. */
  readonly keys: Keys | null
  /** Today in England. */
  today(): LocalDate
  /** Whether the store answers. */
  ready(): Promise<boolean>
}

/** How this installation is set up. */
export interface WebSettings {
  /** At least 32 characters; the same on every server of an installation, kept out of the code. */
  readonly secret: string
  /** True wherever the service is reached over https. False only for trial on one's own machine. */
  readonly secureCookies: boolean
  /** Addresses of proxies whose forwarding headers are believed; false for none. */
  readonly trustProxy: boolean | string
  readonly idleMinutes: number
  /** A folder for uploads; each gets its own folder in it. */
  readonly uploadFolder: string
  readonly maxUploadBytes: number
  /** How fast a person and an address may go on; `usualPace` when left out. */
  readonly pace?: Pace
  /** How long a request may take to come; `usualTimes` when left out. */
  readonly times?: Times
  /** Told of every failure that a person saw as "something went wrong", with the reference they were given. */
  readonly onFailure: (reference: string, failure: unknown) => void
}
