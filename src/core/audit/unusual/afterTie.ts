/** Looks at a child after what tied the person to them has ended: a case handed over, a team left, the end of standing in. */
import { eventsOf, firstWithin, groupedBy, overseesAll, type Unusual, type UnusualRule, type Watched, type WatchedLook } from './watched.ts'

const DAY = 86_400

/** Whether the look came after a tie that had ended no longer ago than the policy says. */
export function endedLately({ policy }: Watched, { tied, ended, on }: WatchedLook): boolean {
  return !tied && ended !== null && on >= ended.on && on - ended.on < policy.afterTie.days
}

/**
 * Findings of one kind of tie. Seeing anything is enough; looks in vain count when there are several, because an old
 * bookmark or the last page of the day before is opened once or twice by anybody. Kept once for a tie's end.
 */
function after(as: 'own' | 'deputy', rule: Unusual['rule'], seen: string, inVain: (looks: number) => string): UnusualRule {
  return (watched) => {
    const { refusedLooks, days } = watched.policy.afterTie
    const late = watched.looks.filter((look) => look.ended?.as === as && endedLately(watched, look) && (look.refused || !overseesAll(watched, look.personId)))
    return [...groupedBy(late, ({ personId, childId, ended }) => `${personId}/${childId}/${ended?.on}`)].flatMap(([key, looks]) => {
      const [first] = looks
      const found = looks.filter(({ refused }) => !refused).slice(0, 1)
      const tried = found.length > 0 ? found : firstWithin(looks, days * DAY, () => '', (group) => group.length >= refusedLooks).get('')
      if (first === undefined || tried === undefined) return []
      return [{
        rule, key: `${rule}/${key}`, people: [first.personId], childId: first.childId, events: eventsOf(tried),
        words: found.length > 0 ? seen : inVain(tried.length),
      }]
    })
  }
}

/** After an allocation, a team or a service ended. */
export const afterTie: UnusualRule = after('own', 'after a tie',
  'The person opened the record after their own tie to the child had ended.',
  (looks) => `The person tried ${looks} times to open the record after their own tie to the child had ended.`)

/** After the end of standing in for somebody. */
export const afterStandingIn: UnusualRule = after('deputy', 'after standing in',
  'The person opened the record after they had stopped standing in for the child’s worker.',
  (looks) => `The person tried ${looks} times to open the record after they had stopped standing in for the child’s worker.`)
