/** Moving a sitting to another day, and calling it off: asked on a page of its own before it is done. */
import { callOffSitting, moveSitting, sittingBegun } from '../../app/panelDays.ts'
import type { SittingPage } from '../../app/panelSittings.ts'
import { sittingType } from '../../core/panels/records.ts'
import { whyItStands } from '../../core/panels/sitting.ts'
import { declareRecord, requiring } from '../../core/records/recordType.ts'
import { conflictAnswer } from '../forms/conflict.ts'
import { formAnswer } from '../forms/takeForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { children } from '../words/counts.ts'
import { longDate } from '../words/dates.ts'
import { sittingAsked, sittingHref } from './panelSittings.ts'

const { on, movedWhy, calledOffWhy } = requiring(sittingType, 'on', 'movedWhy', 'calledOffWhy').fields
const { name, noun, resource, about } = sittingType
const moveType = declareRecord({ name, noun, resource, about, fields: { on, movedWhy } })
const callOffType = declareRecord({ name, noun, resource, about, fields: { calledOffWhy } })

const told = 'Those with a seat, those who present a child and whoever takes the minutes are told.'

/** A form about a sitting that still can be moved; back to the sitting where it cannot. */
const onMovable = (only: readonly string[], make: (ask: Ask, at: SittingPage) => Promise<Answer>): Handler => async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined || !at.serves) return { kind: 'not found' }
  const stands = whyItStands({ sitting: at.sitting, begun: await sittingBegun(ask.work, at.sitting.recordId) })
  if (stands !== null) return { kind: 'redirect', to: sittingHref(at), flash: { kind: 'notice', words: stands } }
  if (!ask.sent) return make(ask, at)
  return await conflictAnswer(ask, sittingType, at.sitting, { only, back: sittingHref(at), room: 'panels' }) ?? make(ask, at)
}

const shared = (at: SittingPage) => ({
  over: `${at.panel.panel.values.name}, ${longDate(at.sitting.values.on)}`, room: 'panels', version: at.sitting.version, people: [],
  back: { href: sittingHref(at), words: 'The sitting' },
}) as const

/** `GET` and `POST …/move` */
export const move: Handler = onMovable(['on', 'movedWhy'], (ask, at) => formAnswer(ask, {
  ...shared(at), type: moveType, title: 'Move the sitting', button: 'Move it', done: 'The sitting is moved, and those it concerns are told.',
  lead: [`Its agenda goes with it: ${children(at.accepted.length)}. ${told}`],
  save: async ({ on: day, movedWhy: why }) => faultOf(await moveSitting(ask.work, at, { on: day, why }), 'on'),
}))

/** `GET` and `POST …/call-off` */
export const callOff: Handler = onMovable(['calledOffWhy'], (ask, at) => formAnswer(ask, {
  ...shared(at), type: callOffType, title: 'Call the sitting off', button: 'Call it off', warning: true, done: 'The sitting is called off, and those it concerns are told.',
  lead: [
    at.accepted.length === 0 ? 'No child is on its agenda.' : `${children(at.accepted.length)} on its agenda: each is put off with your reason, and proposed for the next sitting.`,
    `It cannot be taken back; another sitting can be planned. ${told}`,
  ],
  save: async ({ calledOffWhy: why }) => faultOf(await callOffSitting(ask.work, at, why), 'calledOffWhy'),
}))

const faultOf = (refusal: { readonly field: string | null; readonly why: string } | undefined, field: string) =>
  (refusal === undefined ? undefined : { field: refusal.field ?? field, why: refusal.why })
