/** The head of a child's pages as `components/childHead.njk` draws it. */
import { childHead } from '../app/childHead.ts'
import type { ChildId } from '../core/facts/factType.ts'
import { isId } from './ids.ts'
import type { Ask } from './route.ts'
import { longDate, momentWords, timeLeft } from './words/dates.ts'

export interface ChildHeadModel {
  readonly childId: ChildId
  readonly code: string
  /** `/children/<id>` */
  readonly href: string
  /** Said on every page about a child that is open by broken glass. */
  readonly glass: string | null
  readonly ownWords: { readonly words: string; readonly when: string } | null
  readonly pages: readonly { readonly text: string; readonly href: string; readonly active: boolean }[]
}

/** The head for the child that the address names; undefined when the request reaches no such child (answer: not found). */
export async function headOf({ work, params }: Pick<Ask, 'work' | 'params'>, place: string): Promise<ChildHeadModel | undefined> {
  const id = params['childId'] ?? ''
  const head = isId(id) ? await childHead(work, id) : undefined
  if (head === undefined) return undefined
  const href = `/children/${head.childId}`
  return {
    childId: head.childId, code: head.code, href,
    glass: head.openUntil === null ? null : glassWords(head.openUntil),
    ownWords: head.ownWords === null ? null : { words: head.ownWords.words, when: longDate(head.ownWords.saidOn) },
    pages: head.pages.map(({ words, path }) => ({ text: words, href: href + path, active: path === place })),
  }
}

/** What whoever broke the glass is told while they read. */
function glassWords(until: string): string {
  return `This record is open to you because you broke the glass, until ${momentWords(until)} (${timeLeft(until, new Date())}). Every page you open is marked in the log, and your use of it is reviewed.`
}
