/** The records of a child's last reviews, their decisions and letters, the next one booked, and the officer's notes between. */
import { newAction } from '../../core/actions/action.ts'
import { noteType } from '../../core/challenge/note.ts'
import { bandFor, draftLetter, letterType } from '../../core/reviews/letter.ts'
import { reviewType } from '../../core/reviews/review.ts'
import { added, type Held, type ValuesOf } from '../../core/records/recordType.ts'
import { addDays, addMonths, ageOn, earlier, later, type LocalDate } from '../../core/time/localDate.ts'
import { routeWords } from '../../core/permanence/routes.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, whole, type Chance } from '../random.ts'
import { ageBand, chanceOf, daysBack, weekdayBy, type Above, type Age, type Authored, type Hands, type Setting } from './known.ts'
import { actionTold, revision, type PlanTold } from './plans.ts'
import { routeTold } from './planWords.ts'
import { answerTold } from './reviewAnswers.ts'

const blank = {
  lateWhy: null, calledOffWhy: null, adjournedOn: null, adjournedWhy: null, heldOn: null, how: null, attended: null, absent: null, participation: null,
  spokenTo: null, childsView: null, goingWell: null, worries: null, lifeStory: null, permanence: null, planView: null, planWhy: null, planWords: null,
  discussed: null, decisionsOn: null, recordedOn: null, distributedOn: null, distributedTo: null, fact: null, endorsedPlan: null, place: null, invited: null,
} as const

/** To the child, by age: what they want, what goes well, what should get better. */
const spoken: Readonly<Record<Age, { readonly view: readonly string[]; readonly well: readonly string[]; readonly worry: readonly string[] }>> = {
  baby: {
    view: ['You cannot say it yet. You show us that you know your carer’s voice.'], well: ['You sleep through the night and have two teeth.', 'You smile at everybody who reads to you.'],
    worry: ['Your family time is in four places. It should be in one.', 'Your health check was late.'],
  },
  small: {
    view: ['You want to stay at Nan’s on Saturdays.', 'You want to take the bear to school.'], well: ['You have a friend at nursery.', 'You can write your name.'],
    worry: ['You feel sad after family time. We will plan something nice for afterwards.', 'You asked who picks you up. You should always know.'],
  },
  middle: {
    view: ['You would like to see your brother more often.', 'You want to stay in your school.'], well: ['You are in the football team.', 'Reading is going really well.'],
    worry: ['You have had two social workers this year. That is too many.', 'You wait too long for an answer about your trip.'],
  },
  teen: {
    view: ['You want to be asked where your meetings are.', 'You want to know more about why you came into care.'], well: ['Your mocks went better than you feared.', 'You cook for the whole house on Sundays.'],
    worry: ['Your life story work has not begun.', 'You were not told about the new worker before they came.'],
  },
  older: {
    view: ['You want to stay until your course ends.', 'You want your papers sorted out first of all.'], well: ['College says you are never late.', 'You passed your theory test.'],
    worry: ['Nobody has answered the solicitor’s letter.', 'Your pathway plan says nothing about the summer.'],
  },
}

/** As decisions are to be written: the child can read them, for the letter takes them over. */
const decisionsAsked = [
  'Visit and tell what was decided, face to face', 'Begin a life story book together', 'Ask school for a meeting about how learning is going',
  'Book the dentist and the health check', 'Write down when brothers and sisters see each other', 'Write the plan again, so that it says what is true today',
  'Find an independent visitor: a grown-up to do nice things with', 'Ask the family whether they want a meeting of their own', 'Find out what the report about the relatives says',
] as const

/** What was said about life story work, to the child. */
const storySaid: Readonly<Record<Age, string>> = {
  baby: 'Photographs and names from every home are to be kept for you.', small: 'You asked where your first house is. Somebody will go and look at it with you.',
  middle: 'You want to know more about when you were small. That is talked about next.', teen: 'You want to choose yourself when to talk about it, and with whom.',
  older: 'You want to read your file, with somebody beside you.',
}

/** Reviews of the last months with all that follows them, and the next one. */
export function reviewsTold(child: ChildInCare, hands: Hands, plan: PlanTold, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'reviews')
  const recent = child.reviews.filter(({ heldOn }, i) => heldOn >= addDays(at.today, -270) || i === child.reviews.length - 1)
  return [...recent.flatMap((review) => reviewTold(chance, child, hands, plan, review, at)), ...nextTold(chance, child, hands, at)]
}

function reviewTold(chance: Chance, child: ChildInCare, hands: Hands, plan: PlanTold, review: ChildInCare['reviews'][number], at: Setting): readonly Authored[] {
  const { heldOn, factId } = review
  const by = hands.officer.personId
  const recordId = plan.endorsedOn === heldOn && plan.endorsedAt !== null ? plan.endorsedAt : at.newId()
  const age = ageBand(child.bornOn, heldOn)
  const young = ageOn(child.bornOn, heldOn) < 4
  const participation = review.participation as ValuesOf<typeof reviewType>['participation']
  const came = participation !== null && /^PN[1-4]$/.test(participation)
  const newest = review === child.reviews.at(-1)
  const words = spoken[age]
  const first = child.reviews[0] === review ? 'first' as const : child.reviews[1] === review ? 'second' as const : 'later' as const
  const by20 = (least: number, most: number): LocalDate | null => {
    const on = weekdayBy(addDays(heldOn, whole(chance, least, most)))
    return on > at.today ? null : later(heldOn, on)
  }
  const slow = happens(chance, 0.15)
  const decisionsOn = by20(2, slow ? 16 : 6)
  const recordedOn = decisionsOn === null ? null : by20(9, slow ? 40 : 19)
  const distributedOn = recordedOn === null || (newest && happens(chance, 0.08)) ? null : by20(20, slow ? 60 : 27)
  const endorsed = plan.endorsedOn === heldOn
  const known = plan.identifiedOn !== null && plan.identifiedOn <= heldOn
  const values: ValuesOf<typeof reviewType> = {
    ...blank, state: 'held', number: first, officer: by, limit: null, bookedFor: heldOn, heldOn, how: happens(chance, 0.9) ? 'meeting' : 'meetings',
    place: oneOf(chance, ['At home', 'At school', 'At the family centre', 'Online, as the young person asked']),
    attended: [...(came ? ['child'] : []), 'carer', 'social worker', ...(happens(chance, 0.5) ? ['mother'] : []), ...(happens(chance, 0.3) ? ['family'] : []), ...(young ? ['health'] : ['school'])],
    absent: happens(chance, 0.2) ? 'Father, who sent a message' : null,
    participation, spokenTo: young ? 'not right' : happens(chance, 0.85) ? 'yes' : 'refused',
    childsView: oneOf(chance, words.view), goingWell: oneOf(chance, words.well), worries: oneOf(chance, words.worry),
    lifeStory: storySaid[age],
    permanence: considered(plan),
    planView: endorsed ? 'endorsed' : known ? 'not endorsed' : 'no plan',
    planWhy: endorsed ? null : known ? 'The plan does not say how brothers and sisters stay in touch.' : 'A plan is to be written and authorised before the next review.',
    planWords: endorsed && plan.primary !== null ? routeTold[plan.primary].aim[0] ?? null : null,
    discussed: 'Home, health, school and family time were gone through with the child’s views first. What the last review decided was looked at one by one; what was not done has a new day and a name beside it.',
    decisionsOn, recordedOn, distributedOn, distributedTo: distributedOn === null ? null : 'The child (letter), parents, carer, school; the address left out of the parents’ copy.',
    fact: factId, endorsedPlan: endorsed ? plan.planId : null,
  }
  const written: Authored[] = [{ by, change: added(reviewType, recordId, { childId: child.childId }, values) }]
  const decisions = decisionsOf(chance, child, hands, { recordId, heldOn, newest }, at)
  for (const change of decisions) written.push({ by, change })
  written.push(...answerTold(child, hands, { recordId, heldOn, decisionsOn }, at))
  const sentOn = by20(5, 18)
  const sent = sentOn !== null && happens(chance, newest ? 0.8 : 0.96)
  if (!sent && !(newest && happens(chanceOf(at, child, 'letter begun'), 0.5))) return written
  const held: Held<typeof reviewType> = {
    recordId, type: reviewType.name, version: 1, childId: child.childId, partOf: null, values, recordedBy: hands.officer, recordedAt: '', firstRecordedBy: hands.officer, firstRecordedAt: '',
  }
  const band = bandFor(at.letters, child.bornOn, heldOn)
  const template = at.letters.find((one) => one.band === band)
  if (template === undefined) return written
  // By regulation 33: three months after the first review, six after every other.
  const text = draftLetter(template, {
    review: held, officerName: hands.officer.name, nextBy: addMonths(heldOn, first === 'first' ? 3 : 6),
    decisions: decisions.map(({ values: { what, dueOn } }) => ({ what: String(what), owner: hands.worker.name, dueOn: dueOn as LocalDate })),
  })
  written.push({ by, change: added(letterType, at.newId(), { childId: child.childId, partOf: recordId }, sent
    ? { state: 'sent', band, text: filled(text), sentOn, how: age === 'baby' ? 'kept' : age === 'small' ? 'read together' : 'by hand', haveRead: true }
    : { state: 'draft', band, text, sentOn: null, how: null, haveRead: null }) })
  return written
}

/** The ways that the review went through. */
function considered({ lines }: PlanTold): string {
  const [first, ...others] = lines.map(({ route }) => routeWords[route])
  if (first === undefined) return 'Home with help, and family or friends. Which way it is to be is not written down yet.'
  return `${first}, and what would have to be true for it.${others.length === 0 ? ' Nothing else is wanted or safe.' : ` If it does not come about: ${others.join('; ').toLowerCase()}.`}`
}

/** What the officer fills in of the draft. */
const filled = (text: string): string => text
  .replace('Dear [the name they like to be called],', 'Hello,')
  .replace('[Thank you for coming. / Thank you for letting us know what you think.]', 'Thank you for letting us know what you think.')
  .replace(/\[(a grown-up|an adult) they trust\]/, '$1 you trust')
  .replace('[your telephone number or e-mail]', '01632 960 123')

function decisionsOf(chance: Chance, child: ChildInCare, hands: Hands, review: { readonly recordId: string; readonly heldOn: LocalDate; readonly newest: boolean }, at: Setting) {
  const start = whole(chance, 0, decisionsAsked.length - 1)
  return Array.from({ length: review.newest ? whole(chance, 1, 3) : 1 }, (_, i) => {
    const what = decisionsAsked[(start + i * 2) % decisionsAsked.length] ?? decisionsAsked[0]
    const owner = happens(chance, 0.85) ? hands.worker.personId : hands.manager.personId
    const change = newAction({ recordId: at.newId(), childId: child.childId, raisedBy: 'review', partOf: review.recordId, what, owner, dueOn: weekdayBy(addDays(review.heldOn, whole(chance, 14, 90))) }, review.heldOn)
    return actionTold(chance, change, at.today)
  })
}

/** Most reviews that are due in the coming weeks are booked, a few of them too late. */
function nextTold(chance: Chance, child: ChildInCare, hands: Hands, at: Setting): readonly Authored[] {
  const due = child.nextReviewDue
  if (due === null || due > addDays(at.today, 60) || due < addDays(at.today, -20) || happens(chance, 0.25)) return []
  const late = due < addDays(at.today, 3) || happens(chance, 0.06)
  const bookedFor = later(addDays(at.today, 2), weekdayBy(late ? addDays(later(due, at.today), 9) : addDays(due, -whole(chance, 1, 10))))
  const booked: ValuesOf<typeof reviewType> = {
    ...blank, state: 'booked', number: child.reviews.length === 0 ? 'first' : child.reviews.length === 1 ? 'second' : 'later', officer: hands.officer.personId, limit: due, bookedFor,
    lateWhy: bookedFor > due ? 'The young person is away with the school until the week before and wishes to be there.' : null,
    place: ageBand(child.bornOn, at.today) === 'baby' ? 'At home' : oneOf(chance, ['At home, as the child asked', 'At school, after lessons', 'At the café by the park']),
    invited: ['child', 'carer', 'social worker', 'mother', 'school'],
  }
  return interrupted(child, booked, at).map((values): Authored => ({ by: hands.officer.personId, change: added(reviewType, at.newId(), { childId: child.childId }, values) }))
}

/** Some reviews were called off and booked again; a few were begun and wait for what was missing, for 20 working days at most. */
function interrupted(child: ChildInCare, booked: ValuesOf<typeof reviewType>, at: Setting): readonly ValuesOf<typeof reviewType>[] {
  const chance = chanceOf(at, child, 'review interrupted')
  const begunOn = weekdayBy(addDays(at.today, -whole(chance, 2, 12)))
  if (begunOn <= (child.reviews.at(-1)?.heldOn ?? child.inCareSince)) return [booked]
  if (booked.bookedFor <= addDays(begunOn, 26) && happens(chance, 0.12)) {
    return [{ ...booked, state: 'adjourned', adjournedOn: begunOn, adjournedWhy: oneOf(chance, [
      'The report of the school, without which nothing could be said about the change of class.', 'The mother’s assessment, which the court expects on the 14th.',
    ]) }]
  }
  if (!happens(chance, 0.08)) return [booked]
  return [{ ...booked, state: 'called off', bookedFor: begunOn, lateWhy: null, calledOffWhy: oneOf(chance, [
    'The young person was not well and did not want it to go on without them.', 'The social worker was called to court that morning. Nobody else knew the child.',
  ]) }, booked]
}

const found = {
  'on track': ['What the review decided is done or in hand. The child knows what comes next.', 'Letter given, school meeting held, health assessment booked.'],
  'some delay': ['Two of three decisions are done; life story work waits for a worker.', 'The plan has been brought up to date, late. I will look again in four weeks.'],
  stuck: ['Nothing has moved since the review. I have spoken with the team manager and will raise a concern if there is no date by Friday.'],
} as const

/** The officer's notes since the last review; the manager of the reviewing service looks over about one in ten (Haringey's action plan, 1.4). */
export function notesTold(child: ChildInCare, hands: Hands, { reviewingManager }: Pick<Above, 'reviewingManager'>, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'notes')
  const by = hands.officer.personId
  const last = child.reviews.at(-1)?.heldOn ?? null
  if (last === null || last > addDays(at.today, -45) || !happens(chance, 0.5)) return []
  const progress = oneOf(chance, ['on track', 'on track', 'on track', 'some delay', 'stuck'] as const)
  const on = earlier(at.today, weekdayBy(addDays(last, whole(chance, 40, 95))))
  const empty = { auditedOn: null, auditedBy: null, audit: null }
  const note = (values: Omit<ValuesOf<typeof noteType>, keyof typeof empty>): Authored => ({ by, change: added(noteType, at.newId(), { childId: child.childId }, { ...values, ...empty }) })
  const midway = note({ kind: 'midway', on, progress, spokenTo: ageBand(child.bornOn, on) !== 'baby', words: oneOf(chance, found[progress]) })
  const looked = chanceOf(at, child, 'note looked over')
  const auditedOn = weekdayBy(addDays(on, whole(looked, 3, 25)))
  return [
    midway,
    ...(auditedOn <= at.today && happens(looked, 0.12) ? [{ by: reviewingManager.personId, change: revision(noteType, midway.change.recordId, child.childId, 1, {
      ...midway.change.values as ValuesOf<typeof noteType>, auditedOn: later(on, auditedOn), auditedBy: reviewingManager.personId,
      audit: progress === 'stuck' ? 'Right to look again by Friday. I have asked to see the answer.' : 'It says what has changed for the child, and not only what was done.',
    }) }] : []),
    ...(happens(chance, 0.15) ? [note({ kind: 'good practice', on: daysBack(chance, at.today, 3, 60, last), progress: null, spokenTo: null, words: 'The social worker wrote the plan with the young person at the kitchen table. It is in their words, and they have a copy.' })] : []),
  ]
}
