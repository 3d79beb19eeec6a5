/** Panels: which are in use, one of them with its list and sittings, who sits, those whom no rule routes. */
import {
  bringListsUpToDate, giveSeat, giveUpSeat, panelInUse, panelsInUse, panelsOf, seatsOf, serves, takeIntoUse, unroutedChildren, type PanelInUse,
} from '../../app/panels.ts'
import { daysToCome, planSitting, sittingsOf } from '../../app/panelDays.ts'
import { itemType, seatType, sittingType } from '../../core/panels/records.ts'
import type { FieldError } from '../../core/records/readForm.ts'
import type { LocalDate } from '../../core/time/localDate.ts'
import { formModel } from '../forms/form.ts'
import { sentForm } from '../forms/takeForm.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { panelModel } from '../views/panel/view.ts'
import { panelsModel } from '../views/panels/view.ts'
import { unroutedModel } from '../views/panel-unrouted/view.ts'

/** The panel that the address names. */
export async function panelAsked({ work, params }: Pick<Ask, 'work' | 'params'>): Promise<PanelInUse | undefined> {
  const id = params['panelId'] ?? ''
  return isId(id) ? panelInUse(work, id) : undefined
}

async function panelsPage(ask: Ask, error: string | null): Promise<Answer> {
  const { work } = ask
  const inUse = await panelsInUse(work)
  const items = inUse === null ? [] : await work.records.find([itemType], { states: ['tracked'] })
  const sittings = inUse === null ? [] : await work.records.find([sittingType], { states: ['planned'] })
  return {
    kind: 'page', view: 'panels', room: 'panels', title: 'Panels', status: error === null ? 200 : 422,
    model: panelsModel({
      inUse, items, sittings, schemes: work.panels.schemes, unrouted: (await unroutedChildren(work)).length, today: work.today, error,
      maySetUp: work.may('administer', 'policies'), mayRoute: work.may('record', 'panel agenda'),
    }),
  }
}

/** `GET /panels` */
export const panels: Handler = (ask) => panelsPage(ask, null)

/** `POST /panels` */
export const takeScheme: Handler = async (ask) => {
  const refusal = await takeIntoUse(ask.work, ask.form.get('scheme') ?? '')
  if (refusal !== undefined) return panelsPage(ask, refusal.why)
  return { kind: 'redirect', to: '/panels', flash: { kind: 'success', words: 'The panels are in use. Now say who sits on each, and bring the lists up to date.' } }
}

/** `POST /panels/lists` */
export const listsUpToDate: Handler = async ({ work, form }) => {
  await bringListsUpToDate(work)
  return { kind: 'redirect', to: form.get('from') === 'unrouted' ? '/panels/unrouted' : '/panels', flash: { kind: 'success', words: 'The lists are up to date.' } }
}

/** `GET /panels/unrouted` */
export const unrouted: Handler = async ({ work, labels }) => ({
  kind: 'page', view: 'panel-unrouted', room: 'panels', title: 'Children whom no rule routes',
  model: unroutedModel(await unroutedChildren(work), labels, work.today, work.may('record', 'panel agenda')),
})

interface Typed {
  readonly form: 'seat' | 'sitting'
  readonly errors: readonly FieldError[]
}

async function panelPage(ask: Ask, typed: Typed | null): Promise<Answer> {
  const { work, form } = ask
  const asked = await panelAsked(ask)
  if (asked === undefined) return { kind: 'not found' }
  const { panel } = asked
  const id = panel.recordId
  const items = await work.records.find([itemType], { partOf: id })
  const codes = await work.children.codesOf(items.flatMap(({ childId }) => childId ?? []))
  const sittings = await sittingsOf(work, id)
  const days = daysToCome(asked, sittings, work)
  const people = await work.records.people()
  const typedIn = (name: Typed['form']) => (typed?.form === name ? { typed: form, errors: typed.errors } : {})
  const runs = await serves(work, id)
  return {
    kind: 'page', view: 'panel', room: 'panels', title: panel.values.name, status: typed === null ? 200 : 422,
    model: panelModel({
      asked, items, codes, sittings, days, people, seats: await seatsOf(work, id), today: work.today, serves: runs,
      lines: await panelsOf(work, items.filter(({ values }) => values.state === 'tracked').flatMap(({ childId }) => childId ?? [])),
      seatForm: work.may('administer', 'policies') ? formModel(seatType, { only: ['who', 'as'], people, ...typedIn('seat') }) : null,
      sittingForm: runs ? formModel(sittingType, { only: ['on', 'place', 'minuteTaker'], people, values: firstDay(days), ...typedIn('sitting') }) : null,
    }),
  }
}

const firstDay = ([on]: readonly LocalDate[]): { readonly on?: LocalDate } => (on === undefined ? {} : { on })

/** `GET /panels/:panelId` */
export const onePanel: Handler = (ask) => panelPage(ask, null)

/** `POST /panels/:panelId/seats` */
export const addSeat: Handler = async (ask) => {
  const asked = await panelAsked(ask)
  if (asked === undefined) return { kind: 'not found' }
  return sentForm(ask, {
    type: seatType, only: ['who', 'as'], back: { href: `/panels/${asked.panel.recordId}` }, done: 'The seat is given.',
    save: (values) => giveSeat(ask.work, asked.panel.recordId, values),
  }, (errors) => panelPage(ask, { form: 'seat', errors }))
}

/** `POST /panels/:panelId/seats/:seatId` */
export const closeSeat: Handler = async (ask) => {
  const asked = await panelAsked(ask)
  if (asked === undefined) return { kind: 'not found' }
  const refusal = await giveUpSeat(ask.work, asked.panel.recordId, ask.params['seatId'] ?? '')
  return { kind: 'redirect', to: `/panels/${asked.panel.recordId}`, flash: { kind: refusal === undefined ? 'success' : 'notice', words: refusal?.why ?? 'The seat is given up.' } }
}

/** `POST /panels/:panelId/sittings` */
export const newSitting: Handler = async (ask) => {
  const asked = await panelAsked(ask)
  if (asked === undefined) return { kind: 'not found' }
  const here = `/panels/${asked.panel.recordId}`
  return sentForm(ask, {
    type: sittingType, only: ['on', 'place', 'minuteTaker'], back: { href: here }, done: 'The sitting is planned. Its agenda proposes itself below.',
    async save(values) {
      const planned = await planSitting(ask.work, asked.panel.recordId, values)
      return 'sittingId' in planned ? { to: `${here}/sittings/${planned.sittingId}` } : planned
    },
  }, (errors) => panelPage(ask, { form: 'sitting', errors }))
}
