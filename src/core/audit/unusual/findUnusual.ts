/** All rules of unusual access on the looks of a stretch of time. */
import { afterStandingIn, afterTie } from './afterTie.ts'
import { burst } from './burst.ts'
import { famousCase } from './famousCase.ts'
import { noTie } from './noTie.ts'
import { outOfHours } from './outOfHours.ts'
import { ownAddress } from './ownAddress.ts'
import { ownSurname } from './ownSurname.ts'
import { refusedLooks } from './refusedLooks.ts'
import type { RuleName, Unusual, UnusualRule, Watched } from './watched.ts'

export const rules: Readonly<Record<RuleName, UnusualRule>> = {
  'own surname': ownSurname, 'own address': ownAddress, 'no tie': noTie, burst, 'out of hours': outOfHours, 'famous case': famousCase,
  'refused looks': refusedLooks, 'after a tie': afterTie, 'after standing in': afterStandingIn,
}

/** What a rule looks for, as the heading of its findings. */
export const ruleWords: Readonly<Record<RuleName, string>> = {
  'own surname': 'Same family name',
  'own address': 'Same postcode',
  'no tie': 'No tie to the child',
  burst: 'Many children in a short time',
  'out of hours': 'Out of hours',
  'famous case': 'Many people at one child',
  'refused looks': 'Refused again and again',
  'after a tie': 'After the tie ended',
  'after standing in': 'After standing in ended',
}

/**
 * What is unusual, each finding once, in the order of its last event. Nothing here says that anybody did wrong: a person
 * reviews each (NHS England, Data Security and Protection Toolkit: user activity can be audited, and there is an agreed list
 * of suspicious behaviour that is monitored).
 */
export function findUnusual(watched: Watched): readonly Unusual[] {
  const found = new Map<string, Unusual>()
  for (const rule of Object.values(rules)) {
    for (const one of rule(watched)) if (!found.has(one.key)) found.set(one.key, one)
  }
  return [...found.values()].toSorted((a, b) => (a.events.at(-1) ?? 0) - (b.events.at(-1) ?? 0))
}
