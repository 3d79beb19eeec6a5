/** What surrounds every page: the header, the rooms, the person, the title. */
import type { Act } from '../core/access/act.ts'
import type { Role } from '../core/access/roles.ts'
import { mayAnywhere } from '../core/access/scope.ts'
import type { Actor } from '../app/work.ts'
import type { Flash, Page, Room } from './route.ts'

interface RoomOfNav {
  readonly room: Room
  readonly words: string
  readonly href: string
  readonly act: Act | 'signed in'
  /** Or who may do this. */
  readonly or?: Act
  /** Shown to these roles alone, where others may do the act elsewhere. */
  readonly roles?: readonly Role[]
}

/** The rooms that work today; a person sees those their roles use. */
const rooms: readonly RoomOfNav[] = [
  { room: 'home', words: 'Home', href: '/', act: 'signed in' },
  { room: 'work', words: 'My work', href: '/my-work', act: ['see', 'actions'], or: ['record', 'agency decision'] },
  { room: 'children', words: 'Children', href: '/children', act: ['see', 'standing'] },
  { room: 'meetings', words: 'Meetings', href: '/planning-meetings', act: ['see', 'planning meeting'] },
  { room: 'reviews', words: 'Reviews', href: '/reviews', act: ['see', 'review record'] },
  { room: 'panels', words: 'Panels', href: '/panels', act: ['see', 'panel agenda'] },
  { room: 'measures', words: 'Measures', href: '/measures', act: ['see', 'figures'] },
  { room: 'returns', words: 'Returns', href: '/returns', act: ['see', 'imports'] },
  { room: 'profiles', words: 'Shared profiles', href: '/shared-profiles', act: ['see', 'profile'], roles: ['family finder', 'regional agency manager'] },
  { room: 'admin', words: 'Administration', href: '/admin', act: ['see', 'teams'] },
  { room: 'audit', words: 'Who looked', href: '/audit', act: ['see', 'audit log'] },
]

/** The rooms that a person's roles use. */
export function roomsOf({ roles }: Pick<Actor, 'roles'>): readonly { readonly room: Room; readonly words: string; readonly href: string }[] {
  return rooms.filter(({ act, or, roles: only }) =>
    (act === 'signed in' || mayAnywhere(roles, act[1], act[0]) || (or !== undefined && mayAnywhere(roles, or[1], or[0]))) && (only === undefined || roles.some((role) => only.includes(role))))
}

export interface Shell {
  readonly title: string
  readonly assets: string
  readonly authority: string | null
  readonly person: string | null
  readonly csrf: string | null
  readonly flash: Flash | null
  readonly rooms: readonly { readonly text: string; readonly href: string; readonly active: boolean; readonly current: boolean }[]
}

/** `Child 1043 – Children – Holdfast`. */
function wholeTitle(page: Page): string {
  const area = rooms.find(({ room }) => room === page.room)?.words
  return [page.title, ...(area === undefined || area === page.title ? [] : [area]), 'Holdfast'].join(' – ')
}

/** The surroundings of a page for a person, or for nobody yet. */
export function shellOf(
  page: Page,
  actor: Actor | null,
  extra: { readonly assets: string; readonly csrf: string | null; readonly flash: Flash | null; readonly path: string },
): Shell {
  return {
    title: wholeTitle(page),
    assets: extra.assets,
    authority: actor?.authorityName ?? null,
    person: actor?.name ?? null,
    csrf: extra.csrf,
    flash: extra.flash,
    rooms: actor === null ? [] : roomsOf(actor).map(({ room, words, href }) => ({
      text: words, href, active: room === page.room, current: room === page.room && href === extra.path,
    })),
  }
}
