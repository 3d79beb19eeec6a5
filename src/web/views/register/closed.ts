/** Restricted records and broken glass as registers. */
import type { GlassUse, Restriction } from '../../../app/people/staff.ts'
import { resourceDescriptions } from '../../../core/access/resources.ts'
import { glassParts } from '../../../core/people/forms.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { address } from '../../localAddress.ts'
import { momentDay, momentWords } from '../../words/dates.ts'
import { daysWords } from './people.ts'
import { said, type Cell, type Register } from './view.ts'

/** Every restriction. */
export function restrictionsRegister(all: readonly Restriction[], holds: (one: Restriction) => boolean, mayAdd: boolean): Register {
  return {
    title: 'Restricted records', back: { href: '/admin', words: 'Administration' },
    lead: ['These records open only to those they name. Nobody else knows that there is such a child, and this page is for you alone.'],
    links: mayAdd ? [{ words: 'Restrict a record', href: '/admin/restrictions/new', main: true }] : [],
    sections: [{
      title: null, caption: 'Restricted records, those in force first', heads: ['Child', 'Days', 'Why', 'Who may open it'], empty: 'No record is restricted.',
      rows: all.map((one): readonly Cell[] => [
        { words: one.code, href: `/admin/restrictions/${one.restrictionId}` }, said(daysWords(one)), said(one.reason),
        said(holds(one) ? one.named.filter(({ to }) => to === null).map(({ name }) => name).join(', ') : 'Ended'),
      ]),
    }],
  }
}

/** One restriction, with everybody who is or was named. */
export function restrictionRegister(one: Restriction, seen: { readonly inForce: boolean; readonly today: LocalDate; readonly mayChange: boolean }): Register {
  const here = `/admin/restrictions/${one.restrictionId}`
  const changes = seen.mayChange && seen.inForce
  return {
    title: `Child ${one.code}`, over: 'Restricted record', back: { href: '/admin/restrictions', words: 'Restricted records' },
    facts: [{ label: 'Why', words: one.reason }, { label: 'Days', words: daysWords(one) }, { label: 'Restricted by', words: one.setBy }],
    ...(changes ? { links: [{ words: 'Name somebody', href: `${here}/name`, main: true as const }, { words: 'End the restriction', href: `${here}/end` }] } : {}),
    sections: [{
      title: 'Who may open it', caption: 'People named, those of today first', heads: ['Person', 'Days', ''], empty: 'Nobody.',
      rows: one.named.map((named): readonly Cell[] => [
        said(named.name), said(daysWords(named)),
        changes && (named.to === null || named.to > seen.today)
          ? { words: '', button: { words: 'Take off', action: `${here}/take-off`, about: named.name, fields: [{ name: 'person', value: named.personId }] } } : said(''),
      ]),
    }],
  }
}

const partsWords = ({ resources }: GlassUse): string => (resources.length === 0 ? 'The whole record'
  : resources.map((one) => glassParts.find(({ value }) => value === one)?.label ?? resourceDescriptions[one].words).join('; '))

/** The looks of whoever broke the glass, on the days on which it was broken. */
const looksOf = ({ person, from, until }: GlassUse): string =>
  address(`/audit/people/${person.personId}`, { from: momentDay(from), to: momentDay(until) })

/** One use, when there is nothing to decide for whoever looks. */
export function glassFacts(use: GlassUse, why: string): Register {
  return {
    title: `Child ${use.code}`, over: `${use.person.name} broke the glass`, back: { href: '/admin/break-glass', words: 'Broken glass' },
    lead: [why],
    links: [{ words: `What ${use.person.name} looked at`, href: looksOf(use) }],
    facts: [
      { label: 'Why', words: use.reason }, { label: 'What', words: partsWords(use) },
      { label: 'When', words: `${momentWords(use.from)} to ${momentWords(use.until)}` }, { label: 'Told at once', words: use.told.join(', ') || 'Nobody: nobody answers for the child' },
      ...(use.review === null ? [] : [{ label: 'Reviewed', words: `${use.review.justified ? 'Justified' : 'Not justified'}: ${use.review.words} (${use.review.by}, ${momentWords(use.review.at)})` }]),
    ],
    sections: [],
  }
}

/** Every use, those that wait first. */
export function glassRegister(uses: readonly GlassUse[]): Register {
  return {
    title: 'Broken glass', back: { href: '/admin', words: 'Administration' },
    lead: ['Records that were opened in an emergency by somebody without a tie to the child. Each is reviewed by a director who did not open it. What was looked at meanwhile is marked in the log of who looked.'],
    sections: [{
      title: null, caption: 'Uses, those waiting for review first', heads: ['Who', 'Child', 'When', 'Why', 'Review', 'Looks'], empty: 'Nobody has broken the glass.',
      rows: uses.map((one): readonly Cell[] => [
        { words: one.person.name, about: `broke the glass on child ${one.code}`, href: `/admin/break-glass/${one.useId}` }, said(one.code), said(momentWords(one.from), `to ${momentWords(one.until)}`), said(one.reason),
        one.review === null ? { words: '', tag: { words: 'Waiting', colour: 'govuk-tag--yellow' } }
          : { words: '', tag: one.review.justified ? { words: 'Justified', colour: 'govuk-tag--green' } : { words: 'Not justified', colour: 'govuk-tag--red' } },
        { words: `What ${one.person.name} looked at`, href: looksOf(one) },
      ]),
    }],
  }
}
