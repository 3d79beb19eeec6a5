/** What no tie opens: restricted records, declared ties, and the review of broken glass. For the director. */
import { glassUses, reviewGlass, whyNotReview } from '../../app/people/breakGlass.ts'
import { endRestriction, inForce, nameOn, restrict, restrictions, takeNameOff } from '../../app/people/restrictions.ts'
import type { Restriction } from '../../app/people/staff.ts'
import { declaredTies } from '../../app/people/ties.ts'
import { glassReviewForm, nameForm, restrictionEndForm, restrictionForm } from '../../core/people/forms.ts'
import { formAnswer } from '../forms/takeForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { momentWords } from '../words/dates.ts'
import { glassFacts, glassRegister, restrictionRegister, restrictionsRegister } from '../views/register/closed.ts'
import { registerPage, said } from '../views/register/view.ts'

const listAddress = '/admin/restrictions'

/** `GET /admin/restrictions` */
export const restrictionList: Handler = async ({ work }) => {
  const all = await restrictions(work)
  return registerPage(restrictionsRegister(all, (one) => inForce(one, work), work.may('administer', 'restrictions')))
}

/** `GET` and `POST /admin/restrictions/new` */
export const newRestriction: Handler = (ask) => formAnswer(ask, {
  type: restrictionForm, title: 'Restrict a record', button: 'Restrict', warning: true, done: 'The record is restricted.',
  lead: [
    'From now on the record opens to those it names and to nobody else, whatever their role. To everybody else there is no such child: not in lists, searches or counts of named children, nor in exports.',
    'A name opens nothing that the person’s role and their tie to the child do not. You are named only if you name yourself.',
  ],
  back: { href: listAddress, words: 'Restricted records' },
  save: ({ code, reason, named }) => restrict(ask.work, { code, reason, named }),
})

const ofRestriction = (answer: (ask: Ask, restriction: Restriction) => Promise<Answer>): Handler => async (ask) => {
  const found = (await restrictions(ask.work)).find(({ restrictionId }) => restrictionId === ask.params['restrictionId'])
  return found === undefined ? { kind: 'not found' } : answer(ask, found)
}

const backTo = ({ restrictionId }: Restriction, why: string | undefined, done: string): Answer =>
  ({ kind: 'redirect', to: `${listAddress}/${restrictionId}`, flash: why === undefined ? { kind: 'success', words: done } : { kind: 'notice', words: why } })

/** `GET /admin/restrictions/:restrictionId` */
export const oneRestriction: Handler = ofRestriction(async ({ work }, one) =>
  registerPage(restrictionRegister(one, { inForce: inForce(one, work), today: work.today, mayChange: work.may('administer', 'restrictions') })))

/** `GET` and `POST /admin/restrictions/:restrictionId/name` */
export const newName: Handler = ofRestriction((ask, one) => formAnswer(ask, {
  type: nameForm, title: 'Name somebody', over: `Restricted record of child ${one.code}`, button: 'Name', done: 'Named.',
  back: { href: `${listAddress}/${one.restrictionId}`, words: 'Restricted record' },
  save: ({ person }) => nameOn(ask.work, one, person),
}))

/** `POST /admin/restrictions/:restrictionId/take-off` */
export const nameOff: Handler = ofRestriction(async ({ work, form }, one) => backTo(one, await takeNameOff(work, one, form.get('person') ?? ''), 'Taken off.'))

/** `GET` and `POST /admin/restrictions/:restrictionId/end`: asked first, for what was once seen cannot be unseen. */
export const restrictionEnd: Handler = ofRestriction((ask, one) => (!inForce(one, ask.work) ? Promise.resolve({ kind: 'not found' }) : formAnswer(ask, {
  type: restrictionEndForm, title: 'End the restriction', over: `Restricted record of child ${one.code}`, button: 'End the restriction', warning: true,
  lead: [
    'From now on the record opens as any other: to everybody whose role and tie to the child let them. They learn that there is such a child, and what was written while it was closed.',
    `It was restricted because: ${one.reason}`,
  ],
  back: { href: `${listAddress}/${one.restrictionId}`, words: 'Restricted record' }, done: 'The restriction has ended: the record opens as any other.',
  async save() {
    await endRestriction(ask.work, one)
    return undefined
  },
})))

/** `GET /admin/ties` */
export const tieList: Handler = async ({ work }) => registerPage({
  title: 'Declared ties', back: { href: '/admin', words: 'Administration' },
  lead: ['What people said of their own family and friends. The records of those within two degrees are closed to them. For your information: nobody needs to agree to a tie.'],
  sections: [{
    title: null, caption: 'Declared ties, newest first', heads: ['Who', 'Tied to', 'How', 'Declared'], empty: 'Nobody has declared a tie.',
    rows: (await declaredTies(work)).map((one) => [said(one.person.name), said(one.name), said(one.how), said(momentWords(one.declaredAt))]),
  }],
})

/** `GET /admin/break-glass` */
export const glassList: Handler = async ({ work }) => registerPage(glassRegister(await glassUses(work)))

/** `GET` and `POST /admin/break-glass/:useId` */
export const glassReview: Handler = async (ask) => {
  const use = (await glassUses(ask.work)).find(({ useId }) => useId === ask.params['useId'])
  if (use === undefined) return { kind: 'not found' }
  const why = whyNotReview(ask.work, use)
  if (why !== undefined) return registerPage(glassFacts(use, why))
  return formAnswer(ask, {
    type: glassReviewForm, title: 'Was it justified?', over: `${use.person.name} broke the glass on child ${use.code}`, button: 'Keep the review', done: 'Reviewed.', keep: true,
    lead: (glassFacts(use, '').facts ?? []).map(({ label, words }) => `${label}: ${words}`),
    back: { href: '/admin/break-glass', words: 'Broken glass' },
    async save({ justified, review }) {
      const refusal = await reviewGlass(ask.work, use, { justified, review })
      return refusal === undefined ? undefined : { field: 'justified', why: refusal }
    },
  })
}
