/** Many different children within an hour, by the person's own measure. */
import { childrenIn, eventsOf, firstWithin, groupedBy, type UnusualRule } from './watched.ts'

const HOUR = 3600

/** Kept once for a person and a day. Looks in vain count: going through addresses one after another is the same thing. */
export const burst: UnusualRule = ({ looks, people, policy }) =>
  [...groupedBy(looks, ({ personId }) => personId)].flatMap(([personId, own]) => {
    const usual = people.get(personId)?.usual.busiestHour ?? 0
    const many = Math.max(policy.burst.atLeast, policy.burst.timesUsual * usual)
    return [...firstWithin(own, HOUR, ({ on }) => String(on), (group) => group.length >= many && childrenIn(group) >= many)].map(([on, found]) => ({
      rule: 'burst' as const, key: `burst/${personId}/${on}`, people: [personId], childId: null, events: eventsOf(found),
      words: `Opened, or tried to open, ${childrenIn(found)} different children within an hour; the most in an hour of the weeks before was ${usual}.`,
    }))
  })
