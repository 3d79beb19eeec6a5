/**
 * A looked-after review: booked, held or adjourned, its record, what followed from it (Children Act 1989 s.26; Care Planning,
 * Placement and Case Review (England) Regulations 2010, part 6). Its decisions are actions that are part of it, its letter to
 * the child a record that is part of it, and the review held is also a fact of the 903 (`facts/factTypes.ts`).
 */
import { declareRecord, type Held } from '../records/recordType.ts'
import { formatLong, type LocalDate } from '../time/localDate.ts'

/** Who may be at a review, as the Handbook lists them. */
const people = [
  { value: 'child', label: 'The child or young person' },
  { value: 'mother', label: 'Mother' }, { value: 'father', label: 'Father' },
  { value: 'family', label: 'Somebody else of the family' },
  { value: 'carer', label: 'Carer or key worker' },
  { value: 'social worker', label: 'Social worker' }, { value: 'team manager', label: 'Team manager' },
  { value: 'supervising social worker', label: 'Supervising social worker' },
  { value: 'school', label: 'School or virtual school' }, { value: 'health', label: 'Health' },
  { value: 'advocate', label: 'Advocate or independent visitor' }, { value: 'guardian', label: 'Children’s guardian' },
  { value: 'personal adviser', label: 'Personal adviser' },
] as const

/** How the child took part: the codes of the return, with its words (SSDA903, REVIEW_CODE). */
export const participations = [
  { value: 'PN0', label: 'PN0: under 4 at the time of the review' },
  { value: 'PN1', label: 'PN1: came and spoke for themselves' },
  { value: 'PN2', label: 'PN2: came, and an advocate spoke for them' },
  { value: 'PN3', label: 'PN3: came and made their view known without words (symbols, signs, drawing)' },
  { value: 'PN4', label: 'PN4: came, but did not contribute' },
  { value: 'PN5', label: 'PN5: did not come, but briefed an advocate to speak for them' },
  { value: 'PN6', label: 'PN6: did not come, but sent their views (a letter, a recording, a drawing)' },
  { value: 'PN7', label: 'PN7: did not come, and their views were not brought' },
] as const

export const reviewType = declareRecord({
  name: 'looked-after review', noun: 'a review', resource: 'review record', about: 'child',
  state: 'state', owner: 'officer', dueOn: 'bookedFor', happenedOn: 'heldOn',
  fields: {
    state: {
      kind: 'choice', label: 'Where it stands', required: true, choices: [
        { value: 'booked', label: 'Booked' }, { value: 'adjourned', label: 'Adjourned' }, { value: 'held', label: 'Held' },
        { value: 'called off', label: 'Called off' },
      ],
    },
    number: {
      kind: 'choice', label: 'Which review', required: true, choices: [
        { value: 'first', label: 'First review' }, { value: 'second', label: 'Second review' }, { value: 'later', label: 'Review' },
      ],
    },
    officer: { kind: 'person', label: 'Reviewing officer', required: true, roles: ['reviewing officer'], missing: 'Choose the reviewing officer' },
    limit: { kind: 'day', label: 'Due by, when it was booked' },
    bookedFor: { kind: 'day', label: 'When is the review?', required: true, missing: 'Enter the day of the review' },
    place: { kind: 'text', label: 'Where is it?', hint: 'Where the child would like it to be' },
    invited: { kind: 'choices', label: 'Who is invited?', hint: 'Ask the child whom they want there', choices: people },
    lateWhy: { kind: 'long text', label: 'Why is it after the day by which it is due?', rows: 3 },
    calledOffWhy: { kind: 'long text', label: 'Why was it called off?', rows: 3 },
    adjournedOn: { kind: 'day', label: 'Day it was adjourned', when: 'not in the future' },
    adjournedWhy: { kind: 'long text', label: 'What was missing?', rows: 3, hint: 'The information without which the review could not be completed' },
    heldOn: {
      kind: 'day', label: 'Day the review was held', when: 'not in the future',
      hint: 'Where it took several meetings, the day of the last one',
    },
    how: {
      kind: 'choice', label: 'How was it held?', choices: [
        { value: 'meeting', label: 'One meeting' }, { value: 'meetings', label: 'Several meetings' },
        { value: 'on paper', label: 'Without a meeting', hint: 'Only where the child has lived in a long-term foster home for over 12 months; at least one meeting a year' },
      ],
    },
    attended: { kind: 'choices', label: 'Who was there?', choices: people },
    absent: { kind: 'text', label: 'Who was invited and did not come?', max: 500 },
    participation: { kind: 'choice', label: 'How did the child take part?', choices: participations },
    spokenTo: {
      kind: 'choice', label: 'Did you speak with the child in private before the review?', choices: [
        { value: 'yes', label: 'Yes' }, { value: 'refused', label: 'No, the child chose not to' },
        { value: 'not right', label: 'No, it was not right for their age and understanding' }, { value: 'no', label: 'No' },
      ],
    },
    childsView: {
      kind: 'long text', label: 'What did the child say, and want?', rows: 4,
      hint: 'As you would write it to them: “You would like to see Nan more often.” It goes into the draft of their letter',
    },
    goingWell: { kind: 'long text', label: 'What is going well?', rows: 4, hint: 'Written to the child' },
    worries: { kind: 'long text', label: 'What needs to get better?', rows: 4, hint: 'Written to the child' },
    lifeStory: {
      kind: 'long text', label: 'What was said about life story work?', rows: 3,
      hint: 'Whether the child understands why they live where they do, what is kept for them, and what comes next',
    },
    permanence: {
      kind: 'long text', label: 'Which ways to permanence were considered?', rows: 4,
      hint: 'From the first review on. What would have to be true for each, and what happens if the first does not work',
    },
    planView: {
      kind: 'choice', label: 'The permanence plan', choices: [
        { value: 'endorsed', label: 'I endorse the plan' }, { value: 'not endorsed', label: 'I do not endorse the plan' },
        { value: 'no plan', label: 'There was no written plan to endorse' },
      ],
    },
    planWhy: { kind: 'long text', label: 'Why, and what does the plan lack?', rows: 3 },
    planWords: { kind: 'long text', label: 'The plan in words for the child', rows: 3, hint: 'Where they will live and grow up, and what will be tried first' },
    discussed: { kind: 'long text', label: 'The record of the review', rows: 12, hint: 'What was discussed, who said what, what was agreed and why. This is the full record' },
    decisionsOn: { kind: 'day', label: 'Day the decisions were issued', when: 'not in the future' },
    recordedOn: { kind: 'day', label: 'Day the record was completed', when: 'not in the future' },
    distributedOn: { kind: 'day', label: 'Day it was distributed', when: 'not in the future' },
    distributedTo: { kind: 'long text', label: 'To whom, and what was left out for whom', rows: 3 },
    fact: { kind: 'record', label: 'The review in the return' },
    endorsedPlan: { kind: 'record', label: 'The plan that was endorsed' },
  },
})

export type Review = Held<typeof reviewType>
export type ReviewNumber = Review['values']['number']

/** Fields asked when a review is booked, and when it is held. */
export const bookingFields = ['bookedFor', 'officer', 'place', 'invited', 'lateWhy'] as const
export const holdingFields = [
  'heldOn', 'how', 'attended', 'absent', 'participation', 'spokenTo', 'childsView', 'goingWell', 'worries', 'lifeStory', 'permanence', 'planView', 'planWhy',
  'planWords', 'discussed',
] as const

/** The page of a review. */
export const reviewAddress = (childId: string, recordId: string): string => `/children/${childId}/reviews/${recordId}`

/** `First review, 3 March 2026`, for headings and lists. */
export function reviewTitle({ values: { number, state, heldOn, bookedFor } }: Review): string {
  const which = number === 'first' ? 'First review' : number === 'second' ? 'Second review' : 'Review'
  const day: LocalDate = state === 'held' && heldOn !== null ? heldOn : bookedFor
  return `${which}, ${formatLong(day)}`
}
