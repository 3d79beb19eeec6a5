/** A child's own words, what was done about them, and what the child was told of their rights. */
import { answer, answerType, hear, isWithheld, ownWordsType, toldType, type Answer, type OwnWords, type Told } from '../core/voice/ownWords.ts'
import { added, type ValuesOf } from '../core/records/recordType.ts'
import type { Work } from './work.ts'

export interface Voice {
  /** Newest first; those the child does not want this reader to have are left out. */
  readonly said: readonly { readonly words: OwnWords; readonly answers: readonly Answer[] }[]
  /** How many are left out because of what the child wishes. */
  readonly withheld: number
  /** Newest first. */
  readonly told: readonly Told[]
}

const newestFirst = <T extends { readonly firstRecordedAt: string }>(day: (one: T) => number) =>
  (a: T, b: T): number => day(b) - day(a) || (a.firstRecordedAt < b.firstRecordedAt ? 1 : -1)

/** Everything the reader may have, of one child that the request reaches. */
export async function voiceOf(work: Work, childId: string): Promise<Voice> {
  const all = await work.records.find([ownWordsType], { childId })
  const answers = await work.records.find([answerType], { childId })
  const told = await work.records.find([toldType], { childId })
  const open = all.filter((words) => !isWithheld(words, work.actor))
  return {
    said: open.toSorted(newestFirst(({ values }) => values.saidOn)).map((words) => ({
      words, answers: answers.filter(({ partOf }) => partOf === words.recordId).toSorted(newestFirst(({ values }) => values.answeredOn)),
    })),
    withheld: all.length - open.length,
    told: told.toSorted(newestFirst(({ values }) => values.toldOn)),
  }
}

/** The newest words this reader may have of a child whom the request reaches, for the head of every page about them; null when there are none. */
export async function newestWords(work: Work, childId: string): Promise<OwnWords | null> {
  if ((await work.decide(childId, 'see', 'own words')).kind === 'deny') return null
  const said = await work.records.find([ownWordsType], { childId })
  return said.filter((words) => !isWithheld(words, work.actor)).toSorted(newestFirst(({ values }) => values.saidOn))[0] ?? null
}

/** The words with this id, when the reader may have them. */
export async function wordsSaid(work: Work, childId: string, recordId: string): Promise<OwnWords | undefined> {
  const said = await work.records.one(ownWordsType, recordId)
  return said === undefined || said.childId !== childId || isWithheld(said, work.actor) ? undefined : said
}

/** Writes down what a child said. */
export async function writeWords(work: Work, childId: string, values: ValuesOf<typeof ownWordsType>): Promise<void> {
  work.allow('record', 'own words')
  await work.records.apply([hear(work.records.newId(), childId, values)])
}

/** Writes down what was done about it. */
export async function writeAnswer(work: Work, said: OwnWords, values: ValuesOf<typeof answerType>): Promise<void> {
  work.allow('record', 'own words')
  await work.records.apply([answer(work.records.newId(), said, values)])
}

/** Writes down what a child was told of their rights. */
export async function writeTold(work: Work, childId: string, values: ValuesOf<typeof toldType>): Promise<void> {
  work.allow('record', 'own words')
  await work.records.apply([added(toldType, work.records.newId(), { childId }, values)])
}
