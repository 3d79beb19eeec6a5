/**
 * Which children are on which panel's list, brought up to date by the rules: a child enters, moves on or leaves because a
 * named rule says so, and every move is kept. An UNROUTED child stays where it is: nobody falls off a list unseen.
 */
import { added, revised, type Change } from '../records/recordType.ts'
import type { LocalDate } from '../time/localDate.ts'
import { itemType, type Choice, type Item, type Panel } from './records.ts'
import type { PanelChoice, Routed } from './routing.ts'

/** What is held of a child and panels when the lists are brought up to date. */
export interface Listed {
  readonly childId: string
  /** Open places (tracked or leaving), oldest first: one at a time, but two people may have written at once. */
  readonly items: readonly Item[]
  /** Ids of panels on whose agenda the child stands at a sitting whose minutes are not signed off. */
  readonly awaiting: ReadonlySet<string>
}

/**
 * The changes that put one child where it was routed. `panels` are those in use, by id of the definition; `newId` gives the
 * id of a new place. A child who leaves while minutes about them are unsigned is `leaving` until they are signed off.
 */
export function placed(
  listed: Listed, routed: Routed, panels: ReadonlyMap<string, Panel>, today: LocalDate, newId: () => string,
): readonly Change[] {
  if (routed.kind === 'unrouted') return []
  const target = routed.kind === 'panel' ? panels.get(routed.panel) : undefined
  // A rule that names a panel which is not in use moves nobody: the child shows as unrouted instead (see `app/panels.ts`).
  if (routed.kind === 'panel' && target === undefined) return []
  const here = target === undefined ? undefined : listed.items.find(({ partOf, values }) => partOf === target.recordId && values.state === 'tracked')
  const others = listed.items.filter((item) => item !== here && item.values.state === 'tracked')
  const changes: Change[] = others.map((item) => left(item, listed.awaiting, target?.values.name ?? null, routed.why, today))
  if (target === undefined || here !== undefined) return changes
  // A child who comes back before the place it had was closed takes it up again.
  const again = listed.items.find(({ partOf, values }) => partOf === target.recordId && values.state === 'leaving')
  if (again !== undefined) {
    return [...changes, revised(itemType, again, { state: 'tracked', why: routed.why, rule: routed.rule, leftOn: null, leftWhy: null, wentTo: null })]
  }
  const from = others.at(-1)
  return [...changes, entered(newId(), listed.childId, target, {
    how: routed.chosen ? 'chosen' : from === undefined ? 'entered' : 'transferred', rule: routed.rule, why: routed.why,
    cameFrom: from === undefined ? null : nameOf(from, panels),
  }, today)]
}

const nameOf = (item: Item, panels: ReadonlyMap<string, Panel>): string | null =>
  [...panels.values()].find(({ recordId }) => recordId === item.partOf)?.values.name ?? null

/** A new place on a panel's list. */
export function entered(
  recordId: string, childId: string, panel: Panel,
  about: Pick<Item['values'], 'how' | 'rule' | 'why' | 'cameFrom'>, today: LocalDate,
): Change {
  return added(itemType, recordId, { childId, partOf: panel.recordId }, {
    state: 'tracked', enteredOn: today, ...about, returnOn: null, lastHeardOn: null, askedFor: null, leftOn: null, leftWhy: null, wentTo: null,
  })
}

/** The end of a place: at once, or when the minutes that still await sign-off are signed off. */
export function left(item: Item, awaiting: ReadonlySet<string>, wentTo: string | null, why: string, today: LocalDate): Change {
  const state = item.partOf !== null && awaiting.has(item.partOf) ? 'leaving' : 'closed'
  return revised(itemType, item, { state, leftOn: today, leftWhy: why, wentTo, returnOn: null })
}

/** A recorded choice as routing asks for it; `panels` by record id. */
export function choiceOf(choice: Choice | undefined, panels: readonly Panel[]): PanelChoice | null {
  if (choice === undefined || choice.values.state !== 'stands') return null
  const { panelId, reason, ruleThen, lookAgainOn } = choice.values
  const panel = panelId === null ? null : panels.find(({ recordId }) => recordId === panelId)
  // A choice of a panel that is no longer used no longer stands.
  return panel === undefined ? null : { panel: panel?.values.definition ?? null, reason, ruleThen, lookAgainOn }
}
