/** Trying again and again to open what is not open to the person. */
import { childrenIn, eventsOf, firstWithin, groupedBy, type UnusualRule } from './watched.ts'

const DAY = 86_400

/** Kept once for a person and a day. */
export const refusedLooks: UnusualRule = (watched) => {
  const { looks, policy: { refused: { children, sameChild } } } = watched
  const inVain = looks.filter(({ refused }) => refused)
  return [...groupedBy(inVain, ({ personId }) => personId)].flatMap(([personId, own]) => {
    const most = (group: typeof own): number => Math.max(0, ...[...groupedBy(group, ({ childId }) => childId).values()].map(({ length }) => length))
    const isEnough = (group: typeof own): boolean => childrenIn(group) >= children || most(group) >= sameChild
    return [...firstWithin(own, DAY, ({ on }) => String(on), isEnough)].map(([on, found]) => {
      const [only, ...others] = new Set(found.map(({ childId }) => childId))
      return {
        rule: 'refused looks' as const, key: `refused looks/${personId}/${on}`, people: [personId],
        childId: others.length === 0 ? (only ?? null) : null, events: eventsOf(found),
        words: others.length === 0
          ? `Tried ${found.length} times within a day to open a record that is not open to them.`
          : `Tried ${found.length} times within a day to open records of ${others.length + 1} children that are not open to them.`,
      }
    })
  })
}
