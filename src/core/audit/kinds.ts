/** Kinds of events in the audit log, by their names: what a search filters by. */

export const eventKinds = ['looks', 'changes', 'exports', 'refused', 'failed', 'signing in'] as const
export type EventKind = (typeof eventKinds)[number]

export const eventKindWords: Readonly<Record<EventKind, string>> = {
  looks: 'Pages opened',
  changes: 'Something written or changed',
  exports: 'Files and prints',
  refused: 'Refused',
  failed: 'Failed, or asked too fast',
  'signing in': 'Signing in and out',
}

/** Regular expressions that PostgreSQL and JavaScript read alike; the first that an event's name meets is its kind. */
export const kindPatterns: Readonly<Record<Exclude<EventKind, 'changes'>, string>> = {
  refused: '^refused: ',
  failed: '^(failed|too fast): ',
  exports: '^begun: |(exported|printed)$',
  'signing in': '^(signed (in|out)|sign-in|second factor|password|recovery code)',
  looks: '(opened|looked|followed|asked|read)$',
}

const order = ['refused', 'failed', 'exports', 'signing in', 'looks'] as const

/** Patterns that an event's name must meet, and those it must not. */
export function patternsOf(kind: EventKind): { readonly meets: string | null; readonly not: readonly string[] } {
  if (kind === 'changes') return { meets: null, not: order.map((one) => kindPatterns[one]) }
  return { meets: kindPatterns[kind], not: order.slice(0, order.indexOf(kind)).map((one) => kindPatterns[one]) }
}

/** The kind of an event, by its name. */
export function kindOf(event: string): EventKind {
  return order.find((kind) => new RegExp(kindPatterns[kind]).test(event)) ?? 'changes'
}
