/** The pages of looked-after reviews. */
import { formRoutes, type Route } from '../route.ts'
import {
  adjournForm, answerForm, bookForm, callOffForm, changeForm, decisionForm, followForm, holdForm, moveForm, objectionForm, recordForm,
} from './reviewForms.ts'
import { begin, oneLetter, sendForm } from './reviewLetters.ts'
import { allReviews, oneReview, reviews } from './reviews.ts'

const base = '/children/:childId/reviews'
const one = `${base}/:reviewId`
const see = ['see', 'review record'] as const
const record = ['record', 'review record'] as const
const change = ['change', 'review record'] as const
const decide = ['decide', 'review record'] as const

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/reviews', act: see, audit: 'list of reviews opened', handle: allReviews },
  { method: 'GET', path: base, act: see, audit: 'reviews of a child opened', handle: reviews },
  ...formRoutes(`${base}/book`, record, 'form for booking a review opened', 'review booked', bookForm),
  ...formRoutes(`${base}/record`, decide, 'form for a review held opened', 'review recorded', recordForm),
  { method: 'GET', path: one, act: see, audit: 'review opened', handle: oneReview },
  ...formRoutes(`${one}/move`, change, 'form for moving a review opened', 'review moved', moveForm),
  ...formRoutes(`${one}/call-off`, change, 'form for calling a review off opened', 'review called off', callOffForm),
  ...formRoutes(`${one}/adjourn`, change, 'form for adjourning a review opened', 'review adjourned', adjournForm),
  ...formRoutes(`${one}/hold`, decide, 'form for writing up a review opened', 'review written up', holdForm),
  ...formRoutes(`${one}/change`, change, 'form for the record of a review opened', 'record of a review changed', changeForm),
  ...formRoutes(`${one}/decisions-issued`, change, 'form for decisions issued opened', 'decisions of a review issued', followForm('decisions-issued')),
  ...formRoutes(`${one}/record-complete`, change, 'form for a record complete opened', 'record of a review completed', followForm('record-complete')),
  ...formRoutes(`${one}/distributed`, change, 'form for a review distributed opened', 'review distributed', followForm('distributed')),
  ...formRoutes(`${one}/decisions/new`, decide, 'form for a decision of a review opened', 'decision of a review added', decisionForm),
  ...formRoutes(`${one}/answer`, ['record', 'review response'], 'form for an answer to a review opened', 'decisions of a review answered', answerForm),
  ...formRoutes(`${one}/objection`, ['change', 'review response'], 'form for settling an objection opened', 'objection to a review settled', objectionForm),
  { method: 'POST', path: `${one}/letters`, act: ['record', 'review letter'], audit: 'letter after a review begun', handle: begin },
  { method: 'GET', path: `${one}/letters/:letterId`, act: ['see', 'review letter'], audit: 'letter after a review opened', handle: oneLetter },
  { method: 'POST', path: `${one}/letters/:letterId`, act: ['change', 'review letter'], audit: 'letter after a review changed', handle: oneLetter },
  ...formRoutes(`${one}/letters/:letterId/send`, ['decide', 'review letter'], 'form for sending a letter opened', 'letter after a review sent', sendForm),
]
