/** The reviewing officer's footprint on a child: concerns and notes. */
import type { ChallengeOfChild, ConcernRow } from '../../../app/challenge.ts'
import { concernAddress, concernType, stages, themes, type Concern } from '../../../core/challenge/concern.ts'
import { noteType } from '../../../core/challenge/note.ts'
import { choiceWords, shown, type ShownField } from '../../../core/records/shown.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import type { Tag } from '../../words/clocks.ts'
import { longDate, shortDate } from '../../words/dates.ts'
import { leftWords } from '../../words/reviews.ts'

export interface ConcernRowModel {
  readonly href: string
  readonly theme: string
  readonly raised: string
  readonly by: string
  readonly stage: string
  readonly due: string
  readonly left: { readonly words: string; readonly late: boolean } | null
  readonly tag: Tag
  readonly cafcass: string | null
}

/** Where a concern stands, as a tag. */
export function concernTag({ values: { state } }: Concern): Tag {
  const colour = { open: 'govuk-tag--yellow', 'to close': 'govuk-tag--blue', closed: 'govuk-tag--green' }[state]
  return { words: choiceWords(concernType.fields.state, state), colour }
}

/** The words for a theme and for a stage. */
export const themeWords = (value: string): string => themes.find((one) => one.value === value)?.label ?? value
export const stageWords = (value: string): string => stages.find((one) => one.value === value)?.label ?? value

/** A concern as a row of a table. */
export function concernRow({ concern, raisedBy, left }: ConcernRow): ConcernRowModel {
  const { theme, raisedOn, stage, dueOn, state, cafcassOn } = concern.values
  const waits = state === 'open' && left === null
  return {
    href: concernAddress(concern.childId ?? '', concern.recordId), theme: themeWords(theme), raised: shortDate(raisedOn), by: raisedBy, stage: stageWords(stage),
    due: waits ? 'answered' : left === null ? '–' : shortDate(dueOn), left: left === null ? null : leftWords(left), tag: concernTag(concern),
    cafcass: cafcassOn === null ? null : shortDate(cafcassOn),
  }
}

export interface ChallengeModel {
  readonly head: ChildHeadModel
  readonly raiseHref: string | null
  readonly noteHref: string | null
  readonly why: string | null
  readonly concerns: readonly ConcernRowModel[]
  readonly notes: readonly { readonly title: string; readonly by: string; readonly fields: readonly ShownField[]; readonly auditHref: string | null }[] | null
}

/** What the template shows. */
export function challengeModel(head: ChildHeadModel, seen: ChallengeOfChild, nameOf: (id: string) => string | undefined, me: string): ChallengeModel {
  const here = `${head.href}/challenge`
  return {
    head, concerns: seen.concerns.map(concernRow), why: seen.mayRaise,
    raiseHref: seen.mayRaise === null ? `${here}/raise` : null, noteHref: seen.mayNote === null ? `${here}/note` : null,
    notes: seen.notes === null ? null : seen.notes.map((one) => ({
      title: `${choiceWords(noteType.fields.kind, one.values.kind)}, ${longDate(one.values.on)}`, by: one.firstRecordedBy.name,
      fields: shown(noteType, one.values, nameOf).filter(({ field }) => field !== 'kind' && field !== 'on'),
      auditHref: seen.mayAudit && one.values.auditedOn === null && one.firstRecordedBy.personId !== me ? `${here}/notes/${one.recordId}/look-over` : null,
    })),
  }
}
