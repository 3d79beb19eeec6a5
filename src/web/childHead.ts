/** The head of a child's pages as `components/childHead.njk` draws it. */
import { childHead } from '../app/childHead.ts'
import type { ChildId } from '../core/facts/factType.ts'
import { isId } from './ids.ts'
import type { Ask } from './route.ts'
import { longDate } from './words/dates.ts'

export interface ChildHeadModel {
  readonly childId: ChildId
  readonly code: string
  /** `/children/<id>` */
  readonly href: string
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
    ownWords: head.ownWords === null ? null : { words: head.ownWords.words, when: longDate(head.ownWords.saidOn) },
    pages: head.pages.map(({ words, path }) => ({ text: words, href: href + path, active: path === place })),
  }
}
