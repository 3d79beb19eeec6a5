/** Findings of unusual access, and their review. */
import { review, unusualAccess, unusualFinding } from '../../app/unusualAccess.ts'
import { unusualReviewType } from '../../core/audit/unusual/review.ts'
import { takeForm } from '../forms/takeForm.ts'
import { isId } from '../ids.ts'
import type { Handler } from '../route.ts'
import { findingsModel, readFindings } from '../views/unusual/view.ts'
import { findingModel } from '../views/unusual-finding/view.ts'

/** `GET /audit/unusual` */
export const findings: Handler = async ({ work, query }) => {
  const asked = readFindings(query)
  return {
    kind: 'page', view: 'unusual', room: 'audit', title: 'Unusual access',
    model: findingsModel(await unusualAccess(work, asked), asked),
  }
}

/** `GET` and `POST /audit/unusual/:findingId` */
export const finding: Handler = async (ask) => {
  const id = ask.params['findingId'] ?? ''
  const found = isId(id) ? await unusualFinding(ask.work, id) : undefined
  if (found === undefined) return { kind: 'not found' }
  const taken = await takeForm(ask, {
    type: unusualReviewType, back: { href: '/audit/unusual' }, done: 'The review is kept.',
    save: (values) => review(ask.work, found.finding, values),
  })
  if (taken.kind === 'answered') return taken.answer
  return {
    kind: 'page', view: 'unusual-finding', room: 'audit', title: 'A finding of unusual access', status: taken.status,
    model: { ...findingModel(found), form: taken.form },
  }
}
