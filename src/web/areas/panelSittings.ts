/** A sitting of a panel: its agenda, who takes part, the papers of all its children, the minutes and their sign-off. */
import { changeSitting, sittingBegun } from '../../app/panelDays.ts'
import { minutesOf, paperOf, type Paper } from '../../app/panelPapers.ts'
import {
  acceptAll, putChildOff, putRestOff, recordAttendance, signOff, sittingPage, whyNotSignOff, type SittingPage,
} from '../../app/panelSittings.ts'
import { seatsOf } from '../../app/panels.ts'
import { openDocument, openDocumentType } from '../../edge/documents/openDocument.ts'
import { attendanceType, sittingType } from '../../core/panels/records.ts'
import { readForm, type FieldError } from '../../core/records/readForm.ts'
import { conflictAnswer } from '../forms/conflict.ts'
import { formModel } from '../forms/form.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { minutesDocument } from '../views/panel-minutes/document.ts'
import { paperModel } from '../views/panel-papers/view.ts'
import { sittingModel } from '../views/panel-sitting/view.ts'
import { formatIso, longDate } from '../words/dates.ts'

/** `/panels/…/sittings/…` */
export const sittingHref = (at: SittingPage): string => `/panels/${at.panel.panel.recordId}/sittings/${at.sitting.recordId}`

/** The sitting that the address names. */
export async function sittingAsked({ work, params }: Pick<Ask, 'work' | 'params'>): Promise<SittingPage | undefined> {
  const { panelId = '', sittingId = '' } = params
  return isId(panelId) && isId(sittingId) ? sittingPage(work, panelId, sittingId) : undefined
}

const detailFields = ['place', 'minuteTaker'] as const

interface Typed {
  readonly form: 'agenda' | 'details' | 'put-off'
  readonly errors: readonly FieldError[]
}

async function page(ask: Ask, at: SittingPage, typed: Typed | null): Promise<Answer> {
  const { work, form } = ask
  const people = await work.records.people()
  const open = at.serves && at.sitting.values.state === 'planned'
  return {
    kind: 'page', view: 'panel-sitting', room: 'panels', title: `${at.panel.panel.values.name}, ${longDate(at.sitting.values.on)}`, status: typed === null ? 200 : 422,
    model: sittingModel({
      at, href: sittingHref(at), people, seats: await seatsOf(work, at.panel.panel.recordId), today: work.today,
      whyNotSignOff: await whyNotSignOff(work, at), open, errors: typed === null || typed.form === 'details' ? [] : typed.errors,
      ticked: typed?.form === 'agenda' ? form.getAll('child') : null, mayExport: work.may('export', 'panel minutes'),
      movable: open && !(await sittingBegun(work, at.sitting.recordId)),
      putOff: typed?.form === 'put-off' ? { childId: form.get('child') ?? '', why: form.get('putOffWhy') ?? '' } : null,
      detailsForm: !open ? null : formModel(sittingType, {
        only: detailFields, people, values: at.sitting.values, version: at.sitting.version,
        ...(typed?.form === 'details' ? { typed: form, errors: typed.errors } : {}),
      }),
    }),
  }
}

/** `GET /panels/:panelId/sittings/:sittingId` */
export const oneSitting: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  return at === undefined ? { kind: 'not found' } : page(ask, at, null)
}

/** `POST …/agenda`: takes those ticked, puts one off, or puts off all for whom there is no time. */
export const agenda: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  const { work, form } = ask
  if (form.get('do') === 'put off') {
    const refusal = await putChildOff(work, at, form.get('child') ?? '', form.get('putOffWhy') ?? '')
    if (refusal !== undefined) return page(ask, at, { form: 'put-off', errors: [{ field: refusal.field ?? 'putOffWhy', text: refusal.why }] })
    return { kind: 'redirect', to: sittingHref(at), flash: { kind: 'success', words: 'The child is put off, with the reason.' } }
  }
  if (form.get('do') === 'put the rest off') {
    const refusal = await putRestOff(work, at)
    return { kind: 'redirect', to: sittingHref(at), flash: { kind: refusal === undefined ? 'success' : 'notice', words: refusal?.why ?? 'They are put off. The next sitting’s agenda proposes each of them again.' } }
  }
  const chosen = form.getAll('child')
  const refusal = await acceptAll(work, at, chosen)
  if (refusal !== undefined) return page(ask, at, { form: 'agenda', errors: [{ field: refusal.field ?? 'child', text: refusal.why }] })
  return { kind: 'redirect', to: sittingHref(at), flash: { kind: 'success', words: 'The agenda is changed.' } }
}

/** `POST …/attendance` */
export const attendance: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  const seats = await seatsOf(ask.work, at.panel.panel.recordId)
  const took = seats.flatMap(({ recordId, values: { who, as } }) => {
    const how = attendanceType.fields.how.choices.find(({ value }) => value === ask.form.get(`how-${recordId}`))?.value
    return how === undefined ? [] : [{ who, as, how }]
  })
  const refusal = await recordAttendance(ask.work, at, took)
  return { kind: 'redirect', to: sittingHref(at), flash: { kind: refusal === undefined ? 'success' : 'notice', words: refusal?.why ?? 'It is recorded who took part.' } }
}

/** `POST …/details` */
export const details: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  const conflict = await conflictAnswer(ask, sittingType, at.sitting, { only: detailFields, back: sittingHref(at), room: 'panels' })
  if (conflict !== undefined) return conflict
  const read = readForm(sittingType, ask.form, ask.today, detailFields)
  if (read.kind === 'wrong') return page(ask, at, { form: 'details', errors: read.errors })
  const refusal = await changeSitting(ask.work, at, read.values)
  if (refusal !== undefined) return page(ask, at, { form: 'details', errors: [{ field: refusal.field ?? 'place', text: refusal.why }] })
  return { kind: 'redirect', to: sittingHref(at), flash: { kind: 'success', words: 'The sitting is changed.' } }
}

async function signOffPage(ask: Ask, at: SittingPage, refusal: string | null): Promise<Answer> {
  const why = refusal ?? await whyNotSignOff(ask.work, at)
  return {
    kind: 'page', view: 'panel-sign-off', room: 'panels', title: 'Sign the minutes off', status: refusal === null ? 200 : 422,
    model: {
      back: sittingHref(at), name: at.panel.panel.values.name, on: longDate(at.sitting.values.on), why, refused: refusal !== null,
      heard: at.accepted.filter(({ decision }) => decision !== null).length, waiting: at.accepted.filter(({ decision }) => decision === null).map(({ code }) => code),
    },
  }
}

/** `GET …/sign-off`: asked before it is done, because it cannot be taken back. */
export const askSignOff: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  return at === undefined ? { kind: 'not found' } : signOffPage(ask, at, null)
}

/** `POST …/sign-off` */
export const signOffNow: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  const refusal = await signOff(ask.work, at)
  if (refusal !== undefined) return signOffPage(ask, at, refusal.why)
  return { kind: 'redirect', to: `${sittingHref(at)}/minutes`, flash: { kind: 'success', words: 'The minutes are signed off. From now on they are only corrected, with the day.' } }
}

/** `GET …/minutes` */
export const minutes: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  const document = minutesDocument(await minutesOf(ask.work, at))
  return {
    kind: 'page', view: 'panel-minutes', room: 'panels', title: document.title,
    model: { document, back: sittingHref(at), file: ask.work.may('export', 'panel minutes') ? `${sittingHref(at)}/minutes.odt` : null },
  }
}

/** `GET …/minutes.odt`: the same words as a file. */
export const minutesFile: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  return {
    kind: 'file', name: `panel-minutes-${formatIso(at.sitting.values.on)}.odt`, type: openDocumentType,
    content: openDocument(minutesDocument(await minutesOf(ask.work, at))),
  }
}

/** `GET …/papers`: the papers of every child on the agenda, a child a page, for print. */
export const pack: Handler = async (ask) => {
  const at = await sittingAsked(ask)
  if (at === undefined) return { kind: 'not found' }
  const papers: { readonly paper: Paper; readonly because: string }[] = []
  for (const { childId, held } of at.accepted) {
    const paper = await paperOf(ask.work, childId)
    if (paper !== undefined) papers.push({ paper, because: held?.values.because ?? '' })
  }
  return papersPage(ask, at, papers, sittingHref(at))
}

/** The page of papers, of one child or many. */
export function papersPage(
  { labels, today }: Pick<Ask, 'labels' | 'today'>, at: SittingPage, papers: readonly { readonly paper: Paper; readonly because: string }[], back: string,
): Answer {
  return {
    kind: 'page', view: 'panel-papers', room: 'panels', title: `Papers for ${at.panel.panel.values.name}, ${longDate(at.sitting.values.on)}`,
    model: {
      name: at.panel.panel.values.name, on: longDate(at.sitting.values.on), back,
      papers: papers.map(({ paper, because }) => paperModel(paper, because, labels, today)),
    },
  }
}
