/** Administration: people, their roles, places in teams and stand-ins. */
import { addDeputy, addPerson, changePerson, disablePerson, endRole, giveRole, joinPlace, leavePlace, listPeople, onePerson, renewPassword, withdrawDeputy } from '../../app/people/people.ts'
import type { PersonFile } from '../../app/people/staff.ts'
import { organisation } from '../../app/people/teams.ts'
import { deputyForm, detailsForm, joinForm, roleForm } from '../../core/people/forms.ts'
import { formAnswer } from '../forms/takeForm.ts'
import { isId } from '../ids.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { peopleRegister, personRegister, readPeopleQuery } from '../views/register/people.ts'
import { registerPage } from '../views/register/view.ts'

const peopleAddress = '/admin/people'
const addressOf = ({ personId }: Pick<PersonFile, 'personId'>): string => `${peopleAddress}/${personId}`

/** `GET /admin/people` */
export const people: Handler = async ({ work, query }) => {
  const asked = readPeopleQuery(query)
  const { teams } = await organisation(work)
  return registerPage(peopleRegister(await listPeople(work, asked), asked, teams))
}

/** A handler about the person that the address names. */
const ofPerson = (answer: (ask: Ask, person: PersonFile) => Promise<Answer>): Handler => async (ask) => {
  const id = ask.params['personId'] ?? ''
  const person = isId(id) ? await onePerson(ask.work, id) : undefined
  return person === undefined ? { kind: 'not found' } : answer(ask, person)
}

/** What came of a button: back to the person, with why not or what was done. */
const backTo = (person: PersonFile, why: string | undefined, done: string): Answer =>
  ({ kind: 'redirect', to: addressOf(person), flash: why === undefined ? { kind: 'success', words: done } : { kind: 'notice', words: why } })

/** `GET /admin/people/:personId` */
export const person: Handler = ofPerson(async ({ work }, one) => registerPage(personRegister(one, { today: work.today, self: one.personId === work.actor.personId, seesLooks: work.may('see', 'audit log'), nameOf: await namesIn(work) })))

async function namesIn(work: Ask['work']): Promise<(id: string) => string | undefined> {
  const names = new Map((await work.records.people()).map(({ personId, name }) => [personId, name]))
  return (id) => names.get(id)
}

/** `GET` and `POST /admin/people/new` */
export const newPerson: Handler = (ask) => formAnswer(ask, {
  type: detailsForm, title: 'Add a person', button: 'Add', done: 'Added. Give them a role, and a link to choose a password.',
  lead: ['Nobody can do anything without a role: you give roles on the next page.'],
  back: { href: peopleAddress, words: 'People' },
  async save(values) {
    const added = await addPerson(ask.work, values)
    return 'fault' in added ? added.fault : { to: addressOf(added) }
  },
})

/** `GET` and `POST /admin/people/:personId/details` */
export const personDetails: Handler = ofPerson((ask, one) => formAnswer(ask, {
  type: detailsForm, title: 'Change details', over: one.name, button: 'Save', done: 'Saved.', values: { ...one.details }, version: one.version,
  back: { href: addressOf(one), words: one.name },
  // The version is that of the page the form was opened on; without a number it is no version that anybody holds.
  save: (values) => changePerson(ask.work, one, values, Number(ask.form.get('version')) || 0),
}))

/** `GET` and `POST /admin/people/:personId/roles/new` */
export const newRole: Handler = ofPerson((ask, one) => formAnswer(ask, {
  type: roleForm, title: 'Give a role', over: one.name, button: 'Give the role', done: 'The role is given. It counts from their next click.', values: { fromOn: ask.today },
  back: { href: addressOf(one), words: one.name },
  save: (values) => giveRole(ask.work, one, values),
}))

/** `POST /admin/people/:personId/roles/:heldId/end` */
export const roleEnd: Handler = ofPerson(async ({ work, params }, one) =>
  backTo(one, await endRole(work, one, params['heldId'] ?? ''), 'The role has ended.'))

/** `GET` and `POST /admin/people/:personId/teams/new` */
export const newMembership: Handler = ofPerson(async (ask, one) => {
  const { services, teams } = await organisation(ask.work)
  const places = [
    ...teams.filter(({ endedOn }) => endedOn === null).map(({ teamId, name }) => ({ id: teamId, name, kind: 'team' as const })),
    ...services.filter(({ endedOn }) => endedOn === null).map(({ serviceId, name }) => ({ id: serviceId, name, kind: 'service' as const })),
  ]
  return formAnswer(ask, {
    type: joinForm(places.map(({ id, name, kind }) => ({ value: id, label: kind === 'team' ? name : `${name} (the whole service)` }))),
    title: 'Put into a team or service', over: one.name, button: 'Put in', done: 'Done.', values: { fromOn: ask.today },
    back: { href: addressOf(one), words: one.name },
    async save({ place, as, fromOn }) {
      const chosen = places.find(({ id }) => id === place)
      if (chosen === undefined) return { field: 'place', why: 'Choose a team or service from the list' }
      return joinPlace(ask.work, one, chosen, { manages: as === 'manages', fromOn })
    },
  })
})

/** `POST /admin/people/:personId/teams/:memberId/end` */
export const membershipEnd: Handler = ofPerson(async ({ work, params }, one) =>
  backTo(one, await leavePlace(work, one, params['memberId'] ?? ''), 'Done.'))

/** `GET` and `POST /admin/people/:personId/deputies/new` */
export const newDeputy: Handler = ofPerson((ask, one) => formAnswer(ask, {
  type: deputyForm, title: 'Somebody stands in', over: `While ${one.name} is away`, button: 'Have them stand in', done: 'Done, and both are told.', values: { fromOn: ask.today },
  lead: [
    'On these days they have this person’s children, teams and reviews, in the roles that both hold.',
    'They do not get names on restricted records, and a record of their own family stays closed to them: locks are each person’s own. An agency decision maker’s decisions are not handed over.',
  ],
  back: { href: addressOf(one), words: one.name },
  save: (values) => addDeputy(ask.work, one, values),
}))

/** `POST /admin/people/:personId/deputies/:deputyId/withdraw` */
export const deputyEnd: Handler = ofPerson(async ({ work, params }, one) =>
  backTo(one, await withdrawDeputy(work, one, params['deputyId'] ?? ''), 'Nobody stands in any more.'))

/** `POST /admin/people/:personId/link`: shown on this page alone, and kept nowhere. */
export const passwordLink: Handler = ofPerson(async ({ work, accounts }, one) => {
  if (one.disabledAt !== null) return backTo(one, 'Let them in again first.', '')
  const mark = await renewPassword(work, one)
  const address = accounts.firstPasswordAddress({ authorityId: work.actor.authorityId, personId: one.personId }, mark)
  if (address === null) return backTo(one, `There are no passwords here: ${one.name} signs in at your council’s own sign-in as ${one.details.signInName}.`, '')
  return registerPage({
    title: 'A link to choose a password', over: one.name, back: { href: addressOf(one), words: one.name },
    lead: [
      'Give it to them alone, by a way you know to be theirs. It works once, for three days, and is not shown again. Any password they had, and any link made before, work no longer.',
    ],
    inset: { words: 'After the address of your Holdfast:', code: address },
    sections: [],
  })
})

/** `POST /admin/people/:personId/disable` and `/enable` */
export const setDisabled = (disabled: boolean): Handler => ofPerson(async ({ work }, one) =>
  backTo(one, await disablePerson(work, one, disabled), disabled ? `${one.name} is shut out and signed out everywhere.` : `${one.name} may sign in again.`))
