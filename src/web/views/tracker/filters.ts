/** The filters of the tracker: what can be chosen, what is, and how to take each away again. */
import { ageBands, type TrackerPage, type TrackerQuery } from '../../../app/tracker.ts'
import { signalRules } from '../../../core/signals/all.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { Labels } from '../../port.ts'
import { trackerAddress } from '../../trackerAddress.ts'
import { legalStatusShort } from '../../words/codes.ts'
import { routeLabel } from '../../words/permanence.ts'

export interface FilterGroup {
  readonly legend: string
  readonly name: string
  /** How many are chosen; a group with none stays folded. */
  readonly chosen: number
  readonly items: readonly { readonly id: string; readonly value: string; readonly label: string; readonly count: number | null; readonly checked: boolean }[]
}

export interface Chip {
  readonly words: string
  /** The same list without this filter. */
  readonly href: string
}

const signalWords = (id: string): string => signalRules.find((rule) => rule.id === id)?.title ?? id

const ageWords = (band: string): string => band.slice(0, 1).toUpperCase() + band.slice(1)

/** Groups of choices; a chosen value that no child has on the day is still shown, so that it can be taken away. */
export function filterGroups(page: TrackerPage, labels: Labels): readonly FilterGroup[] {
  const { query, choices } = page
  const group = (
    legend: string, name: string, chosen: readonly string[],
    offered: readonly { readonly value: string; readonly count: number | null }[], label: (value: string) => string,
  ): FilterGroup => {
    const missing = chosen.filter((value) => !offered.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))
    return {
      legend, name, chosen: chosen.length,
      items: [...offered, ...missing].map(({ value, count }, i) => ({
        id: `${name}-${i + 1}`, value, label: label(value), count, checked: chosen.includes(value),
      })),
    }
  }
  return [
    group('Legal status', 'legal-status', query.legalStatus, choices.legalStatus, (value) => legalStatusShort(labels, value)),
    group('Age', 'age', query.age, ageBands.map((value) => ({ value, count: null })), ageWords),
    group('Route seen', 'route', query.route, choices.route, (value) => routeLabel(value as TrackerQuery['route'][number])),
    group('Team', 'team', query.team, choices.team, (value) => value),
    group('Signal of drift', 'signal', query.signal, signalRules.map(({ id }) => ({ value: id, count: null })), signalWords),
  ].filter(({ items }) => items.length > 0)
}

/** One chip for each filter that is on. */
export function chipsOf(query: TrackerQuery, labels: Labels, usual: LocalDate): readonly Chip[] {
  const first = { ...query, page: 1 }
  const chip = (words: string, without: Partial<TrackerQuery>): Chip => ({
    words, href: trackerAddress({ ...first, ...without }, usual),
  })
  return [
    ...(query.search === '' ? [] : [chip(`Number has “${query.search}”`, { search: '' })]),
    ...query.legalStatus.map((one) => chip(legalStatusShort(labels, one), { legalStatus: query.legalStatus.filter((other) => other !== one) })),
    ...query.age.map((one) => chip(`Age ${one}`, { age: query.age.filter((other) => other !== one) })),
    ...query.route.map((one) => chip(one === 'none' ? 'No route seen' : routeLabel(one), { route: query.route.filter((other) => other !== one) })),
    ...query.team.map((one) => chip(`Team ${one}`, { team: query.team.filter((other) => other !== one) })),
    ...query.signal.map((one) => chip(signalWords(one), { signal: query.signal.filter((other) => other !== one) })),
    ...(query.overdueOnly ? [chip('Something overdue', { overdueOnly: false })] : []),
    ...(query.driftingOnly ? [chip('Drifting', { driftingOnly: false })] : []),
  ]
}
