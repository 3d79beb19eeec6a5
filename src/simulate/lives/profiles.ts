/** What family finders are told of a child whose plan is adoption: agreed by a manager who did not write it, or still a draft. */
import { profileType } from '../../core/profile/profile.ts'
import { added, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, ageOn } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, whole } from '../random.ts'
import { chanceOf, daysBack, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { revision, type PlanTold } from './plans.ts'

/** Names that stand for the child's own, so that nobody is recognised. */
const knownAs = ['Robin', 'Sky', 'Frankie', 'Charlie', 'Ash', 'Billie'] as const

const young = {
  character: 'Watches first, then laughs from the belly. Settles to singing, and knows exactly which cup is theirs.', likes: 'Water in any form, being outside in the rain, books with flaps.',
  needs: 'People who keep the same evening every evening, and who can wait to be trusted.', health: 'Growing along the line. Seen by a physiotherapist twice; no more is needed.',
}
const older = {
  character: 'Asks very good questions and remembers the answers. Kind to smaller children, and cross when something is unfair.', likes: 'Football cards, baking, any programme about animals.',
  needs: 'Somebody who says when they will be back, and is. Patience with school on Mondays.', health: 'Wears glasses. Sleeps badly before family time; a light in the hall helps.',
}

/** The profile of one child. */
export function profileTold(child: ChildInCare, { worker, manager }: Hands, { primary }: PlanTold, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'profile')
  if (primary !== 'adoption' || happens(chance, 0.2)) return []
  const years = ageOn(child.bornOn, at.today)
  const draft: ValuesOf<typeof profileType> = {
    ...(years < 4 ? young : older), knownAs: oneOf(chance, knownAs), age: years < 1 ? 'Under 1' : years === 1 ? '1 year old' : `${years} years old`,
    siblings: null, contact: 'A letter twice a year, and time with brothers and sisters where there are any.', hopedFor: 'One or two people with time, who would keep in touch with the family.',
    state: 'draft', agreedOn: null,
  }
  const recordId = at.newId()
  const written: Authored = { by: worker.personId, change: added(profileType, recordId, { childId: child.childId }, draft) }
  if (happens(chance, 0.3)) return [written]
  const agreedOn = weekdayBy(addDays(daysBack(chance, at.today, 10, 80, child.inCareSince), whole(chance, 0, 6)))
  return [written, { by: manager.personId, change: revision(profileType, recordId, child.childId, 1, { ...draft, state: 'agreed', agreedOn }) }]
}
