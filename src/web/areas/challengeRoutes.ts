/** The pages of challenge by reviewing officers. */
import { formRoutes, type Route } from '../route.ts'
import { allConcerns, challenge, oneConcern, report, reportFile } from './challenge.ts'
import { answerForm, cafcassForm, closeForm, furtherForm, lookOverForm, noteForm, officerForm, raiseForm } from './challengeForms.ts'

const base = '/children/:childId/challenge'
const one = `${base}/:concernId`
const see = ['see', 'concern'] as const
const change = ['change', 'concern'] as const

export const challengeRoutes: readonly Route[] = [
  { method: 'GET', path: '/challenge', act: see, audit: 'open concerns opened', handle: allConcerns },
  { method: 'GET', path: '/challenge/report', act: ['export', 'papers'], audit: 'report on challenge opened', handle: report },
  { method: 'GET', path: '/challenge/report.odt', act: ['export', 'papers'], audit: 'report on challenge exported', handle: reportFile },
  { method: 'GET', path: base, act: see, audit: 'challenge for a child opened', handle: challenge },
  ...formRoutes(`${base}/raise`, ['record', 'concern'], 'form for a concern opened', 'concern raised', raiseForm),
  ...formRoutes(`${base}/note`, ['record', 'midway note'], 'form for a note of the reviewing officer opened', 'note of the reviewing officer written', noteForm),
  ...formRoutes(`${base}/notes/:noteId/look-over`, ['decide', 'midway note'], 'form for looking a note over opened', 'note looked over', lookOverForm),
  { method: 'GET', path: one, act: see, audit: 'concern opened', handle: oneConcern },
  ...formRoutes(`${one}/answer`, ['record', 'concern response'], 'form for an answer opened', 'concern answered', answerForm),
  ...formRoutes(`${one}/accept`, change, 'form for accepting an answer opened', 'answer to a concern accepted', officerForm('accept')),
  ...formRoutes(`${one}/withdraw`, change, 'form for withdrawing a concern opened', 'concern withdrawn', officerForm('withdraw')),
  ...formRoutes(`${one}/unresolved`, change, 'form for ending a concern unresolved opened', 'concern ended unresolved', officerForm('unresolved')),
  ...formRoutes(`${one}/further`, change, 'form for taking a concern further opened', 'concern taken further', furtherForm),
  ...formRoutes(`${one}/cafcass`, change, 'form for a referral to Cafcass opened', 'concern referred to Cafcass', cafcassForm),
  ...formRoutes(`${one}/close`, ['decide', 'concern'], 'form for closing a concern opened', 'concern closed', closeForm),
]
