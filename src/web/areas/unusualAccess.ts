/** Findings of unusual access, and their review. */
import { review, unusualAccess, unusualFinding } from '../../app/unusualAccess.ts'
import { unusualReviewType } from '../../core/audit/unusual/review.ts'
import { readForm } from '../../core/records/readForm.ts'
import type { ValuesOf } from '../../core/records/recordType.ts'
import { formModel } from '../forms/form.ts'
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
export const finding: Handler = async ({ work, params, form, today }) => {
  const id = params['findingId'] ?? ''
  const found = isId(id) ? await unusualFinding(work, id) : undefined
  if (found === undefined) return { kind: 'not found' }
  const posted = form.has('_csrf')
  const read = posted ? readForm(unusualReviewType, form, today) : undefined
  const refused = read?.kind === 'read' ? await review(work, found.finding, read.values as ValuesOf<typeof unusualReviewType>) : undefined
  if (read?.kind === 'read' && refused === undefined) {
    return { kind: 'redirect', to: '/audit/unusual', flash: { kind: 'success', words: 'The review is kept.' } }
  }
  const errors = refused === undefined ? (read?.kind === 'read' ? [] : (read?.errors ?? [])) : [{ field: refused.field ?? 'outcome', text: refused.why }]
  return {
    kind: 'page', view: 'unusual-finding', room: 'audit', title: 'A finding of unusual access', status: posted ? 422 : 200,
    model: { ...findingModel(found), form: formModel(unusualReviewType, { typed: posted ? form : undefined, errors }) },
  }
}
