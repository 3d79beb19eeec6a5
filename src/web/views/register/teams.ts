/** Services and teams as registers. */
import type { Membership } from '../../../app/people/staff.ts'
import type { Organisation } from '../../../app/people/teams.ts'
import { answersForWords } from '../../../core/people/forms.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { counted } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'
import { daysWords } from './people.ts'
import { said, type Cell, type Register } from './view.ts'

/** All services and teams. */
export function teamsRegister({ services, teams, listedOnly }: Organisation, mayChange: boolean): Register {
  const stands = (endedOn: LocalDate | null): Cell => said(endedOn === null ? 'In use' : `Ended ${longDate(endedOn)}`)
  return {
    title: 'Services and teams', back: { href: '/admin', words: 'Administration' },
    links: mayChange ? [{ words: 'Add a team', href: '/admin/teams/new', main: true }, { words: 'Add a service', href: '/admin/services/new' }] : [],
    ...(mayChange && listedOnly.length > 0 ? {
      lead: [`On the council’s list of social workers, and no team here yet: ${listedOnly.join(', ')}. Managers see a team’s children only when the team is here and they are in it.`],
      buttons: [{ words: `Make ${counted(listedOnly.length, 'team')} of the list`, action: '/admin/teams/from-list', about: '' }],
    } : {}),
    sections: [
      {
        title: 'Teams', caption: 'Teams, by name', heads: ['Team', 'Service', 'Workers on the council’s list', 'State'], empty: 'No team yet.',
        rows: teams.map((one) => [
          { words: one.name, href: `/admin/teams/${one.teamId}` }, said(services.find(({ serviceId }) => serviceId === one.serviceId)?.name ?? 'None'), said(String(one.listed)), stands(one.endedOn),
        ]),
      },
      {
        title: 'Services', caption: 'Services, by name', heads: ['Service', 'Answers for', 'State'], empty: 'No service yet.',
        rows: services.map((one) => [{ words: one.name, href: `/admin/services/${one.serviceId}` }, said(answersForWords[one.answersFor]), stands(one.endedOn)]),
      },
    ],
  }
}

interface Place {
  readonly id: string
  readonly kind: 'team' | 'service'
  readonly name: string
  readonly endedOn: LocalDate | null
  readonly today: LocalDate
  readonly mayChange: boolean
  /** Whether whoever looks may open a person's page. */
  readonly people: boolean
  readonly facts: readonly { readonly label: string; readonly words: string }[]
}

/** One team or service, with everybody who is or was in it. */
export function placeRegister(place: Place, members: readonly Membership[]): Register {
  const here = `/admin/${place.kind}s/${place.id}`
  return {
    title: place.name, over: place.kind === 'team' ? 'Team' : 'Service', back: { href: '/admin/teams', words: 'Services and teams' },
    facts: [...place.facts, { label: 'State', words: place.endedOn === null ? 'In use' : `Ended ${longDate(place.endedOn)}` }],
    ...(place.mayChange && place.endedOn === null ? {
      links: [
        { words: place.kind === 'team' ? 'Rename or move this team' : 'Change this service', href: `${here}/change` }, { words: `End this ${place.kind}`, href: `${here}/end` },
      ],
    } : {}),
    sections: [{
      title: 'Who is and was in it', caption: 'People, those in it now first', heads: ['Person', 'As', 'Days'], empty: 'Nobody yet.',
      rows: members.map((one) => [
        place.people ? { words: one.person.name, href: `/admin/people/${one.person.personId}` } : said(one.person.name),
        said(one.manages ? 'Its manager' : 'A member'), said(daysWords(one)),
      ]),
    }],
  }
}
