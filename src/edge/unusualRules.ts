/** Reads the local policy on unusual access from `rules/policies` and holds it to its form. */
import { join } from 'node:path'
import { roles, type Role } from '../core/access/roles.ts'
import type { UnusualPolicy } from '../core/audit/unusual/policy.ts'
import { count, list, readSourced, record, text, type Entry } from './ruleForm.ts'
import { rulesFolder } from './rules.ts'

/** The policy as it stands in the rules folder, or one given. Throws an Error that names the file, the entry and what is wrong. */
export function loadUnusualPolicy(folder: string = rulesFolder()): UnusualPolicy {
  const file = join(folder, 'policies', 'unusual-access.json')
  const whole = readSourced(file, [
    'oversee', 'surname', 'burst', 'hours', 'famous', 'refused', 'afterTie', 'usual', 'mark', 'validFrom', 'validTo',
  ])
  /** A part of the policy: its values, and why they are so. */
  const part = (name: string, keys: readonly string[]): Entry => {
    const entry = record(`${file}: ${name}`, whole[name], [...keys, 'why'])
    text(`${file}: ${name}, why`, entry['why'])
    return entry
  }
  const number = (name: string, entry: Entry, key: string): number => count(`${file}: ${name}, ${key}`, entry[key])
  const minutes = (entry: Entry, key: string): number => {
    const read = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text(`${file}: hours, ${key}`, entry[key]))
    if (read === null) throw new Error(`${file}: hours, ${key}: a time such as 07:00 is needed, not ${String(entry[key])}`)
    return Number(read[1]) * 60 + Number(read[2])
  }
  const surname = part('surname', ['commonFrom'])
  const burst = part('burst', ['atLeast', 'timesUsual'])
  const hours = part('hours', ['from', 'to', 'nightFrom', 'nightTo', 'usualDays', 'manyChildren'])
  const famous = part('famous', ['people', 'days'])
  const refused = part('refused', ['children', 'sameChild'])
  const afterTie = part('afterTie', ['days', 'refusedLooks'])
  return {
    oversee: list(`${file}: oversee, roles`, part('oversee', ['roles'])['roles']).map((role): Role => {
      const known = roles.find((one) => one === role)
      if (known === undefined) throw new Error(`${file}: oversee, roles: ${String(role)} is not a role of Holdfast`)
      return known
    }),
    surname: { commonFrom: number('surname', surname, 'commonFrom') },
    burst: { atLeast: number('burst', burst, 'atLeast'), timesUsual: number('burst', burst, 'timesUsual') },
    hours: {
      from: minutes(hours, 'from'), to: minutes(hours, 'to'), nightFrom: minutes(hours, 'nightFrom'), nightTo: minutes(hours, 'nightTo'),
      usualDays: number('hours', hours, 'usualDays'), manyChildren: number('hours', hours, 'manyChildren'),
    },
    famous: { people: number('famous', famous, 'people'), days: number('famous', famous, 'days') },
    refused: { children: number('refused', refused, 'children'), sameChild: number('refused', refused, 'sameChild') },
    afterTie: { days: number('afterTie', afterTie, 'days'), refusedLooks: number('afterTie', afterTie, 'refusedLooks') },
    usualDays: number('usual', part('usual', ['days']), 'days'),
  }
}
