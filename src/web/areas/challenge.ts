/** The reviewing officer's footprint: open concerns, a child's, one concern, the monthly report. */
import { challengeOfChild, concernSeen, openConcerns, reportOfService, type ConcernSeen } from '../../app/challenge.ts'
import { concernAddress } from '../../core/challenge/concern.ts'
import { addDays } from '../../core/time/localDate.ts'
import { openDocument, openDocumentType } from '../../edge/documents/openDocument.ts'
import { headOf, type ChildHeadModel } from '../childHead.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { reviewingNav } from '../views/all-reviews/view.ts'
import { challengeModel, concernRow } from '../views/challenge/view.ts'
import { concernModel } from '../views/concern/view.ts'
import { monthOf, readMonth, reportDocument, type Month } from '../views/challenge-report/view.ts'

/** The page of a child that challenge belongs to. */
export const challengePlace = '/challenge'

/** `GET /challenge`: open concerns with the days left. */
export const allConcerns: Handler = async ({ work }) => ({
  kind: 'page', view: 'all-concerns', room: 'reviews', title: 'Concerns',
  model: {
    nav: reviewingNav(work, '/challenge'),
    rows: (await openConcerns(work)).map((one) => ({ ...concernRow(one), code: one.code, childHref: `/children/${one.concern.childId ?? ''}` })),
  },
})

async function reportIn({ work, query, today }: Ask): Promise<{ readonly month: Month; readonly doc: ReturnType<typeof reportDocument> }> {
  const month = readMonth(query.get('month'), today)
  const report = await reportOfService(work, month.from, month.to)
  return { month, doc: reportDocument(report, month, work.actor.authorityName, work.actor.name, today) }
}

/** `GET /challenge/report` */
export const report: Handler = async (ask) => {
  const { month, doc } = await reportIn(ask)
  const [before, after] = [monthOf(addDays(month.from, -1)), monthOf(addDays(month.to, 1))]
  const link = ({ text, words }: Month): { readonly href: string; readonly words: string } => ({ href: `/challenge/report?month=${text}`, words })
  return {
    kind: 'page', view: 'challenge-report', room: 'reviews', title: doc.title,
    model: {
      doc, nav: reviewingNav(ask.work, '/challenge/report'), before: link(before), after: after.from <= ask.today ? link(after) : null,
      fileHref: `/challenge/report.odt?month=${month.text}`,
    },
  }
}

/** `GET /challenge/report.odt` */
export const reportFile: Handler = async (ask) => {
  const { month, doc } = await reportIn(ask)
  return { kind: 'file', name: `challenge-${month.text}.odt`, type: openDocumentType, content: openDocument(doc) }
}

/** `GET /children/:childId/challenge` */
export const challenge: Handler = async (ask) => {
  const head = await headOf(ask, challengePlace)
  if (head === undefined) return { kind: 'not found' }
  const names = new Map((await ask.work.records.people()).map(({ personId, name }) => [personId, name]))
  return {
    kind: 'page', view: 'challenge', room: 'children', title: `Challenge, child ${head.code}`,
    model: challengeModel(head, await challengeOfChild(ask.work, head.childId), (id) => names.get(id), ask.work.actor.personId),
  }
}

export interface FoundConcern {
  readonly head: ChildHeadModel
  readonly seen: ConcernSeen
  /** After `/children/<id>`. */
  readonly path: string
}

/** A handler about one concern. */
export const onConcern = (make: (ask: Ask, found: FoundConcern) => Promise<Answer>): Handler => async (ask) => {
  const id = ask.params['concernId'] ?? ''
  const head = await headOf(ask, challengePlace)
  const seen = head === undefined || !isId(id) ? undefined : await concernSeen(ask.work, head.childId, id)
  if (head === undefined || seen === undefined) return { kind: 'not found' }
  return make(ask, { head, seen, path: concernAddress(head.childId, id).slice(head.href.length) })
}

/** `GET /children/:childId/challenge/:concernId` */
export const oneConcern: Handler = onConcern((_ask, { head, seen }) => {
  const model = concernModel(head, seen)
  return Promise.resolve({ kind: 'page', view: 'concern', room: 'children', title: `${model.title}, child ${head.code}`, model })
})
