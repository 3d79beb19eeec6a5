/**
 * A register: what is held of one thing or many, as named facts and tables, with links and small forms. One shape for the
 * pages of administration, so that they read and work alike.
 */
import type { ChildHeadModel } from '../../childHead.ts'
import type { Pages } from '../../pages.ts'
import type { Page, Room } from '../../route.ts'

/** A form that is one button. */
export interface RegisterButton {
  readonly words: string
  readonly action: string
  /** What it is about, for those who hear the button by itself. */
  readonly about: string
  readonly fields?: readonly { readonly name: string; readonly value: string }[]
}

export interface Cell {
  readonly words: string
  readonly href?: string
  /** What the link is about, for those who hear it by itself: ` child 1043`. */
  readonly about?: string
  readonly small?: readonly string[]
  readonly tag?: { readonly words: string; readonly colour: string }
  readonly button?: RegisterButton
}

export interface Section {
  /** Null: the page's own heading is enough. */
  readonly title: string | null
  readonly lead?: readonly string[]
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Said when there are no rows. */
  readonly empty: string
  readonly links?: readonly { readonly words: string; readonly href: string }[]
  readonly pages?: Pages
}

export interface Filter {
  readonly action: string
  readonly search: string
  readonly selects: readonly { readonly name: string; readonly label: string; readonly items: readonly { readonly value: string; readonly words: string; readonly chosen: boolean }[] }[]
}

export interface Register {
  readonly title: string
  /** Over the title, small. */
  readonly over?: string
  readonly head?: ChildHeadModel
  readonly back?: { readonly href: string; readonly words: string }
  readonly lead?: readonly string[]
  /** Shown once and set apart, such as a link to hand on. */
  readonly inset?: { readonly words: string; readonly code: string }
  readonly facts?: readonly { readonly label: string; readonly words: string; readonly href?: string }[]
  readonly links?: readonly { readonly words: string; readonly href: string; readonly main?: true }[]
  readonly buttons?: readonly RegisterButton[]
  readonly filter?: Filter
  readonly sections: readonly Section[]
}

/** The page. */
export function registerPage(register: Register, room: Room = 'admin'): Page {
  return { kind: 'page', view: 'register', room, title: register.head === undefined ? register.title : `${register.title} – child ${register.head.code}`, model: register }
}

/** A cell of words alone. */
export const said = (words: string, ...small: readonly string[]): Cell => ({ words, ...(small.length === 0 ? {} : { small }) })
