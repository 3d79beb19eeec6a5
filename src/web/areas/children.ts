/** The tracker and a child. */
import { childPage } from '../../app/childPage.ts'
import { tracker, trackerRows } from '../../app/tracker.ts'
import type { ChildId } from '../../core/facts/factType.ts'
import { daysOf } from '../asAt.ts'
import { csvFile } from '../csv.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { readTracker } from '../trackerAddress.ts'
import { formatIso } from '../words/dates.ts'
import { childAsked, childModel } from '../views/child/view.ts'
import { trackerCells, trackerHead } from '../views/tracker/csv.ts'
import { trackerModel } from '../views/tracker/view.ts'

/** `GET /children` */
export const children: Handler = async ({ work, query, labels }) => {
  const days = await daysOf(work)
  const asked = readTracker(query, days)
  const page = await tracker(work, asked.query)
  return {
    kind: 'page', view: 'tracker', room: 'children', title: 'Children',
    model: trackerModel(page, asked, labels, days.usual),
  }
}

/** `GET /children.csv`: what `/children` shows with the same address, all pages of it. */
export const childrenFile: Handler = async ({ work, query, labels }) => {
  work.allow('see children')
  const asked = readTracker(query, await daysOf(work))
  return {
    kind: 'file', name: `children-${formatIso(asked.query.asAt)}.csv`, type: 'text/csv; charset=utf-8',
    content: csvFile(trackerHead, trackerRows(work, asked.query), trackerCells(labels, asked.query.asAt)),
  }
}

/** `GET /children/:childId` */
export const child: Handler = async ({ work, query, params, labels, path }) => {
  const id = params['childId'] ?? ''
  if (!isId(id)) return { kind: 'not found' }
  const days = await daysOf(work)
  const asked = childAsked(query, days)
  const page = await childPage(work, id as ChildId, asked.question)
  if (page === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'child', room: 'children', title: `Child ${page.code}`,
    model: childModel(page, asked, { labels, days, path, mayDecide: work.may('import returns') }),
  }
}
