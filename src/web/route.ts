/** The shape of a route: who may use it, what is written about it, what it answers. `routes.ts` holds the rows. */
import type { Act } from '../core/access/act.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from '../app/work.ts'
import type { Accounts } from '../app/signIn.ts'
import type { Calendars, Imports, Keys, Labels, UploadedFile } from './port.ts'

/** The rooms of the top navigation, and the pages outside them. */
export type Room = 'home' | 'work' | 'children' | 'meetings' | 'reviews' | 'panels' | 'measures' | 'returns' | 'audit' | 'profiles' | 'admin' | 'none'

/** A message shown once, at the top of the next page. */
export interface Flash {
  readonly kind: 'success' | 'notice'
  readonly words: string
}

/** A typed page: `model` is what `views/<view>/page.njk` shows, made by `views/<view>/view.ts`. */
export interface Page {
  readonly kind: 'page'
  readonly view: string
  readonly room: Room
  /** The page's own name; the shell adds area and service. */
  readonly title: string
  readonly model: unknown
  readonly status?: number
}

export type Answer =
  | Page
  | { readonly kind: 'redirect'; readonly to: string; readonly flash?: Flash }
  /** Sent as it is made: a large export never stands in memory. */
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly content: AsyncIterable<string | Uint8Array> }
  /** A status from 400 on is a problem (RFC 9457): `body` says title and status. */
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number }
  /** Also what one may not see. */
  | { readonly kind: 'not found' }

/** What a request says, and what a handler may use. */
export interface Ask {
  readonly work: Work
  readonly today: LocalDate
  readonly labels: Labels
  readonly imports: Imports
  readonly accounts: Pick<Accounts, 'firstPasswordAddress'>
  readonly calendars: Pick<Calendars, 'base' | 'newSecret'>
  /** Null where programs may not ask. */
  readonly keys: Pick<Keys, 'newSecret' | 'tokenOf'> | null
  /** `/children`: the address without its query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly params: Readonly<Record<string, string>>
  /** Whether a form is sent, and not opened. */
  readonly sent: boolean
  /** Whether a program asks, which reads JSON. */
  readonly asJson: boolean
  /** The fields of a sent form, empty for GET. What came as JSON can be read by way of `takeForm` alone (`forms/jsonForm.ts`). */
  readonly form: URLSearchParams
  /** The files of an upload route, by field; empty fields are left out. */
  readonly uploads: ReadonlyMap<string, readonly UploadedFile[]>
}

export type Handler = (ask: Ask) => Promise<Answer>

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** What one may do who may use it; it also says whose children the request reaches. */
  readonly act: Act | 'signed in'
  /** The event in the audit log. */
  readonly audit: string
  /** Of a form: opened and sent at this address. */
  readonly form?: true
  /** Takes files: they are streamed to disk before the transaction opens. */
  readonly upload?: true
  /** What answers a program at this address, where that is no form: to read a page's content by a program is to take it out. */
  readonly program?: Pick<Route, 'act' | 'audit' | 'handle'> & { /** A schema of `openApi.ts`. */ readonly shape: string }
  /** A program with a key may not: what gives access is done by people. */
  readonly byPeople?: true
  readonly handle: Handler
}

/** A form's two rows: opened by GET and sent by POST, at one address and under one act (`forms/takeForm.ts` tells them apart). */
export function formRoutes(path: string, act: Route['act'], opened: string, sent: string, handle: Handler): readonly Route[] {
  return [{ method: 'GET', path, act, audit: opened, form: true, handle }, { method: 'POST', path, act, audit: sent, form: true, handle }]
}

/** The same rows, for people alone. */
export const byPeople = (rows: readonly Route[]): readonly Route[] => rows.map((row) => ({ ...row, byPeople: true }))
