/** What is kept for children's life stories: for most of them something, for some nothing or nothing for long, and some said not now. */
import { storyItemType, storyWorkType } from '../../core/lifeStory/records.ts'
import { added, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, earlier, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, weighted, whole, type Chance } from '../random.ts'
import { ageBand, chanceOf, daysBack, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'
import { notNow, storiesBy } from './storyWords.ts'

const withAdopters: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6'])

/** The life story work of one child. */
export function storyTold(child: ChildInCare, { worker }: Hands, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'life story')
  const age = ageBand(child.bornOn, at.today)
  const weeks = (at.today - child.inCareSince) / 7
  const course = weighted(chance, [['going on', weeks < 16 ? 35 : 68], ['not now', age === 'baby' || weeks < 16 ? 0 : 12], ['waits', weeks < 16 ? 0 : 4], ['nothing', weeks < 16 ? 65 : 16]] as const)
  if (course === 'nothing') return []
  const of = { childId: child.childId }
  const by = worker.personId
  const words = storiesBy[age]
  // Most is new; some work has stood still since last year.
  const newest = happens(chance, 0.75) ? daysBack(chance, at.today, 3, 150, child.inCareSince) : daysBack(chance, at.today, 190, 400, child.inCareSince)
  const items = course === 'going on' ? whole(chance, 1, words.length) : whole(chance, 0, 1)
  const written: Authored[] = words.slice(0, items).map((one, i): Authored => {
    const startedOn = i === 0 ? newest : later(child.inCareSince, weekdayBy(addDays(newest, -whole(chance, 20, 300) * i)))
    const addedOn = i > 0 && happens(chance, 0.3) ? later(startedOn, earlier(newest, weekdayBy(addDays(startedOn, whole(chance, 7, 60))))) : null
    return { by, change: added(storyItemType, at.newId(), of, { ...one, startedOn: earlier(startedOn, newest), addedOn }) }
  })
  return [...written, { by, change: added(storyWorkType, at.newId(), of, howItStands(chance, child, course, newest, by, at)) }]
}

function howItStands(chance: Chance, child: ChildInCare, course: 'going on' | 'not now' | 'waits', newest: LocalDate, lead: string, at: Setting): ValuesOf<typeof storyWorkType> {
  const none = { why: null, askAgainOn: null, bookBegunOn: null, bookGivenOn: null, celebrationOn: null, letterDraftedOn: null, letterSentOn: null }
  if (course !== 'going on') {
    const since = daysBack(chance, at.today, 20, 120, child.inCareSince)
    // Some were to be asked again and were not.
    const askAgainOn = later(addDays(since, 7), addDays(at.today, whole(chance, -40, 90)))
    return {
      ...none, state: course === 'waits' ? 'waits' : 'not wanted', since, askAgainOn, lead,
      why: course === 'waits' ? 'The practitioner who began it has left; the child asked for a woman who knows sign language.' : notNow[ageBand(child.bornOn, at.today)],
    }
  }
  const adopted = withAdopters.has(child.placementType ?? '')
  const begun = happens(chance, adopted ? 0.7 : 0.35)
  const bookBegunOn = begun ? later(child.inCareSince, weekdayBy(addDays(newest, -whole(chance, 0, 90)))) : null
  return {
    ...none, state: 'going on', since: later(child.inCareSince, weekdayBy(addDays(newest, -30))), lead, bookBegunOn,
    bookGivenOn: bookBegunOn !== null && !adopted && happens(chance, 0.2) ? newest : null,
    letterDraftedOn: adopted && begun && happens(chance, 0.4) ? newest : null,
  }
}
