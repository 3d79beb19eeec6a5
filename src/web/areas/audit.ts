/** The log of who looked: searched, by child, by person, as a file. */
import { auditLines, searchLooks, sealedState, whatDidPersonLookAt, whoLookedAtChild } from '../../app/audit.ts'
import { exportFormats } from '../../core/audit/exported.ts'
import { headOf } from '../childHead.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { looksModel, readLooks } from '../views/looks/view.ts'
import { sealedModel } from '../views/audit/view.ts'
import { formatIso } from '../words/dates.ts'

/** `GET /audit` */
export const audit: Handler = async ({ work, query, path }) => {
  const asked = readLooks(query)
  const found = await searchLooks(work, asked.query)
  return {
    kind: 'page', view: 'audit', room: 'audit', title: 'Who looked',
    model: {
      ...looksModel(found, asked, { path, searches: true, mayExport: work.may('export', 'audit log') }),
      sealed: sealedModel(await sealedState(work)),
      unusualHref: work.may('decide', 'audit log') ? '/audit/unusual' : null,
    },
  }
}

/** `GET /audit/export`: the stretch between two days, for the council's monitoring. */
export const auditFile: Handler = ({ work, query, today }) => {
  const { query: { from = null, to = null } } = readLooks(query)
  const format = exportFormats.find((one) => one === query.get('format')) ?? 'jsonl'
  return Promise.resolve({
    kind: 'file', name: `audit-${formatIso(today)}.${format === 'jsonl' ? 'jsonl' : 'cef.txt'}`,
    type: format === 'jsonl' ? 'application/x-ndjson; charset=utf-8' : 'text/plain; charset=utf-8',
    content: auditLines(work, { from, to, after: 0 }, format),
  })
}

/** `GET /audit/people/:personId`: what did this person look at. */
export const looksOfPerson: Handler = async ({ work, query, params, path }) => {
  const id = params['personId'] ?? ''
  const name = isId(id) ? await work.audit.nameOf(id) : undefined
  if (name === undefined) return { kind: 'not found' }
  const asked = readLooks(query)
  return {
    kind: 'page', view: 'looks', room: 'audit', title: `What ${name} looked at`,
    model: { title: `What ${name} looked at`, head: null, ...looksModel(await whatDidPersonLookAt(work, id, asked.query), asked, { path }) },
  }
}

/** `GET /children/:childId/looks`: who looked at this child. */
export const looksAtChild: Handler = async (ask) => {
  const { work, query, path } = ask
  const head = await headOf(ask, '/looks')
  if (head === undefined) return { kind: 'not found' }
  const asked = readLooks(query)
  return {
    kind: 'page', view: 'looks', room: 'audit', title: `Who looked at child ${head.code}`,
    model: { title: 'Who looked', head, ...looksModel(await whoLookedAtChild(work, head.childId, asked.query), asked, { path }) },
  }
}
