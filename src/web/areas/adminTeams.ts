/** Administration: what there is to do, services and teams. */
import { mayBreak } from '../../app/people/breakGlass.ts'
import { endPlace, membersOf, organisation, saveService, saveTeam, takeListedTeams } from '../../app/people/teams.ts'
import type { Act } from '../../core/access/act.ts'
import { answersForWords, serviceForm, teamForm } from '../../core/people/forms.ts'
import { confirmAnswer, formAnswer } from '../forms/takeForm.ts'
import type { Handler } from '../route.ts'
import { placeRegister, teamsRegister } from '../views/register/teams.ts'
import { registerPage, said } from '../views/register/view.ts'

const rooms: readonly { readonly words: string; readonly small: string; readonly href: string; readonly act: Act }[] = [
  { words: 'People', small: 'Who signs in, with which roles, in which teams; who stands in for whom', href: '/admin/people', act: ['see', 'accounts'] },
  { words: 'Services and teams', small: 'What the council is made of, and who is in it', href: '/admin/teams', act: ['see', 'teams'] },
  { words: 'Children without a social worker', small: 'Those you may give to somebody', href: '/admin/unallocated', act: ['record', 'allocations'] },
  { words: 'Children without a reviewing officer', small: 'Those you may give to somebody', href: '/admin/without-reviewing-officer', act: ['record', 'reviewing allocations'] },
  { words: 'Restricted records', small: 'Which records are closed, and who may open them', href: '/admin/restrictions', act: ['see', 'restrictions'] },
  { words: 'Declared ties', small: 'Family and friends whose records workers must not open', href: '/admin/ties', act: ['see', 'restrictions'] },
  { words: 'Broken glass', small: 'Records opened in an emergency, and the review of it', href: '/admin/break-glass', act: ['see', 'break-glass uses'] },
]

const keysRoom = { words: 'Keys for programs', small: 'Which programs ask in whose name, and until when', href: '/admin/keys' }

/** `GET /admin` */
export const admin: Handler = async ({ work, keys }) => {
  const own = [
    { words: 'Your roles, teams, stand-ins and ties', small: 'And whose records you must not open', href: '/me' },
    ...(mayBreak(work) ? [{ words: 'Break the glass', small: 'Open a record in an emergency', href: '/break-glass' }] : []),
  ]
  return registerPage({
    title: 'Administration',
    sections: [{
      title: null, caption: 'Administration', heads: ['Page', 'What for'], empty: '',
      rows: [...rooms.filter(({ act }) => work.may(...act)), ...(keys !== null && work.may('see', 'accounts') ? [keysRoom] : []), ...own].map(({ words, small, href }) => [{ words, href }, said(small)]),
    }],
  })
}

/** `GET /admin/teams` */
export const teams: Handler = async ({ work }) => registerPage(teamsRegister(await organisation(work), work.may('record', 'teams')))

/** `POST /admin/teams/from-list` */
export const teamsFromList: Handler = async ({ work }) => {
  const made = await takeListedTeams(work)
  return { kind: 'redirect', to: '/admin/teams', flash: { kind: 'success', words: made === 0 ? 'Every team of the list is here already.' : 'The teams of the list are here now. Put their managers into them.' } }
}

/** `GET /admin/teams/:teamId` and `/admin/services/:serviceId` */
export const place = (kind: 'team' | 'service'): Handler => async ({ work, params }) => {
  const id = params[`${kind}Id`] ?? ''
  const all = await organisation(work)
  const team = all.teams.find(({ teamId }) => teamId === id)
  const service = all.services.find(({ serviceId }) => serviceId === id)
  const found = kind === 'team' ? team : service
  if (found === undefined) return { kind: 'not found' }
  const above = kind === 'team' ? all.services.find(({ serviceId }) => serviceId === team?.serviceId)?.name ?? 'No service' : null
  return registerPage(placeRegister({
    id, kind, name: found.name, endedOn: found.endedOn, today: work.today, mayChange: work.may('change', 'teams'), people: work.may('see', 'accounts'),
    facts: [
      ...(above === null ? [] : [{ label: 'Service', words: above }]),
      ...(team === undefined || kind === 'service' ? [] : [{ label: 'Workers on the council’s list', words: String(team.listed) }]),
      ...(service === undefined || kind === 'team' ? [] : [
        { label: 'Answers for', words: answersForWords[service.answersFor] },
        { label: 'Teams', words: all.teams.filter(({ serviceId, endedOn }) => serviceId === id && endedOn === null).map(({ name }) => name).join(', ') || 'None' },
      ]),
    ],
  }, await membersOf(work, id)))
}

const toTeams = { href: '/admin/teams', words: 'Services and teams' }

/** `GET` and `POST /admin/services/new` and `/admin/services/:serviceId/change` */
export const serviceChange: Handler = async (ask) => {
  const id = ask.params['serviceId'] ?? null
  const held = id === null ? undefined : (await organisation(ask.work)).services.find(({ serviceId }) => serviceId === id)
  if (id !== null && held === undefined) return { kind: 'not found' }
  return formAnswer(ask, {
    type: serviceForm, title: held === undefined ? 'Add a service' : 'Change a service', button: 'Save', done: 'Saved.', back: toTeams,
    ...(held === undefined ? {} : { over: held.name, values: { name: held.name, answersFor: held.answersFor } }),
    save: (values) => saveService(ask.work, id, values),
  })
}

/** `GET` and `POST /admin/teams/new` and `/admin/teams/:teamId/change` */
export const teamChange: Handler = async (ask) => {
  const id = ask.params['teamId'] ?? null
  const all = await organisation(ask.work)
  const held = id === null ? undefined : all.teams.find(({ teamId }) => teamId === id)
  if (id !== null && held === undefined) return { kind: 'not found' }
  return formAnswer(ask, {
    type: teamForm(all.services.filter(({ endedOn }) => endedOn === null).map(({ serviceId, name }) => ({ value: serviceId, label: name }))),
    title: held === undefined ? 'Add a team' : 'Rename or move a team', button: 'Save', done: 'Saved.', back: toTeams,
    ...(held === undefined ? {} : { over: held.name, values: { name: held.name, service: held.serviceId } }),
    save: ({ name, service }) => saveTeam(ask.work, id, { name, serviceId: service }),
  })
}

/** `GET` and `POST /admin/teams/:teamId/end` and `/admin/services/:serviceId/end`: asked first, because nobody can take it back. */
export const placeEnd = (kind: 'team' | 'service'): Handler => async (ask) => {
  const id = ask.params[`${kind}Id`] ?? ''
  const { teams: allTeams, services } = await organisation(ask.work)
  const found = kind === 'team' ? allTeams.find(({ teamId }) => teamId === id) : services.find(({ serviceId }) => serviceId === id)
  if (found === undefined || found.endedOn !== null) return { kind: 'not found' }
  const { name } = found
  return confirmAnswer(ask, {
    title: `End this ${kind}?`, over: name, button: `End this ${kind}`, back: { href: `/admin/${kind}s/${id}`, words: name },
    lead: ['Everybody who is in it leaves it today, and sees its children no longer by it. It cannot be taken up again; a new one needs another name.'],
    onward: '/admin/teams', done: `${name} has ended, and nobody is in it any more. Give its children to another team.`,
    async save() {
      await endPlace(ask.work, { id, kind, name })
      return undefined
    },
  })
}
