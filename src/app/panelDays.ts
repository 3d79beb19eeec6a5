/** When a panel sits: sittings planned by its cadence, changed, moved to another day, called off. */
import { sittingDays } from '../core/panels/cadence.ts'
import { agendaType, decisionType, itemType, minuteType, sittingType, type Sitting } from '../core/panels/records.ts'
import { calledOff, moved, whyItStands, type SittingStanding } from '../core/panels/sitting.ts'
import { added, done, revised, type Decided, type ValuesOf } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { awaitingMinutes, bringListsUpToDate, mustServe, seatsOf, type PanelInUse } from './panels.ts'
import { carryOut } from './records.ts'
import type { Work } from './work.ts'

type Refused = Extract<Decided, { kind: 'refused' }> | undefined

/** A sitting and the panel it is of. */
export interface PanelSitting {
  readonly panel: PanelInUse
  readonly sitting: Sitting
}

/** Sittings of a panel, newest first. */
export async function sittingsOf(work: Work, panelId: string): Promise<readonly Sitting[]> {
  return (await work.records.find([sittingType], { partOf: panelId })).toSorted((a, b) => b.values.on - a.values.on)
}

/** The next days on which the panel sits by its cadence. */
export function daysToCome({ definition }: PanelInUse, sittings: readonly Sitting[], work: Work): readonly LocalDate[] {
  const last = sittings.find(({ values }) => values.state !== 'cancelled')?.values.on ?? null
  const after = last !== null && last > work.today ? last : work.today
  return sittingDays(definition.cadence, after, last, work.calendar, 3)
}

export type TypedSitting = Pick<ValuesOf<typeof sittingType>, 'on' | 'place' | 'minuteTaker'>

/** Plans a sitting and brings the panel's list up to date, so that its agenda can propose itself. */
export async function planSitting(work: Work, panelId: string, typed: TypedSitting): Promise<{ readonly sittingId: string } | NonNullable<Refused>> {
  await mustServe(work, panelId)
  if (typed.on < work.today) return { kind: 'refused', field: 'on', why: 'The day of the sitting must be today or in the future' }
  const held = await sittingsOf(work, panelId)
  if (held.some(({ values }) => values.on === typed.on && values.state !== 'cancelled')) {
    return { kind: 'refused', field: 'on', why: 'The panel has a sitting on this day already' }
  }
  const sittingId = work.records.newId()
  await work.records.apply([added(sittingType, sittingId, { childId: null, partOf: panelId }, {
    ...typed, state: 'planned', signedOffOn: null, signedOffBy: null, heard: null, movedWhy: null, calledOffWhy: null,
  })])
  await bringListsUpToDate(work)
  return { sittingId }
}

/** Says otherwise where a sitting is or who takes the minutes; not once they are signed off. */
export async function changeSitting(work: Work, at: PanelSitting, typed: Omit<TypedSitting, 'on'>): Promise<Refused> {
  await mustServe(work, at.panel.panel.recordId)
  const stands = whyItStands({ sitting: at.sitting, begun: false })
  if (stands !== null) return { kind: 'refused', field: null, why: stands }
  return carryOut(work, done([revised(sittingType, at.sitting, typed)]))
}

/** Whether anything of a sitting is minuted or decided, as far as the request reaches. */
export async function sittingBegun(work: Work, sittingId: string): Promise<boolean> {
  return (await work.records.find([minuteType, decisionType], { partOf: sittingId })).length > 0
}

/** Does something to a sitting knowing all of it: also a child whom the person who moves it may not see keeps its place. */
async function asWhole(work: Work, { panel, sitting }: PanelSitting, fn: (standing: SittingStanding) => Promise<Refused>): Promise<Refused> {
  await mustServe(work, panel.panel.recordId)
  let refusal: Refused
  await work.panels.asRules(async () => {
    const seats = await seatsOf(work, panel.panel.recordId)
    const presenters = (await work.records.find([agendaType], { partOf: sitting.recordId, states: ['accepted'] })).flatMap(({ values }) => values.presenter ?? [])
    const tell = [...seats.map(({ values }) => values.who), ...presenters, ...(sitting.values.minuteTaker === null ? [] : [sitting.values.minuteTaker])]
    refusal = await fn({
      sitting, begun: await sittingBegun(work, sitting.recordId), today: work.today, tell: tell.filter((personId) => personId !== work.actor.personId),
    })
  })
  return refusal
}

/** Moves a sitting to another day, with its agenda; those with seats, those who present and the minute-taker are told. */
export function moveSitting(work: Work, at: PanelSitting, { on, why }: { readonly on: LocalDate; readonly why: string }): Promise<Refused> {
  return asWhole(work, at, async (standing) => {
    const others = (await sittingsOf(work, at.panel.panel.recordId)).filter(({ recordId, values }) => recordId !== at.sitting.recordId && values.state !== 'cancelled')
    return carryOut(work, moved(standing, on, why, others.map(({ values }) => values.on)))
  })
}

/** Calls a sitting off: every child on its agenda is put off, and proposed for the next. The same people are told. */
export function callOffSitting(work: Work, at: PanelSitting, why: string): Promise<Refused> {
  return asWhole(work, at, async (standing) => {
    const panelId = at.panel.panel.recordId
    const agenda = await work.records.find([agendaType], { partOf: at.sitting.recordId })
    const awaiting = await awaitingMinutes(work, at.sitting.recordId)
    const leaving = (await work.records.find([itemType], { partOf: panelId, states: ['leaving'] })).filter(({ childId }) => awaiting.get(childId ?? '')?.has(panelId) !== true)
    return carryOut(work, calledOff(standing, why, agenda, leaving))
  })
}
