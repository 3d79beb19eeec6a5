/** A child's own words, and what was done about them. */
import type { Voice } from '../../../app/voice.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import { answerType, ownWordsType, toldType } from '../../../core/voice/ownWords.ts'
import { counted } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'

interface Said {
  readonly words: string
  readonly when: string
  readonly how: string
  readonly about: string | null
  readonly withWhom: string | null
  readonly sharing: string
  readonly writer: string
  readonly answers: readonly { readonly did: string; readonly when: string; readonly whole: string; readonly told: string; readonly writer: string }[]
  readonly answerHref: string | null
}

export interface VoiceModel {
  readonly said: readonly Said[]
  readonly withheld: string | null
  readonly told: readonly { readonly when: string; readonly of: string; readonly how: string; readonly response: string | null; readonly writer: string }[]
  readonly newHref: string | null
  readonly toldHref: string | null
}

/** What the page shows. */
export function voiceModel({ said, withheld, told }: Voice, href: string, mayRecord: boolean): VoiceModel {
  const { means, about, sharing } = ownWordsType.fields
  return {
    said: said.map(({ words: { recordId, values, firstRecordedBy }, answers }) => ({
      words: values.words, when: longDate(values.saidOn), how: choiceWords(means, values.means),
      about: values.about === null ? null : values.about.map((one) => choiceWords(about, one)).join(', '),
      withWhom: values.withWhom, sharing: choiceWords(sharing, values.sharing), writer: firstRecordedBy.name,
      answers: answers.map((one) => ({
        did: one.values.did, when: longDate(one.values.answeredOn), whole: choiceWords(answerType.fields.whole, one.values.whole),
        told: one.values.toldOn === null ? 'The child has not been told yet' : `The child was told on ${longDate(one.values.toldOn)}`,
        writer: one.firstRecordedBy.name,
      })),
      answerHref: mayRecord ? `${href}/voice/${recordId}/answer` : null,
    })),
    withheld: withheld === 0 ? null
      : `${counted(withheld, 'thing')} the child said ${withheld === 1 ? 'is' : 'are'} not shown here: the child did not want everybody to know.`,
    told: told.map(({ values, firstRecordedBy }) => ({
      when: longDate(values.toldOn), of: values.of.map((one) => choiceWords(toldType.fields.of, one)).join('. '), how: values.how,
      response: values.response, writer: firstRecordedBy.name,
    })),
    newHref: mayRecord ? `${href}/voice/new` : null,
    toldHref: mayRecord ? `${href}/voice/told` : null,
  }
}

/** What is printed for the child: their words and what we did, and nothing about who may read what. */
export function letterModel({ said }: Voice): { readonly said: readonly { readonly words: string; readonly when: string; readonly did: readonly string[] }[] } {
  return {
    said: said.map(({ words: { values }, answers }) => ({ words: values.words, when: longDate(values.saidOn), did: answers.map((one) => one.values.did) })),
  }
}
