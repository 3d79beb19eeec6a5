/** One finding of unusual access: what was found, the looks, the reviews. */
import type { FindingPage } from '../../../app/unusualAccess.ts'
import { ruleWords } from '../../../core/audit/unusual/findUnusual.ts'
import { counted } from '../../words/counts.ts'
import { momentWords } from '../../words/dates.ts'
import { lookModel, type LookModel } from '../looks/view.ts'
import { stateTag } from '../unusual/view.ts'

export interface FindingModel {
  readonly action: string
  readonly rule: string
  readonly words: string
  readonly tag: { readonly words: string; readonly colour: string }
  readonly people: readonly { readonly name: string; readonly href: string }[]
  readonly child: { readonly code: string; readonly href: string } | null
  readonly looks: readonly LookModel[]
  /** Null when all are shown. */
  readonly more: string | null
  readonly reviews: readonly { readonly tag: { readonly words: string; readonly colour: string }; readonly words: string; readonly who: string; readonly when: string }[]
}

/** What the template shows. */
export function findingModel({ finding, looks, reviews }: FindingPage): FindingModel {
  return {
    action: `/audit/unusual/${finding.findingId}`,
    rule: ruleWords[finding.rule], words: finding.words, tag: stateTag(finding.outcome),
    people: finding.people.map((id) => ({ id, look: looks.find(({ personId }) => personId === id) })).map(({ id, look }) => ({ name: look?.personName ?? 'Somebody', href: `/audit/people/${id}` })),
    child: finding.childId === null || finding.childCode === null ? null : { code: finding.childCode, href: `/children/${finding.childId}/looks` },
    looks: looks.map(lookModel),
    more: looks.length < finding.events.length ? `${counted(finding.events.length, 'event')} in all; ${looks.length} are shown.` : null,
    reviews: reviews.map(({ values, recordedBy, recordedAt }) => ({ tag: stateTag(values.outcome), words: values.words, who: recordedBy.name, when: momentWords(recordedAt) })),
  }
}
