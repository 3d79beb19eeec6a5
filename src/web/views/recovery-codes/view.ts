/** Recovery codes, shown once. */
import type { Page } from '../../route.ts'

/** The page with new recovery codes; `next` where to go on to. */
export function recoveryCodesPage(codes: readonly string[], next: string): Page {
  return { kind: 'page', view: 'recovery-codes', room: 'none', title: 'Keep your recovery codes', model: { codes, next } }
}
