/** What stands at the top of every page about one child: who it is, the child's own words, and where else to look. */
import type { Act } from '../core/access/act.ts'
import type { ChildId } from '../core/facts/factType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { newestWords } from './voice.ts'
import type { Work } from './work.ts'

export interface ChildHead {
  readonly childId: ChildId
  readonly code: string
  /** The newest words of the child's own that this reader may have; null when there are none. */
  readonly ownWords: OwnWords | null
  /** UTC text: until when the record, or a part of it, is open to this reader by broken glass; null where it is not. */
  readonly openUntil: string | null
  /** Pages about the child that the person may open. */
  readonly pages: readonly ChildPlace[]
}

export interface OwnWords {
  readonly words: string
  readonly saidOn: LocalDate
}

export interface ChildPlace {
  readonly words: string
  /** After `/children/<id>`: `/plan`. */
  readonly path: string
  readonly act: Act
}

/** Every page about a child, in the order of the navigation. */
export const childPlaces: readonly ChildPlace[] = [
  { words: 'Overview', path: '', act: ['see', 'child overview'] },
  { words: 'Plan', path: '/plan', act: ['see', 'plan'] },
  { words: 'Reviews', path: '/reviews', act: ['see', 'review record'] },
  { words: 'Challenge', path: '/challenge', act: ['see', 'concern'] },
  { words: 'Planning meetings', path: '/planning-meetings', act: ['see', 'planning meeting'] },
  { words: 'Panels', path: '/panels', act: ['see', 'panel agenda'] },
  { words: 'Case papers', path: '/papers', act: ['see', 'panel papers'] },
  { words: 'Actions', path: '/actions', act: ['see', 'actions'] },
  { words: 'Own words', path: '/voice', act: ['see', 'own words'] },
  { words: 'Family', path: '/family', act: ['see', 'family'] },
  { words: 'Life story', path: '/life-story', act: ['see', 'life story'] },
  { words: 'Carers’ approval', path: '/carers', act: ['see', 'nominated officer approval'] },
  { words: 'Everything written', path: '/records', act: ['see', 'everything written'] },
  { words: 'Return checks', path: '/checks', act: ['see', 'return checks'] },
  { words: 'Who looked', path: '/looks', act: ['see', 'audit log'] },
  { words: 'Profile', path: '/profile', act: ['see', 'profile'] },
  { words: 'Whose child', path: '/allocations', act: ['see', 'allocations'] },
]

/** The head of a child's pages, or undefined when there is no such child that the request reaches. */
export async function childHead(work: Work, childId: string): Promise<ChildHead | undefined> {
  const code = await work.children.codeOf(childId)
  if (code === undefined) return undefined
  const pages: ChildPlace[] = []
  let byGlass = false
  for (const place of childPlaces) {
    const decision = await work.decide(childId, ...place.act)
    if (decision.kind === 'deny') continue
    pages.push(place)
    byGlass ||= decision.by === 'broken glass'
  }
  const newest = await newestWords(work, childId)
  const open = byGlass ? (await work.staff.glass.openNow()).find((one) => one.childId === childId) : undefined
  return {
    childId: childId as ChildId, code, openUntil: open?.until ?? null,
    ownWords: newest === null ? null : { words: newest.values.words, saidOn: newest.values.saidOn },
    pages,
  }
}
