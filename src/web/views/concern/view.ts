/** One concern: what it is about, each stage with its answer, and what may be done now. */
import type { ConcernSeen } from '../../../app/challenge.ts'
import { answerType, closingFields, concernAddress, concernType, stageType } from '../../../core/challenge/concern.ts'
import { choiceWords, shown, type ShownField } from '../../../core/records/shown.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import type { Tag } from '../../words/clocks.ts'
import { longDate } from '../../words/dates.ts'
import { leftWords } from '../../words/reviews.ts'
import { concernTag, stageWords, themeWords } from '../challenge/view.ts'

export interface ConcernModel {
  readonly head: ChildHeadModel
  readonly title: string
  readonly tag: Tag
  readonly raised: string
  readonly about: readonly ShownField[]
  readonly facts: readonly { readonly key: string; readonly value: string; readonly under: string | null; readonly late: boolean }[]
  readonly stages: readonly {
    readonly title: string; readonly opened: string; readonly due: string; readonly why: string | null; readonly passedOver: string | null
    readonly answer: { readonly by: string; readonly on: string; readonly agrees: string; readonly words: string } | null
    readonly ending: string; readonly endingWhy: string | null
  }[]
  readonly cafcass: { readonly on: string; readonly why: string } | null
  readonly closed: readonly ShownField[]
  readonly closedOn: string | null
  readonly links: readonly { readonly words: string; readonly href: string; readonly main: boolean }[]
  /** What waits, and for whom. */
  readonly waiting: string | null
}

/** What the template shows. */
export function concernModel(head: ChildHeadModel, seen: ConcernSeen): ConcernModel {
  const { concern, stages, answers, acts, current, further, left, total, raisedBy } = seen
  const { state, theme, raisedOn, dueOn, cafcassOn, cafcassWhy, closedOn } = concern.values
  const here = concernAddress(head.childId, concern.recordId)
  const officer = acts.further === null
  const answered = current?.values.ending === 'answered'
  const link = (may: boolean, words: string, path: string, main = false): ConcernModel['links'] => (may ? [{ words, href: `${here}/${path}`, main }] : [])
  const open = state === 'open'
  const fields = shown(concernType, concern.values, () => raisedBy)
  const pick = (names: readonly string[]): readonly ShownField[] => fields.filter(({ field }) => names.includes(field))
  return {
    head, title: themeWords(theme), tag: concernTag(concern), raised: `Raised by ${raisedBy} on ${longDate(raisedOn)}`,
    about: pick(['about', 'wanted', 'childKnows']),
    facts: [
      ...(left === null ? [] : [{ key: 'Answer due', value: longDate(dueOn, 'Not known'), under: leftWords(left).words, late: leftWords(left).late }]),
      ...(total === null ? [] : [{ key: 'All formal stages end by', value: longDate(total.dueOn, 'Not known'), under: leftWords(total.left).words, late: leftWords(total.left).late }]),
    ],
    stages: stages.map(({ values }) => {
      const answer = answers.findLast((one) => one.values.stage === values.stage)
      return {
        title: stageWords(values.stage), opened: longDate(values.openedOn), due: longDate(values.dueOn, 'not known'), why: values.why,
        passedOver: values.passedOver === null ? null : values.passedOver.map(stageWords).join(', '),
        answer: answer === undefined ? null : {
          by: answer.firstRecordedBy.name, on: longDate(answer.values.answeredOn), words: answer.values.answer,
          agrees: choiceWords(answerType.fields.agrees, answer.values.agrees),
        },
        ending: choiceWords(stageType.fields.ending, values.ending), endingWhy: values.endingWhy,
      }
    }),
    cafcass: cafcassOn === null ? null : { on: longDate(cafcassOn), why: cafcassWhy ?? '' },
    closed: state === 'closed' ? pick(closingFields) : [], closedOn: closedOn === null ? null : `${longDate(closedOn)}, by ${concern.recordedBy.name}`,
    links: [
      ...link(open && !answered && acts.answer === null, 'Answer this concern', 'answer', true),
      ...link(open && officer && answered, 'Accept the answer', 'accept', true),
      ...link(open && officer && further.length > 0, answered ? 'Do not accept it: take it further' : 'Take it further', 'further'),
      ...link(open && officer && answered && further.length === 0, 'Do not accept it: end unresolved', 'unresolved'),
      ...link(state !== 'closed' && officer && cafcassOn === null, 'Refer to Cafcass', 'cafcass'),
      ...link(open && officer, 'Withdraw it', 'withdraw'),
      ...link((state === 'to close' || (open && cafcassOn !== null)) && acts.close === null, 'Close this concern', 'close', state === 'to close'),
    ],
    waiting: open ? (answered ? 'Answered: the reviewing officer says whether they accept it.' : `Waiting for an answer. ${acts.answer ?? ''}`.trim())
      : state === 'to close' ? `Waiting to be closed. ${acts.close ?? ''}`.trim() : null,
  }
}
