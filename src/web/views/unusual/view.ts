/** The list of findings of unusual access. */
import { findingStates, type Finding, type FindingQuery } from '../../../app/unusualAccess.ts'
import { ruleWords } from '../../../core/audit/unusual/findUnusual.ts'
import { address } from '../../localAddress.ts'
import { pagesOf, type Pages } from '../../pages.ts'
import { momentWords } from '../../words/dates.ts'

const shown = 25

/** Reads the address. */
export function readFindings(params: URLSearchParams): FindingQuery {
  const page = params.get('page') ?? '1'
  return { which: findingStates.find((one) => one === params.get('show')) ?? 'waiting', page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, pageSize: shown }
}

const stateWords: Readonly<Record<FindingQuery['which'], string>> = {
  waiting: 'Waiting for review', 'to look into': 'To look into', explained: 'Explained', ordinary: 'Ordinary', all: 'All',
}

const emptyWords: Readonly<Record<FindingQuery['which'], string>> = {
  waiting: 'No finding waits for your review.', 'to look into': 'No finding is being looked into.', explained: 'No finding was explained.',
  ordinary: 'No finding was found to be ordinary.', all: 'Nothing unusual was found yet.',
}

const colours: Readonly<Record<NonNullable<Finding['outcome']>, string>> = {
  'to look into': 'govuk-tag--red', explained: 'govuk-tag--blue', ordinary: 'govuk-tag--grey',
}

/** How a finding stands. */
export function stateTag(outcome: Finding['outcome']): { readonly words: string; readonly colour: string } {
  return outcome === null ? { words: 'Waiting', colour: 'govuk-tag--yellow' } : { words: stateWords[outcome], colour: colours[outcome] }
}

export interface FindingsModel {
  readonly rows: readonly {
    readonly href: string; readonly rule: string; readonly words: string; readonly who: string; readonly child: string | null
    readonly when: string; readonly tag: { readonly words: string; readonly colour: string }
  }[]
  readonly filters: readonly { readonly words: string; readonly href: string; readonly on: boolean }[]
  /** Said when there are no rows. */
  readonly empty: string
  readonly pages: Pages
}

const findingsAddress = (which: FindingQuery['which'], page: number): string =>
  address('/audit/unusual', { show: which === 'waiting' ? null : which, page: page === 1 ? null : String(page) })

/** What the template shows. */
export function findingsModel({ findings, total }: { readonly findings: readonly Finding[]; readonly total: number }, { which, page, pageSize }: FindingQuery): FindingsModel {
  return {
    rows: findings.map((one) => ({
      href: `/audit/unusual/${one.findingId}`, rule: ruleWords[one.rule], words: one.words, who: one.names.join(', '),
      child: one.childCode, when: momentWords(one.happenedAt), tag: stateTag(one.outcome),
    })),
    filters: findingStates.map((one) => ({ words: stateWords[one], href: findingsAddress(one, 1), on: one === which })),
    empty: emptyWords[which],
    pages: pagesOf('Pages of findings', page, pageSize, total, (n) => findingsAddress(which, n)),
  }
}
