/** A look at a child whose family lives, or who lives or lived, at the person's own postcode: family, or a neighbour. */
import { plainPostcode } from './names.ts'
import type { UnusualRule } from './watched.ts'

/** Kept once for a person and a child. */
export const ownAddress: UnusualRule = ({ looks, people, children }) => {
  const ownOf = new Map([...people].map(([id, { postcode }]) => [id, plainPostcode(postcode)]))
  const near = new Map([...new Set(looks.map(({ childId }) => childId))].map((id) => [id, new Set((children.get(id)?.postcodes ?? []).map(plainPostcode))]))
  return looks.flatMap((look) => {
    const own = ownOf.get(look.personId) ?? ''
    if (own === '' || near.get(look.childId)?.has(own) !== true) return []
    return [{
      rule: 'own address' as const, key: `own address/${look.personId}/${look.childId}`, people: [look.personId], childId: look.childId,
      events: [look.eventId], words: 'The child or somebody in the child’s family lives, or lived, at the postcode of the person who looked.',
    }]
  })
}
