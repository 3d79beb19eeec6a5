/** A person's own place here, as a register. */
import type { DeclaredTie, PersonFile } from '../../../app/people/staff.ts'
import { roleDescriptions } from '../../../core/access/roles.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { momentWords } from '../../words/dates.ts'
import { daysWords, deputyRows } from './people.ts'
import { said, type Register } from './view.ts'

interface Own {
  /** Null for those whose role declares none. */
  readonly ties: readonly DeclaredTie[] | null
  readonly details: { readonly familyName: string | null; readonly postcode: string | null } | null
  readonly breaksGlass: boolean
}

/** What the person is here, and whose records are closed to them by their own word. */
export function meRegister(own: PersonFile, today: LocalDate, { ties, details, breaksGlass }: Own): Register {
  return {
    title: 'Your place here', over: own.name, back: { href: '/account', words: 'Your account' },
    links: [
      ...(ties === null ? [] : [{ words: 'Declare a tie', href: '/me/ties' }, { words: 'Your family name and postcode', href: '/me/details' }]),
      ...(breaksGlass ? [{ words: 'Break the glass', href: '/break-glass' }] : []),
    ],
    ...(details === null ? {} : { facts: [{ label: 'Your family name', words: details.familyName ?? 'Not given' }, { label: 'Your postcode', words: details.postcode ?? 'Not given' }] }),
    sections: [
      {
        title: 'Roles', caption: 'Your roles', heads: ['Role', 'Days'], empty: 'No role.',
        rows: own.roles.map((one) => [said(roleDescriptions[one.role].words), said(daysWords(one))]),
      },
      {
        title: 'Teams and services', caption: 'Your teams and services', heads: ['Team or service', 'As', 'Days'], empty: 'In no team.',
        rows: own.memberships.map((one) => [said(one.place.name), said(one.manages ? 'Its manager' : 'A member'), said(daysWords(one))]),
      },
      {
        title: 'Standing in', caption: 'Who stands in, newest first', heads: ['Who', 'Days', 'Why', ''], empty: 'Nobody stands in for you, and you for nobody.',
        lead: ['Whoever stands in has the children of who is away, not their names on restricted records; a record of one’s own family stays closed.'],
        rows: deputyRows(own.deputies, own.personId, today, null),
      },
      ...(ties === null ? [] : [{
        title: 'Ties you declared', caption: 'Your ties, newest first', heads: ['Tied to', 'How', 'Declared'], empty: 'None.',
        rows: ties.map((one) => [said(one.name), said(one.how), said(momentWords(one.declaredAt))]),
      }]),
    ],
  }
}
