/** A child's own words. */
import { voiceOf, wordsSaid, writeAnswer, writeTold, writeWords } from '../../app/voice.ts'
import { answerType, ownWordsType, toldType } from '../../core/voice/ownWords.ts'
import { headOf } from '../childHead.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import type { Handler } from '../route.ts'
import { letterModel, voiceModel } from '../views/voice/view.ts'

/** `GET /children/:childId/voice` */
export const voice: Handler = async (ask) => {
  const head = await headOf(ask, '/voice')
  if (head === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'voice', room: 'children', title: `In their own words – child ${head.code}`,
    model: { head, ...voiceModel(await voiceOf(ask.work, head.childId), head.href, ask.work.may('record', 'own words')) },
  }
}

/** `GET /children/:childId/voice/letter`: to print and give to the child. */
export const voiceLetter: Handler = async (ask) => {
  const head = await headOf(ask, '/voice')
  if (head === undefined) return { kind: 'not found' }
  return { kind: 'page', view: 'voice-letter', room: 'children', title: 'What you told us', model: { head, ...letterModel(await voiceOf(ask.work, head.childId)) } }
}

const back = { path: '/voice', words: 'In their own words' }

/** `GET` and `POST /children/:childId/voice/new` */
export const newWords: Handler = childForm('/voice', (ask, head) => childFormAnswer(ask, head, {
  type: ownWordsType, title: 'Write down what the child said', button: 'Keep these words', done: 'The child’s words are kept.', back,
  async save(values) {
    await writeWords(ask.work, head.childId, values)
    return undefined
  },
}))

/** `GET` and `POST /children/:childId/voice/:recordId/answer` */
export const newAnswer: Handler = childForm('/voice', async (ask, head) => {
  const said = await wordsSaid(ask.work, head.childId, ask.params['recordId'] ?? '')
  if (said === undefined) return { kind: 'not found' }
  return childFormAnswer(ask, head, {
    type: answerType, title: 'What we did', button: 'Keep what we did', quoted: said.values.words, back,
    done: 'What was done is kept beside the child’s words.',
    async save(values) {
      await writeAnswer(ask.work, said, values)
      return undefined
    },
  })
})

/** `GET` and `POST /children/:childId/voice/told` */
export const newTold: Handler = childForm('/voice', (ask, head) => childFormAnswer(ask, head, {
  type: toldType, title: 'What the child was told of their rights', button: 'Keep', done: 'Kept: the child was told of their rights.', back,
  async save(values) {
    await writeTold(ask.work, head.childId, values)
    return undefined
  },
}))
