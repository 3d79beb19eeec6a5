/** A look at a child in whose family somebody bears the person's own family name. */
import { familyNamesIn } from './names.ts'
import { overseesAll, type UnusualRule } from './watched.ts'

/**
 * Kept once for a person and a child. A common name is shared by chance: it counts only where nothing explains the look.
 * A refused look counts too: the own-family lock may be what refused it.
 */
export const ownSurname: UnusualRule = (watched) => {
  const { looks, people, children, familiesNamed, policy } = watched
  const namesOfPerson = new Map([...people].map(([id, { familyName }]) => [id, familyNamesIn(familyName ?? '')]))
  const namesOfChild = new Map<string, ReadonlySet<string>>()
  const inFamily = (childId: string): ReadonlySet<string> => {
    const names = namesOfChild.get(childId) ?? new Set((children.get(childId)?.familyNames ?? []).flatMap(familyNamesIn))
    namesOfChild.set(childId, names)
    return names
  }
  return looks.flatMap((look) => {
    const shared = (namesOfPerson.get(look.personId) ?? []).filter((name) => inFamily(look.childId).has(name))
    const explained = look.tied || (overseesAll(watched, look.personId) && !look.refused)
    if (!shared.some((name) => !explained || (familiesNamed.get(name) ?? 0) < policy.surname.commonFrom)) return []
    return [{
      rule: 'own surname' as const, key: `own surname/${look.personId}/${look.childId}`, people: [look.personId], childId: look.childId,
      events: [look.eventId], words: 'Somebody in the child’s family has the same family name as the person who looked.',
    }]
  })
}
