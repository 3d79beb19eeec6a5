/** A look that showed something of a child to whom nothing ties the person: not allocated, not in the team, not standing in. */
import { endedLately } from './afterTie.ts'
import { overseesAll, type UnusualRule } from './watched.ts'

/**
 * Kept once for a person, a child and a day. Roles that are there to look at any child are left to the other rules; a tie
 * that ended lately is a finding of its own. What remains: the glass was broken, or something was open that should not be.
 */
export const noTie: UnusualRule = (watched) => watched.looks.flatMap((look) => {
  if (look.refused || look.tied || overseesAll(watched, look.personId) || endedLately(watched, look)) return []
  return [{
    rule: 'no tie' as const, key: `no tie/${look.personId}/${look.childId}/${look.on}`, people: [look.personId], childId: look.childId,
    events: [look.eventId], words: 'Nothing tied the person to the child: not allocated, not in their team or service, not standing in for anybody.',
  }]
})
