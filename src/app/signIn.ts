/** Signing in: what the faces ask and what the edge answers. */
import type { Actor } from './work.ts'

/** Enough to find a person again. */
export interface PersonRef {
  readonly authorityId: number
  readonly personId: string
}

/** Minutes until the next try is heard. */
export interface Shut {
  readonly status: 'shut'
  readonly minutes: number
}

/** What a name and password came to. */
export type PasswordAnswer =
  | { readonly status: 'signed in'; readonly actor: Actor; readonly device: string }
  | { readonly status: 'code wanted' | 'second factor wanted'; readonly person: PersonRef; readonly device: string }
  | { readonly status: 'wrong' }
  | Shut

/** What a code came to; `by` which kind of code. */
export type CodeAnswer =
  | { readonly status: 'right'; readonly actor: Actor; readonly by: 'app' | 'recovery code' }
  | { readonly status: 'wrong' }
  | Shut

/** What an authenticator app is told: as text, and as a picture (SVG) of the same. */
export interface Enrolment {
  readonly secret: string
  readonly picture: string
}

export interface OwnSession {
  readonly sessionId: string
  /** Milliseconds. */
  readonly signedInAt: number
  readonly seenAt: number
  readonly browser: string
  readonly how: string
}

export interface OwnAccount {
  readonly signInName: string
  /** Null: the person signs in at the provider alone. */
  readonly hasPassword: boolean
  readonly secondFactor: { readonly enrolled: boolean; readonly required: boolean; readonly recoveryCodesLeft: number }
  readonly sessions: readonly OwnSession[]
}

/** Why a password was not changed. */
export type PasswordFault = 'current' | 'short' | 'long' | 'common' | 'same' | 'name'
export type PasswordChange = { readonly status: 'changed' } | { readonly status: 'refused'; readonly fault: PasswordFault } | Shut

export interface Accounts {
  /** Whether people sign in with a password kept here. */
  readonly passwords: boolean
  /** The person with the roles in force today; null when there is none or they are disabled. */
  actorOf(person: PersonRef): Promise<Actor | null>
  /**
   * Tries a name and password; writes down a failure at a known account. `device` is what a right try from this browser
   * gave before: a browser known for the name has tries of its own, so that strangers cannot shut it out.
   */
  tryPassword(name: string, password: string, device: string | null): Promise<PasswordAnswer>
  /** Tries a code of the authenticator app or a recovery code; each is right once. */
  tryCode(person: PersonRef, code: string): Promise<CodeAnswer>
  /** Begins or goes on with enrolling; the same secret until it is confirmed. Null when one is in force already. */
  enrolment(person: PersonRef): Promise<Enrolment | null>
  /**
   * Puts the second factor in force, if the code is right; gives the recovery codes, which are never shown again. The password
   * is asked for once more, so that an open session is not enough; null while signing in, where it has just been right.
   */
  confirmEnrolment(person: PersonRef, code: string, password: string | null): Promise<
    { readonly status: 'enrolled'; readonly codes: readonly string[] } | { readonly status: 'wrong' | 'wrong password' } | Shut
  >
  /** Takes the second factor away, if the code is right. */
  removeSecondFactor(person: PersonRef, code: string): Promise<{ readonly status: 'removed' } | { readonly status: 'wrong' } | Shut>
  own(person: PersonRef): Promise<OwnAccount>
  /** Changes the password after checking the current one; the person's other sessions end. */
  changePassword(actor: Actor, current: string, wanted: string, thisSession: string): Promise<PasswordChange>
  /**
   * The address by which a person without a password chooses one, for three days and once; null where there are no passwords.
   * `mark` is what stands in the place of their password (app/people): the link dies with it.
   */
  firstPasswordAddress(person: PersonRef, mark: string): string | null
  /** Whose link it is; null when it was used, replaced, is too old, or is none. */
  firstPasswordOf(token: string): Promise<{ readonly name: string; readonly signInName: string } | null>
  /** Sets the password that the link is for. */
  chooseFirstPassword(token: string, wanted: string): Promise<
    { readonly status: 'chosen' | 'no longer' } | { readonly status: 'refused'; readonly fault: PasswordFault }
  >
  /** Ends every session of a person, but the one named. */
  endSessions(person: PersonRef, but?: string): Promise<void>
}

/** What has to be remembered between going to the provider and coming back. */
export interface GoneToProvider {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type ProviderAnswer =
  | { readonly status: 'signed in'; readonly actor: Actor }
  /** Nobody of that name was added here, or they are disabled, or the name is bound to another subject. */
  | { readonly status: 'not known' }
  /** The answer was not the one to our question: state, nonce, code, signature or claims. */
  | { readonly status: 'refused' }
  | { readonly status: 'away' }

/** The council's identity provider (OpenID Connect Core 1.0, authorization code flow with PKCE, RFC 7636). */
export interface Provider {
  readonly label: string
  /** The address to send the browser to; null when the provider does not answer. */
  begin(): Promise<{ readonly address: string; readonly gone: GoneToProvider } | null>
  /** Reads the provider's answer: `query` is that of the address the browser came back to. */
  finish(query: string, gone: GoneToProvider): Promise<ProviderAnswer>
  /** Where to sign out of the provider too; null when it has no such place, or does not answer. */
  endSession(): Promise<string | null>
}

export interface KeptForm {
  readonly keptId: string
  readonly address: string
  /** Name and value, in the order of the form. */
  readonly fields: readonly (readonly [string, string])[]
  /** ISO 8601, UTC. */
  readonly keptAt: string
}

/** Forms that could not be sent. `key` is the secret in the browser's cookie, without which nothing can be read. */
export interface KeptForms {
  /** Keeps a form for 24 hours: a posted one beside the others, a draft in the place of the last. Gives its id. */
  keep(key: string, personId: string, kind: 'posted' | 'draft', form: Pick<KeptForm, 'address' | 'fields'>): Promise<string>
  /** What was posted, oldest first. */
  posted(key: string, personId: string): Promise<readonly KeptForm[]>
  draft(key: string, personId: string, address: string): Promise<KeptForm | null>
  discard(key: string, personId: string, keptId: string): Promise<void>
}
