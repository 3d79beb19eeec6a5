/** What surrounds every page: the header, the rooms, the person, the title. */
import { may, type Permission } from '../core/access/policy.ts'
import type { Actor } from '../app/work.ts'
import type { Flash, Page, Room } from './route.ts'

interface RoomOfNav {
  readonly room: Room
  readonly words: string
  readonly href: string
  readonly permission: Permission
}

/** The rooms that work today; a person sees those their roles use. */
const rooms: readonly RoomOfNav[] = [
  { room: 'home', words: 'Home', href: '/', permission: 'see figures' },
  { room: 'children', words: 'Children', href: '/children', permission: 'see children' },
  { room: 'measures', words: 'Measures', href: '/measures', permission: 'see figures' },
  { room: 'returns', words: 'Returns', href: '/returns', permission: 'import returns' },
]

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
    rooms: actor === null ? [] : rooms.filter(({ permission }) => may(actor.roles, permission)).map(({ room, words, href }) => ({
      text: words, href, active: room === page.room, current: room === page.room && href === extra.path,
    })),
  }
}
