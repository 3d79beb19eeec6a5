/** A person's own place here: roles, teams, stand-ins, ties; and breaking the glass. */
import { breakGlass, mayBreak } from '../../app/people/breakGlass.ts'
import { declareTie, ownTies, writeOwnDetails } from '../../app/people/ties.ts'
import { glassForm, ownDetailsForm, tieForm } from '../../core/people/forms.ts'
import { confirmAnswer, formAnswer } from '../forms/takeForm.ts'
import type { Handler } from '../route.ts'
import { momentWords } from '../words/dates.ts'
import { meRegister } from '../views/register/me.ts'
import { registerPage, said } from '../views/register/view.ts'

/** `GET /me` */
export const me: Handler = async ({ work }) => {
  const own = await work.staff.people.one(work.actor.personId)
  if (own === undefined) return { kind: 'not found' }
  const ties = work.may('see', 'declared ties') ? await ownTies(work) : null
  return registerPage(meRegister(own, work.today, { ties, breaksGlass: mayBreak(work), details: ties === null ? null : await work.staff.people.ownDetails() }), 'none')
}

const toMe = { href: '/me', words: 'Your place here' }

/** `GET` and `POST /me/ties` */
export const newTie: Handler = (ask) => formAnswer(ask, {
  type: tieForm, title: 'Declare a tie', room: 'none', button: 'Declare', back: toMe, done: 'Declared. If there is such a record here, it is closed to you.',
  lead: [
    'Say whose records you must not open: your own family, and anybody you know too well. Their record, and those of their near family, are closed to you from now on, whatever your role.',
    'A tie stays. If you declared one by mistake, speak with the director. Only you and the director see what you write here.',
  ],
  async save(values) {
    await declareTie(ask.work, values)
    return undefined
  },
})

/** `GET` and `POST /me/details` */
export const ownDetails: Handler = async (ask) => formAnswer(ask, {
  type: ownDetailsForm, title: 'Your family name and postcode', room: 'none', button: 'Save', back: toMe, done: 'Saved.', values: await ask.work.staff.people.ownDetails(),
  lead: ['If you give them, a look at a record of your own name or street is noticed. That protects you as much as the child. You need not.'],
  async save(values) {
    await writeOwnDetails(ask.work, values)
    return undefined
  },
})

/** `GET` and `POST /break-glass`. What it answers to a number is the same whether or not there is such a child. */
export const glass: Handler = async (ask) => {
  if (!mayBreak(ask.work)) return { kind: 'not found' }
  return formAnswer(ask, {
    type: glassForm, title: 'Break the glass', room: 'none', button: 'Open the record', warning: true,
    lead: [
      'For an emergency: a child’s safety needs a record that is not open to you. It opens for reading, for some hours, as far as your role reads records.',
      'Those who answer for the child, the director and the system administrators are told at once, with your name. Every use is reviewed. A record of your own family never opens.',
    ],
    back: toMe, onward: '/break-glass/open', done: 'Noted, and those who have to know are told. If there is such a record, it is on this page.',
    async save(values) {
      await breakGlass(ask.work, values)
      return undefined
    },
  })
}

/** `GET /break-glass/open` */
export const glassOpen: Handler = async ({ work }) => {
  if (!mayBreak(work)) return { kind: 'not found' }
  const open = await work.staff.glass.openNow()
  return registerPage({
    title: 'Open to you by broken glass', back: toMe,
    sections: [{
      title: null, caption: 'Records open now', heads: ['Child', 'Until', 'Action'], empty: 'Nothing is open to you by broken glass.',
      rows: open.map(({ useId, childId, code, until }) => [
        { words: code, href: `/children/${childId}` }, said(momentWords(until)), { words: 'Close', about: ` the record of child ${code}`, href: `/break-glass/open/${useId}/close` },
      ]),
      links: [{ words: 'Break the glass', href: '/break-glass' }],
    }],
  }, 'none')
}

/** `GET` and `POST /break-glass/open/:useId/close` */
export const glassClose: Handler = async (ask) => {
  const open = mayBreak(ask.work) ? (await ask.work.staff.glass.openNow()).find(({ useId }) => useId === ask.params['useId']) : undefined
  if (open === undefined) return { kind: 'not found' }
  return confirmAnswer(ask, {
    title: `Close the record of child ${open.code}?`, room: 'none', button: 'Close the record',
    lead: ['It is then closed to you as it was before. Your use of it is reviewed all the same. To open it again you must give a reason again.'],
    back: { href: '/break-glass/open', words: 'Open to you by broken glass' }, done: `The record of child ${open.code} is closed to you again.`,
    async save() {
      await ask.work.staff.glass.close(open.useId)
      return undefined
    },
  })
}
