/** Differences between returns: what is held and what the newer return says, side by side, waiting for a person. */
import type { Difference, DifferenceQuery } from '../../../app/imports.ts'
import { factTypes } from '../../../core/facts/factTypes.ts'
import type { ChildId } from '../../../core/facts/factType.ts'
import { gather } from '../../gather.ts'
import { isId } from '../../ids.ts'
import { address } from '../../localAddress.ts'
import { pagesOf, type Pages } from '../../pages.ts'
import type { Labels } from '../../port.ts'
import type { Tag } from '../../words/clocks.ts'
import { counted, whole } from '../../words/counts.ts'
import { momentWords } from '../../words/dates.ts'
import { factHeading, fieldsOf, placeWords, valueWords } from '../../words/facts.ts'
import { differenceTag } from '../../words/imports.ts'

export const differencesShown = 25
const statuses = ['open', 'accepted', 'kept', 'all'] as const
const kinds = ['all', 'changed', 'vanished'] as const

/** Reads the address; what makes no sense is left out. */
export function readDifferences(params: URLSearchParams): DifferenceQuery {
  const id = (name: string): string | null => {
    const text = params.get(name)
    return text !== null && isId(text) ? text : null
  }
  const page = params.get('page') ?? '1'
  return {
    importId: id('import'),
    childId: id('child') as ChildId | null,
    status: statuses.find((one) => one === params.get('status')) ?? 'open',
    kind: kinds.find((one) => one === params.get('kind')) ?? 'all',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    pageSize: differencesShown,
  }
}

/** The address of a list of differences. */
export function differencesAddress(query: DifferenceQuery): string {
  return address('/differences', {
    status: query.status === 'open' ? null : query.status,
    kind: query.kind === 'all' ? null : query.kind,
    import: query.importId, child: query.childId,
    page: query.page === 1 ? null : String(query.page),
  })
}

export interface DifferenceRow {
  readonly id: string
  readonly what: string
  readonly kind: string
  readonly fields: readonly { readonly label: string; readonly held: string; readonly proposed: string }[]
  readonly heldSource: string
  readonly proposedSource: string
  readonly vanished: boolean
  readonly open: boolean
  readonly tag: Tag
  readonly settled: string | null
}

export interface DifferencesModel {
  readonly errors: readonly { readonly href: string; readonly text: string }[]
  readonly summary: string
  readonly filters: readonly { readonly label: string; readonly items: readonly { readonly words: string; readonly href: string; readonly on: boolean }[] }[]
  readonly narrowed: { readonly words: string; readonly href: string } | null
  readonly here: string
  readonly settling: boolean
  readonly openHere: number
  readonly groups: readonly { readonly childId: string; readonly code: string; readonly href: string | null; readonly open: number; readonly rows: readonly DifferenceRow[] }[]
  readonly pages: Pages
}

/** What the template shows. */
export function differencesModel(
  found: { readonly rows: readonly Difference[]; readonly total: number },
  query: DifferenceQuery,
  extra: { readonly labels: Labels; readonly maySettle: boolean; readonly mayOpenChild: boolean; readonly error: string | null },
): DifferencesModel {
  const { labels } = extra
  const byChild = gather(found.rows, ({ childId }) => childId)
  const openHere = found.rows.filter(({ status }) => status === 'open').length
  const filter = <K extends 'status' | 'kind'>(label: string, name: K, values: readonly (readonly [DifferenceQuery[K], string])[]): DifferencesModel['filters'][number] => ({
    label,
    items: values.map(([value, words]) => ({ words, href: differencesAddress({ ...query, [name]: value, page: 1 }), on: query[name] === value })),
  })
  const narrowed = [
    query.childId === null ? null : `child ${found.rows[0]?.childCode ?? ''}`.trim(),
    query.importId === null ? null : 'one import',
  ].filter((part) => part !== null)
  return {
    errors: extra.error === null ? [] : [{ href: openHere > 0 ? '#all' : '#main-content', text: extra.error }],
    summary: counted(found.total, query.status === 'open' ? 'open difference' : 'difference'),
    filters: [
      filter('State', 'status', [['open', 'Open'], ['accepted', 'Accepted'], ['kept', 'Kept'], ['all', 'All']]),
      filter('Kind', 'kind', [['all', 'All'], ['changed', 'Changed'], ['vanished', 'No longer repeated']]),
    ],
    narrowed: narrowed.length === 0 ? null : {
      words: `Only ${narrowed.join(' and ')}.`, href: differencesAddress({ ...query, childId: null, importId: null, page: 1 }),
    },
    here: differencesAddress(query),
    settling: extra.maySettle && openHere > 0,
    openHere,
    groups: [...byChild].map(([childId, rows]) => ({
      childId, code: rows[0]?.childCode ?? '', href: extra.mayOpenChild ? `/children/${childId}` : null,
      open: rows.filter(({ status }) => status === 'open').length, rows: rows.map((row) => differenceRow(row, labels)),
    })),
    pages: pagesOf('Pages of differences', query.page, query.pageSize, found.total, (page) => differencesAddress({ ...query, page })),
  }
}

/** One difference in words. For a vanished fact all that it held is shown, for a changed one the fields that differ. */
export function differenceRow(one: Difference, labels: Labels): DifferenceRow {
  const vanished = one.kind === 'vanished'
  const identity: readonly string[] = factTypes[one.type].identity
  const fields = fieldsOf(one.type)
  const which = fields.filter(([name]) => identity.includes(name)).map(([, field]) => field)
  const named = which.length === 0 ? '' : `, ${fields.filter(([name]) => identity.includes(name))
    .map(([name, field]) => `${field.label.toLowerCase()} ${valueWords(labels, field, one.held[name])}`).join(', ')}`
  return {
    id: one.differenceId,
    what: `${factHeading(one.type)}${named}`,
    kind: vanished ? 'No longer in the return' : 'Changed',
    vanished,
    fields: fields
      .filter(([name]) => (vanished ? one.held[name] !== null && one.held[name] !== undefined : one.fields.includes(name)))
      .map(([name, field]) => ({
        label: field.label, held: valueWords(labels, field, one.held[name]),
        proposed: one.proposed === null ? '' : valueWords(labels, field, one.proposed[name]),
      })),
    heldSource: placeWords(one.heldSource),
    proposedSource: placeWords(one.proposedSource),
    open: one.status === 'open',
    tag: differenceTag(one.status),
    settled: one.decidedAt === null ? null : `${momentWords(one.decidedAt)}${one.decidedBy === null ? '' : ` by ${one.decidedBy}`}`,
  }
}

/** What a posted list asks for: exactly what the person saw, so that nothing that came later is settled unseen. */
export function chosenDifferences(form: URLSearchParams): readonly string[] {
  const shown = form.getAll('shown').map((one) => one.split(' ')).filter(([id, child]) => isId(id ?? '') && isId(child ?? ''))
  const all = form.get('all') === 'yes'
  const ofChildren = new Set(form.getAll('child'))
  const single = new Set(form.getAll('difference'))
  return shown.flatMap(([id = '', child = '']) => (all || ofChildren.has(child) || single.has(id) ? [id] : []))
}

/** What the confirming page shows. */
export interface ConfirmModel {
  readonly heading: string
  readonly words: string
  readonly button: string
  readonly decision: 'accept' | 'keep'
  readonly ids: readonly string[]
  readonly here: string
}

/** Asks again before many are settled at once. */
export function confirmModel(ids: readonly string[], decision: 'accept' | 'keep', here: string): ConfirmModel {
  const many = counted(ids.length, 'difference')
  return decision === 'accept'
    ? {
        heading: `Accept ${many}?`, button: `Accept ${whole(ids.length)}`, decision, ids, here,
        words: 'What the newer return says takes the place of what is held, and facts it no longer repeats are withdrawn. What was held stays in the history.',
      }
    : {
        heading: `Keep what is held for ${many}?`, button: `Keep ${whole(ids.length)}`, decision, ids, here,
        words: 'What is held stays. The same difference is not asked about again unless a later return says something else.',
      }
}
