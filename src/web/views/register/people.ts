/** People as registers: the list, and one person. */
import type { Deputy, Membership, PeopleQuery, PersonFile, PersonRow, RoleHeld, Team } from '../../../app/people/staff.ts'
import { roleDescriptions, roles } from '../../../core/access/roles.ts'
import type { Interval } from '../../../core/time/interval.ts'
import { addDays, isoDate, type LocalDate } from '../../../core/time/localDate.ts'
import { isId } from '../../ids.ts'
import { address } from '../../localAddress.ts'
import { pagesOf } from '../../pages.ts'
import { counted } from '../../words/counts.ts'
import { longDate, momentWords } from '../../words/dates.ts'
import { said, type Cell, type Register, type Section } from './view.ts'

const shown = 50

/** Reads the address. What is no value is left out; signs that no name has are dropped. */
export function readPeopleQuery(params: URLSearchParams): PeopleQuery {
  const page = params.get('page') ?? '1'
  const team = params.get('team') ?? ''
  return {
    search: (params.get('search') ?? '').replaceAll(/\p{Cc}/gu, '').trim().slice(0, 100),
    role: roles.find((role) => role === params.get('role')) ?? null,
    teamId: isId(team) ? team : null,
    which: params.get('which') === 'disabled' ? 'disabled' : 'in use',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1, pageSize: shown,
  }
}

const addressOf = ({ search, role, teamId, which }: PeopleQuery, page: number): string => address('/admin/people', {
  search, role, team: teamId, which: which === 'disabled' ? which : null, page: page === 1 ? null : String(page),
})

/** The list of people. */
export function peopleRegister({ rows, total }: { readonly rows: readonly PersonRow[]; readonly total: number }, query: PeopleQuery, teams: readonly Team[]): Register {
  const all = { value: '', words: 'All', chosen: false }
  return {
    title: 'People', back: { href: '/admin', words: 'Administration' },
    links: [{ words: 'Add a person', href: '/admin/people/new', main: true }],
    filter: {
      action: '/admin/people', search: query.search,
      selects: [
        { name: 'role', label: 'Role', items: [all, ...roles.map((role) => ({ value: role, words: roleDescriptions[role].words, chosen: role === query.role }))] },
        { name: 'team', label: 'Team', items: [all, ...teams.map(({ teamId, name }) => ({ value: teamId, words: name, chosen: teamId === query.teamId }))] },
        { name: 'which', label: 'Which', items: [{ value: '', words: 'In use', chosen: query.which === 'in use' }, { value: 'disabled', words: 'Shut out', chosen: query.which === 'disabled' }] },
      ],
    },
    sections: [{
      title: null, lead: [counted(total, 'person', 'people')], caption: 'People, by name', heads: ['Name', 'Signs in as', 'Roles today', 'Teams'],
      rows: rows.map((row): readonly Cell[] => [
        { words: row.name, href: `/admin/people/${row.personId}` }, said(row.signInName),
        said(row.roles.map((role) => roleDescriptions[role].words).join(', ') || 'None'), said(row.teams.join(', ') || 'None'),
      ]),
      empty: 'Nobody fits what you chose.',
      pages: pagesOf('Pages of people', query.page, shown, total, (page) => addressOf(query, page)),
    }],
  }
}

/** From when those hold whose first day nobody wrote down. */
const sinceEver = isoDate('1900-01-01')

/** `1 March 2026 to 9 March 2026`, the last day inside; `since 1 March 2026` while it goes on. */
export function daysWords({ from, to }: Interval): string {
  const since = from <= sinceEver ? null : longDate(from)
  if (to === null) return since === null ? 'From the beginning' : `Since ${since}`
  return to <= from ? `${since ?? ''} (ended the same day)`.trim() : `${since ?? 'From the beginning'} to ${longDate(addDays(to, -1))}`
}

const over = ({ to }: Interval, today: LocalDate): boolean => to !== null && to <= today

interface Seen {
  readonly today: LocalDate
  /** The administrator's own page: nobody changes their own roles. */
  readonly self: boolean
  /** The reader has the log of who looked. */
  readonly seesLooks: boolean
  readonly nameOf: (personId: string) => string | undefined
}

/** One person. */
export function personRegister(person: PersonFile, seen: Seen): Register {
  const here = `/admin/people/${person.personId}`
  const { details, disabledAt } = person
  const about = person.name
  return {
    title: person.name, over: 'Person', back: { href: '/admin/people', words: 'People' },
    ...(seen.self ? { lead: ['This is you. Another administrator changes your roles, and lets you in or shuts you out.'] } : {}),
    facts: [
      { label: 'Signs in as', words: details.signInName },
      { label: 'Email address', words: details.email ?? 'Not given' },
      { label: 'Worker number', words: details.worker ?? 'None' },
      { label: 'Manager', words: details.manager === null ? 'Not given' : seen.nameOf(details.manager) ?? 'Somebody without a role', ...(details.manager === null ? {} : { href: `/admin/people/${details.manager}` }) },
      { label: 'Password', words: person.hasPassword ? 'Chosen' : 'None: needs a link, or signs in at the council’s own sign-in' },
      ...(disabledAt === null ? [] : [{ label: 'Shut out', words: `Since ${momentWords(disabledAt)}` }]),
    ],
    links: [{ words: 'Change details', href: `${here}/details` }, ...(seen.seesLooks ? [{ words: `What ${about} looked at`, href: `/audit/people/${person.personId}` }] : [])],
    buttons: [
      ...(disabledAt === null ? [{ words: 'Make a link to choose a password', action: `${here}/link`, about: `for ${about}` }] : []),
      ...(seen.self ? [] : [disabledAt === null
        ? { words: 'Shut out', action: `${here}/disable`, about } : { words: 'Let in again', action: `${here}/enable`, about }]),
    ],
    sections: [rolesSection(person, here, seen), placesSection(person, here, seen), deputiesSection(person, here, seen)],
  }
}

function rolesSection({ roles: held }: PersonFile, here: string, { today, self }: Seen): Section {
  return {
    title: 'Roles', caption: 'Roles, newest first', heads: ['Role', 'Days', 'Given by', ''], empty: 'No role yet: this person can do nothing.',
    rows: held.map((one: RoleHeld): readonly Cell[] => [
      said(roleDescriptions[one.role].words), said(daysWords(one)), said(one.givenBy ?? 'Not known'),
      over(one, today) ? said('Ended') : self ? said('') : { words: '', button: { words: 'End', action: `${here}/roles/${one.heldId}/end`, about: `the role ${roleDescriptions[one.role].words}` } },
    ]),
    links: self ? [] : [{ words: 'Give a role', href: `${here}/roles/new` }],
  }
}

function placesSection({ memberships }: PersonFile, here: string, { today }: Seen): Section {
  return {
    title: 'Teams and services', caption: 'Teams and services, newest first', heads: ['Team or service', 'As', 'Days', ''], empty: 'In no team.',
    rows: memberships.map((one: Membership): readonly Cell[] => [
      { words: one.place.name, href: `/admin/${one.place.kind}s/${one.place.id}` }, said(one.manages ? 'Its manager' : 'A member'), said(daysWords(one)),
      over(one, today) ? said('Ended') : { words: '', button: { words: 'End', action: `${here}/teams/${one.memberId}/end`, about: `the place in ${one.place.name}` } },
    ]),
    links: [{ words: 'Put into a team or service', href: `${here}/teams/new` }],
  }
}

/** Who stands in for whom, from one person's side. */
export function deputyRows(deputies: readonly Deputy[], personId: string, today: LocalDate, end: ((one: Deputy) => Cell) | null): readonly (readonly Cell[])[] {
  return deputies.map((one) => [
    said(one.away.personId === personId ? `${one.standsIn.name} stands in` : `Stands in for ${one.away.name}`),
    said(daysWords(one)), said(one.reason ?? 'Not said'),
    ...(one.withdrawn || over(one, today) ? [said('Ended')] : [end === null ? said('') : end(one)]),
  ])
}

function deputiesSection({ deputies, personId, name }: PersonFile, here: string, { today }: Seen): Section {
  return {
    title: 'Standing in', caption: 'Who stands in, newest first', heads: ['Who', 'Days', 'Why', ''], empty: 'Nobody stands in, and for nobody.',
    rows: deputyRows(deputies, personId, today, (one) => ({ words: '', button: { words: 'Withdraw', action: `${here}/deputies/${one.deputyId}/withdraw`, about: `${one.standsIn.name} standing in for ${one.away.name}` } })),
    links: [{ words: `Have somebody stand in for ${name}`, href: `${here}/deputies/new` }],
  }
}
