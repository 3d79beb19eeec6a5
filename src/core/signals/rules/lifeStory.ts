import { addDays, addMonths, formatLong } from '../../time/localDate.ts'
import { quiet, type Signal, type SignalFacts, type SignalPolicy, type SignalRule } from '../signal.ts'

const withAdopters: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6'])

export const lifeStory: SignalRule = {
  id: 'life-story', tag: 'Life story', title: 'No life story work, or none for long',
  rests: 'A child in care is helped to know their story from the beginning, and as they grow (statutory guidance, Children Act 1989 volume 2; Havering’s permanency statement; Ofsted, Haringey 2023: absent for too many). For adoption a first version of the book is ready by the second adoption review.',
  ask: (facts, policy) => refusedOrWaiting(facts) ?? forAdoption(facts, policy) ?? nothingYet(facts, policy) ?? stoodStill(facts, policy) ?? quiet,
}

/** A child's "not now" is respected, and not taken for ever. */
function refusedOrWaiting({ today, lifeStory: story }: SignalFacts): Signal | undefined {
  const work = story?.work ?? null
  if (work === null || work.state === 'going on') return undefined
  const { state, since, askAgainOn } = work
  if (askAgainOn !== null && today <= askAgainOn) return quiet
  const so = state === 'not wanted' ? 'The child has not wanted it' : 'It has waited'
  return {
    kind: 'shown', since: askAgainOn, evidence: `${so} since ${formatLong(since)}; ${askAgainOn === null ? 'no day is set to ask again' : `the child was to be asked again on ${formatLong(askAgainOn)}`}.`,
    next: 'Ask the child again, in a way and with a person they choose, and write down what they say.', who: 'social worker',
  }
}

function forAdoption({ today, placementType, homeSince, lifeStory: story }: SignalFacts, { lifeStoryAdoptionMonths }: SignalPolicy): Signal | undefined {
  if (!withAdopters.has(placementType ?? '') || (story?.work?.bookBegunOn ?? null) !== null) return undefined
  const asked = addMonths(homeSince, lifeStoryAdoptionMonths)
  if (today <= asked) return undefined
  return {
    kind: 'shown', since: asked, evidence: `Placed for adoption since ${formatLong(homeSince)}; it is not written down that a life story book was begun.`,
    next: 'Have a first version of the book ready for the next adoption review.', who: 'social worker',
  }
}

function nothingYet({ today, inCareSince, lifeStory: story }: SignalFacts, { lifeStoryStartWeeks }: SignalPolicy): Signal | undefined {
  if (story !== null && story.items > 0) return undefined
  const asked = addDays(inCareSince, 7 * lifeStoryStartWeeks)
  const saidToGoOn = (story?.work ?? null) !== null
  if (today <= asked) return undefined
  return {
    kind: 'shown', since: asked, evidence: `In care since ${formatLong(inCareSince)}; nothing is kept for the child’s life story in Holdfast${saidToGoOn ? ', though the work is said to go on' : ''}.`,
    next: 'Begin with what the child has: a photograph, a letter, the story of a home they lived in. Write down who helps.', who: 'social worker',
  }
}

function stoodStill({ today, lifeStory: story }: SignalFacts, { lifeStoryQuietMonths }: SignalPolicy): Signal | undefined {
  const addedOn = story?.addedOn ?? null
  // A book that was given is added to as the child grows, and nobody has to hurry.
  if (addedOn === null || (story?.work?.bookGivenOn ?? null) !== null) return undefined
  const asked = addMonths(addedOn, lifeStoryQuietMonths)
  if (today <= asked) return undefined
  return {
    kind: 'shown', since: asked, evidence: `Nothing was added to the child’s life story since ${formatLong(addedOn)}.`,
    next: 'Ask at the next review what the child wants to know or keep, and who will help.', who: 'social worker',
  }
}
