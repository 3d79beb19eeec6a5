/** The tracker and a child. */
import { childPage } from '../../app/childPage.ts'
import { signalsOf } from '../../app/signals.ts'
import { savedViews } from '../../app/savedViews.ts'
import { tracker, trackerRows, withBeside } from '../../app/tracker.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { daysOf } from '../asAt.ts'
import { headOf } from '../childHead.ts'
import { csvFile } from '../csv.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { readTracker } from '../trackerAddress.ts'
import { formatIso } from '../words/dates.ts'
import { signalsModel } from '../views/child/signals.ts'
import { childAsked, childModel } from '../views/child/view.ts'
import { trackerCells, trackerHead } from '../views/tracker/csv.ts'
import { trackerModel } from '../views/tracker/view.ts'

/** `GET /children` */
export const children: Handler = async ({ work, query, labels }) => {
  const days = await daysOf(work)
  const asked = readTracker(query, days)
  // What people have recorded is as it stands now: beside an earlier day it would be an answer to another question.
  const isNow = asked.query.asAt === days.usual || asked.query.asAt === days.today
  const page = await tracker(work, asked.query, isNow ? 'with what is recorded' : 'alone')
  return {
    kind: 'page', view: 'tracker', room: 'children', title: 'Children',
    model: trackerModel(page, asked, labels, days.usual, {
      mayExport: work.may('export', 'standing'), today: days.today, views: await savedViews(work),
    }),
  }
}

/** `GET /children.csv`: what `/children` shows with the same address, all pages of it. */
export const childrenFile: Handler = async ({ work, query, labels }) => {
  work.allow('export', 'standing')
  const asked = readTracker(query, await daysOf(work))
  return {
    kind: 'file', name: `children-${formatIso(asked.query.asAt)}.csv`, type: 'text/csv; charset=utf-8',
    content: csvFile(trackerHead, withBeside(work, trackerRows(work, asked.query)), trackerCells(labels, asked.query.asAt)),
  }
}

/** `GET /children/:childId` */
export const child: Handler = async (ask) => {
  const { work, query, params, labels, path } = ask
  const id = params['childId'] ?? ''
  if (!isId(id)) return { kind: 'not found' }
  const days = await daysOf(work)
  const asked = childAsked(query, days)
  const page = await childPage(work, id as ChildId, asked.question)
  const head = await headOf(ask, '')
  if (page === undefined || head === undefined) return { kind: 'not found' }
  // Signals are about what is known now: a page as known at an earlier moment has none.
  const mayTell = asked.question.asKnownAt === null && (await work.decide(id, 'see', 'deadlines')).kind === 'allow'
  const signals = mayTell ? (await signalsOf(work, [id], asked.question.asAt)).get(id) : undefined
  return {
    kind: 'page', view: 'child', room: 'children', title: `Child ${page.code}`,
    model: { head, signals: signals === undefined ? null : signalsModel(signals), ...childModel(page, asked, { labels, days, path, mayDecide: work.may('see', 'differences'), mayTrack: work.may('see', 'standing') }) },
  }
}
