/** Whose child, as registers. */
import type { ChildAllocations } from '../../../app/people/allocations.ts'
import type { Unallocated } from '../../../app/people/staff.ts'
import { roleDescriptions } from '../../../core/access/roles.ts'
import { allocatedRoles, type AllocatedRole } from '../../../core/people/decide.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { children } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'
import { daysWords } from './people.ts'
import { said, type Cell, type Register } from './view.ts'

/** `social-worker` in an address. */
const slug = (role: string): string => role.replaceAll(' ', '-')

/** The role that an address names; `team` is no person's. Undefined for anything else. */
export function roleOfAddress(text: string): AllocatedRole | 'team' | undefined {
  return text === 'team' ? 'team' : allocatedRoles.find((role) => slug(role) === text)
}

/** A child's holders, now and before. */
export function allocationsRegister(head: ChildHeadModel, { held, returned, mayGive }: ChildAllocations, today: LocalDate): Register {
  const here = `${head.href}/allocations`
  const inForce = held.filter(({ to }) => to === null || to > today)
  const worker = held.some(({ role, holder }) => role === 'social worker' && holder.kind === 'person')
  const roleWords = (role: (typeof held)[number]['role'], team: boolean): string => (team ? 'Team' : roleDescriptions[role].words)
  return {
    title: 'Whose child', head,
    links: [
      ...(mayGive.allocations ? [{ words: 'Give to a social worker', href: `${here}/give/social-worker`, main: true as const }, { words: 'Give to a team', href: `${here}/give/team` }] : []),
      ...(mayGive.reviewing ? [{ words: 'Give a reviewing officer', href: `${here}/give-reviewing-officer` }] : []),
    ],
    sections: [
      {
        title: 'Now', caption: 'Who has the child now', heads: ['As', 'Who', 'Days', 'Why', ''], empty: worker || returned !== null ? 'Nobody is allocated in Holdfast now.' : 'Nobody has this child.',
        lead: returned === null ? [] : [
          `The return names ${returned.name ?? 'a worker without a name on the council’s list'} (${returned.worker})${returned.team === null ? '' : `, ${returned.team}`}. `
          + (worker ? 'Since somebody was allocated here, that counts no longer.' : returned.signsIn ? 'The child is theirs until somebody is allocated here.' : 'Nobody signs in under that number, so nobody has the child by it.'),
        ],
        rows: inForce.map((one): readonly Cell[] => {
          const reviewing = one.role === 'reviewing officer'
          const may = reviewing ? mayGive.reviewing : mayGive.allocations
          return [
            said(roleWords(one.role, one.holder.kind === 'team')), said(one.holder.name), said(daysWords(one)), said(one.reason ?? 'Not said'),
            may && one.to === null ? { words: 'End', about: `${one.holder.name} as ${roleWords(one.role, one.holder.kind === 'team').toLowerCase()}`, href: `${here}/${one.allocationId}/${reviewing ? 'end-reviewing-officer' : 'end'}` } : said(''),
          ]
        }),
        links: mayGive.allocations
          ? allocatedRoles.filter((role) => role !== 'social worker' && role !== 'reviewing officer').map((role) => ({ words: `Give to: ${roleDescriptions[role].words}`, href: `${here}/give/${slug(role)}` })) : [],
      },
      {
        title: 'Before', caption: 'Who had the child before, newest first', heads: ['As', 'Who', 'Days', 'Why'], empty: 'Nobody that is written down in Holdfast.',
        rows: held.filter((one) => !inForce.includes(one)).map((one) => [
          said(roleWords(one.role, one.holder.kind === 'team')), said(one.holder.name), said(daysWords(one)), said(one.reason ?? 'Not said'),
        ]),
      },
    ],
  }
}

/** Children in care whom nobody has in a role. */
export function lackingRegister(rows: readonly Unallocated[], role: 'social worker' | 'reviewing officer'): Register {
  const give = role === 'social worker' ? 'give/social-worker' : 'give-reviewing-officer'
  return {
    title: `Children without a ${role}`, back: { href: '/admin', words: 'Administration' },
    lead: [role === 'social worker'
      ? 'In care today, with nobody allocated here, and no worker of the return who signs in. Only children whom you may give to somebody are shown.'
      : 'In care today, with no reviewing officer. Every child who is looked after must have one (Children Act 1989, section 25A).'],
    sections: [{
      title: null, lead: [children(rows.length)], caption: 'Children, longest in care first', heads: ['Child', 'In care since', 'Team', 'As the return has it', ''], empty: 'Every child has one.',
      rows: rows.map((one): readonly Cell[] => [
        { words: one.code, href: `/children/${one.childId}/allocations` }, said(longDate(one.inCareSince)), said(one.team ?? 'None'),
        said(one.returned === null ? 'Nobody' : `${one.returned.name ?? 'No name'} (${one.returned.worker})`), { words: 'Give', about: `child ${one.code} a ${role}`, href: `/children/${one.childId}/allocations/${give}` },
      ]),
    }],
  }
}
