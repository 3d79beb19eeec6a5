/** Many people without a tie at one child: the pull of a case that everybody talks about. */
import { eventsOf, firstWithin, groupedBy, type UnusualRule } from './watched.ts'

const DAY = 86_400

/** Kept once for a child and a week (seven days counted from 1970). Looks in vain count: the wish to look is what is unusual. */
export const famousCase: UnusualRule = ({ looks, policy: { famous } }) =>
  [...groupedBy(looks.filter(({ tied }) => !tied), ({ childId }) => childId)].flatMap(([childId, untied]) => {
    const peopleIn = (group: typeof untied): readonly string[] => [...new Set(group.map(({ personId }) => personId))]
    const isEnough = (group: typeof untied): boolean => group.length >= famous.people && peopleIn(group).length >= famous.people
    return [...firstWithin(untied, famous.days * DAY, ({ on }) => String(Math.floor(on / 7)), isEnough)].map(([week, found]) => {
      const people = peopleIn(found)
      return {
        rule: 'famous case' as const, key: `famous case/${childId}/${week}`, people, childId, events: eventsOf(found),
        words: `${people.length} people to whom nothing ties the child opened the record, or tried to, within ${famous.days} days.`,
      }
    })
  })
