/** The forms of challenge: raising a concern, answering it, what the officer does next, closing it, notes. */
import {
  actOnConcern, answerConcern, challengeOfChild, closeConcern, lookOver, raiseConcern, writeNote,
} from '../../app/challenge.ts'
import {
  answerType, closingFields, concernType, raisingFields, stages, stageType, type ConcernStage, type Stage,
} from '../../core/challenge/concern.ts'
import { noteFields, noteType, type OfficerNote } from '../../core/challenge/note.ts'
import { declareRecord, requiring } from '../../core/records/recordType.ts'
import { childForm, childFormAnswer } from '../forms/childForm.ts'
import type { Handler } from '../route.ts'
import { challengePlace, onConcern } from './challenge.ts'

const back = { path: challengePlace, words: 'Challenge for this child' }

/** What raising asks: the concern, and to whom it goes first. */
const { theme, about, wanted, childKnows } = concernType.fields
const raisingType = declareRecord({
  name: 'concern', noun: 'a concern', resource: 'concern', about: 'child',
  fields: { theme, about, wanted, childKnows, stage: { ...stageType.fields.stage, hint: 'Informally, unless it cannot wait' }, why: stageType.fields.why },
})

/** `/children/:childId/challenge/raise` */
export const raiseForm: Handler = childForm(challengePlace, (ask, head) => childFormAnswer(ask, head, {
  type: raisingType, only: [...raisingFields, 'stage', 'why'], title: 'Raise a concern', button: 'Raise the concern', back, values: { stage: 'informal' },
  done: 'The concern is raised, and those who are to answer are told.',
  intro: [
    `Informally it is to be answered within ${ask.work.policies.challenge.informalWorkingDays} working days; all formal stages together take at most ${ask.work.policies.challenge.totalWorkingDays}.`,
    'You may go to any stage at once, and refer the case to Cafcass at any point.',
  ],
  save: ({ stage, why, ...raising }) => raiseConcern(ask.work, head.childId, raising, { stage, why }),
}))

/** `/children/:childId/challenge/:concernId/answer` */
export const answerForm: Handler = onConcern((ask, { head, seen, path }) => childFormAnswer(ask, head, {
  type: answerType, only: ['agrees', 'answer'], title: 'Answer the concern', button: 'Send the answer', quoted: `${seen.concern.values.about}\n\n${seen.concern.values.wanted}`,
  done: 'The answer is sent to the reviewing officer.', back: { path, words: 'Back to the concern' },
  barred: seen.acts.answer, save: (given) => answerConcern(ask.work, seen, given),
}))

const whyType = requiring(stageType, 'endingWhy')
const blankStage = (stage: ConcernStage | undefined): Readonly<Record<string, null>> => (stage === undefined ? {} : { endingWhy: null })

const words = {
  accept: { title: 'Accept the answer', button: 'Accept it', done: 'You accepted the answer. Somebody else closes the concern.', intro: 'Say what convinced you, if it helps whoever reads this later.' },
  withdraw: { title: 'Withdraw the concern', button: 'Withdraw it', done: 'The concern is withdrawn. Somebody else closes it.', intro: 'Say why. The manager of the reviewing service sees it.' },
  unresolved: { title: 'End the concern unresolved', button: 'Do not accept the answer', done: 'The concern ended unresolved.', intro: 'The last stage has answered. You can still refer the case to Cafcass.' },
} as const

/** `/children/:childId/challenge/:concernId/accept`, `withdraw`, `unresolved` */
export const officerForm = (kind: keyof typeof words): Handler => onConcern((ask, { head, seen, path }) => {
  const { title, button, done, intro } = words[kind]
  const shared = { barred: seen.acts.further, title, button, done, intro: [intro], back: { path, words: 'Back to the concern' }, values: blankStage(seen.current) }
  if (kind === 'accept') {
    return childFormAnswer(ask, head, { ...shared, type: stageType, only: ['endingWhy'], save: ({ endingWhy }) => actOnConcern(ask.work, seen, { kind, why: endingWhy }) })
  }
  return childFormAnswer(ask, head, { ...shared, type: whyType, only: ['endingWhy'], save: ({ endingWhy }) => actOnConcern(ask.work, seen, { kind, why: endingWhy }) })
})

/** The stages that are left, alone, on the form. */
function furtherType(further: readonly Stage[]): typeof stageType {
  const left = stages.filter(({ value }) => further.includes(value))
  return { ...stageType, fields: { ...stageType.fields, stage: { ...stageType.fields.stage, choices: left as never } } }
}

/** `/children/:childId/challenge/:concernId/further` */
export const furtherForm: Handler = onConcern((ask, { head, seen, path }) => childFormAnswer(ask, head, {
  type: requiring(furtherType(seen.further), 'stage', 'why'), only: ['stage', 'why'], title: 'Take the concern further', button: 'Take it further',
  done: 'The concern has gone further, and those who are to answer are told.', back: { path, words: 'Back to the concern' },
  intro: ['A stage may be passed over when the child cannot wait for it.'],
  barred: seen.acts.further, save: ({ stage, why }) => actOnConcern(ask.work, seen, { kind: 'further', stage, why }),
}))

const cafcassType = requiring(concernType, 'cafcassOn', 'cafcassWhy')
const closeType = requiring(concernType, 'outcome', 'impact')

/** `/children/:childId/challenge/:concernId/cafcass` */
export const cafcassForm: Handler = onConcern((ask, { head, seen, path }) => childFormAnswer(ask, head, {
  type: cafcassType, only: ['cafcassOn', 'cafcassWhy'], held: seen.concern, title: 'Record a referral to Cafcass', button: 'Record the referral',
  done: 'The referral is recorded, and the director is told.', back: { path, words: 'Back to the concern' },
  intro: ['Holdfast does not send it: this records that you did. It is open to you at any point, beside the stages, which go on (Children Act 1989, section 25B(3)).'],
  barred: seen.acts.further, save: ({ cafcassOn, cafcassWhy }) => actOnConcern(ask.work, seen, { kind: 'cafcass', on: cafcassOn, why: cafcassWhy }),
}))

/** `/children/:childId/challenge/:concernId/close` */
export const closeForm: Handler = onConcern((ask, { head, seen, path }) => childFormAnswer(ask, head, {
  type: closeType, only: closingFields, held: seen.concern, title: 'Close the concern', button: 'Close it', done: 'The concern is closed.',
  intro: ['Whoever raised a concern does not close it. What matters is what became different for the child.'], back: { path, words: 'Back to the concern' },
  barred: seen.acts.close, save: (closing) => closeConcern(ask.work, seen, closing),
}))

/** `/children/:childId/challenge/note` */
export const noteForm: Handler = childForm(challengePlace, (ask, head) => childFormAnswer(ask, head, {
  type: noteType, only: noteFields, title: 'Write a note', button: 'Save the note', done: 'The note is saved.', back, values: { on: ask.today },
  intro: ['A midway check also says how things stand and whether you spoke with the child. If something is wrong, raise a concern as well.'],
  save: (noting) => writeNote(ask.work, head.childId, noting),
}))

const lookType = requiring(noteType, 'audit')

/** `/children/:childId/challenge/notes/:noteId/look-over` */
export const lookOverForm: Handler = childForm(challengePlace, async (ask, head) => {
  const { notes } = await challengeOfChild(ask.work, head.childId)
  const one: OfficerNote | undefined = notes?.find(({ recordId }) => recordId === ask.params['noteId'])
  if (one === undefined) return { kind: 'not found' }
  return childFormAnswer(ask, head, {
    type: lookType, only: ['audit'], held: one, title: 'Look a note over', button: 'Save', done: 'What you found is saved.', back,
    quoted: one.values.words, save: ({ audit }) => lookOver(ask.work, one, audit),
  })
})
