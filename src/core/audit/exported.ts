/**
 * The audit log as the council's monitoring reads it: a line an event, in JSON or in the Common Event Format (CEF 0). The
 * shape is kept as it is (docs/reference/audit-export.md); a change of meaning gets a new `schema`. Who and what, by id: no
 * name, no number and no word about a child, and of an address the path alone, since what was typed into a search stands after it.
 */

export const exportFormats = ['jsonl', 'cef'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportedEvent {
  readonly authorityId: number
  readonly eventId: number
  /** An instant, ISO 8601, UTC. */
  readonly happenedAt: string
  /** Milliseconds since 1970. */
  readonly milliseconds: number
  readonly personId: string | null
  /** By what they sign in; null for the installation itself. */
  readonly signInName: string | null
  readonly event: string
  readonly childId: string | null
  readonly detail: Readonly<Record<string, string>> | null
}

/** Why somebody has to know of a look: what stands as `alarm` in the detail of its event. */
export type Alarm = 'broken glass' | 'seal'

/** The alarm of an event, by its detail; null for every ordinary one. */
export function alarmOf(detail: ExportedEvent['detail']): Alarm | null {
  const alarm = detail?.['alarm']
  return alarm === 'broken glass' || alarm === 'seal' ? alarm : null
}

export type EventOutcome = 'done' | 'begun' | 'refused' | 'failed' | 'too fast'

/** What came of an event, and its name without that: `refused: child opened` is `child opened`, refused. */
export function outcomeOf(event: string): { readonly outcome: EventOutcome; readonly name: string } {
  const read = /^(begun|refused|failed|too fast): (.*)$/s.exec(event)
  return read === null ? { outcome: 'done', name: event } : { outcome: read[1] as EventOutcome, name: read[2] ?? '' }
}

const pathOf = (address: string | undefined): string | null => address?.split('?', 1)[0] ?? null

/** One event as a line of JSON. */
function jsonLine(one: ExportedEvent): string {
  const { outcome, name } = outcomeOf(one.event)
  const { address, ...rest } = one.detail ?? {}
  return JSON.stringify({
    schema: 'holdfast audit 1', authority: one.authorityId, event: one.eventId, at: one.happenedAt, person: one.personId,
    user: one.signInName, action: name, outcome, child: one.childId, path: pathOf(address), detail: rest,
  })
}

/** How serious an event is by itself, from 0 to 10, for rules that start from it. */
export function severityOf(event: string, detail: ExportedEvent['detail'] = null): number {
  const { outcome, name } = outcomeOf(event)
  if (alarmOf(detail) !== null || name === 'glass broken' || name === 'unusual access found') return 8
  if (outcome === 'refused' || outcome === 'too fast') return 5
  if (outcome === 'failed' || name.endsWith('exported')) return 4
  return 1
}

const inHeader = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/[\r\n]+/g, ' ')
const inExtension = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('=', '\\=').replaceAll('\r', '\\r').replaceAll('\n', '\\n')

/** One event as a line of CEF. */
function cefLine(one: ExportedEvent): string {
  const { outcome, name } = outcomeOf(one.event)
  const { address, ...rest } = one.detail ?? {}
  const extension: readonly (readonly [string, string | null])[] = [
    ['rt', String(one.milliseconds)], ['externalId', String(one.eventId)], ['suid', one.personId], ['suser', one.signInName],
    ['act', name], ['outcome', outcome], ['request', pathOf(address)],
    ['cs1Label', 'authority'], ['cs1', String(one.authorityId)],
    ...(one.childId === null ? [] : [['cs2Label', 'child'], ['cs2', one.childId]] as const),
    ...(Object.keys(rest).length === 0 ? [] : [['cs3Label', 'detail'], ['cs3', JSON.stringify(rest)]] as const),
  ]
  const header = ['CEF:0', 'Holdfast', 'Holdfast', '1', name, one.event, String(severityOf(one.event, one.detail))]
  return `${header.map((part, i) => (i === 0 ? part : inHeader(part))).join('|')}|${extension
    .flatMap(([key, value]) => (value === null ? [] : [`${key}=${inExtension(value)}`])).join(' ')}`
}

/** One event as a line, without its end. */
export function exportLine(format: ExportFormat, one: ExportedEvent): string {
  return format === 'jsonl' ? jsonLine(one) : cefLine(one)
}
