/** What people write about a way to permanence: invented, plain, and such as the child could read one day. */
import type { Route } from '../../core/permanence/routes.ts'

export interface RouteWords {
  /** To the child. */
  readonly aim: readonly string[]
  readonly reason: readonly string[]
  readonly evidence: readonly string[]
  readonly trigger: string
  readonly pros: string
  readonly cons: string
  /** What moves a line of this kind on. */
  readonly moved: readonly string[]
  readonly tasks: readonly string[]
}

const home: RouteWords = {
  aim: ['You will live at home with your mum again. Before that, we are making sure that home is safe and stays safe.', 'We are working with your parents so that you can go home. You will always know the day before it changes.'],
  reason: ['Both parents have kept to the work agreed, and the child wishes to go home.', 'What led to care has changed: the parent has a home of their own and support from family nearby.'],
  evidence: ['Parenting assessment half way; the family support worker visits twice a week and reports steady change.', 'Family time three times a week goes well and is no longer supervised. Health visitor and school have no new worries.'],
  trigger: 'A relapse, or the parenting assessment being negative. The team manager decides after a planning meeting.',
  pros: 'The child’s own family, language and school.\nBrothers and sisters together.\nNo further change of carers.',
  cons: 'The change is recent and not yet tested by a hard time.\nIf it breaks down the child loses trust once more.',
  moved: ['First overnight stay at home went well', 'Parenting assessment received: positive', 'Plan for going home agreed with the parents'],
  tasks: ['Write the plan for going home step by step, with dates', 'Ask the parenting assessor for the date of the report', 'Agree with school who tells whom on the first day'],
}
const kin: RouteWords = {
  aim: ['You will grow up with Nan. You know her house, and she knows what makes you laugh.', 'You will live with your aunt and her family for good. You will keep seeing your mum and dad.'],
  reason: ['The grandmother has looked after the child before and asked to be assessed at the first meeting.', 'An aunt came forward at the family group conference; the child knows her well and stays there at weekends.'],
  evidence: ['Initial viability assessment positive; full assessment is being written.', 'References and checks are back and clear. The support plan is being costed.'],
  trigger: 'A negative special guardianship assessment, or the court preferring home. The planning meeting decides what then.',
  pros: 'Family for life, known and loved.\nThe child keeps school and friends.\nThe order is as little as is needed.',
  cons: 'The relative’s flat is small.\nTime with the parents has to be managed inside the family.',
  moved: ['Viability assessment signed', 'Full assessment begun', 'Support plan agreed with the special guardianship team', 'Medical adviser’s report received'],
  tasks: ['Finish the special guardianship assessment', 'Agree the support plan and who pays for what', 'Invite the grandmother to the next planning meeting'],
}
const fostering: RouteWords = {
  aim: ['You will stay with your carers until you are grown up, and after that if you all wish it.', 'This is your home. Your foster carers want you to stay, and so do we.'],
  reason: ['The child is settled, counts on these carers and does not wish to live elsewhere.', 'Return home has been ruled out by the court; the child keeps strong ties to the family and adoption is not wanted.'],
  evidence: ['Two years in this home; school attendance 97%; the carers have asked to be matched.', 'The matching report is being written; the supervising social worker supports it.'],
  trigger: 'The carers withdraw, or the match is not approved. The service manager decides on family finding.',
  pros: 'The child’s bonds are here.\nSupport and training for the carers go on.\nTime with the family can grow as the child does.',
  cons: 'Reviews and visits go on through childhood.\nThe carers have no parental responsibility.',
  moved: ['Matching report begun', 'Carers told the planning meeting that they wish to be matched', 'Delegated authority agreed with the parents and the carers'],
  tasks: ['Write the matching report', 'Update delegated authority with the carers', 'Book the match with the fostering panel'],
}
const adoption: RouteWords = {
  aim: ['You will have a family who choose you for always. We keep your story safe, and you will know it.', 'We are looking for a mum or dad for you for good. Your birth family stays part of your story.'],
  reason: ['No one in the family can care for the child through childhood, and the child is young enough to need a family for life.', 'The court has made a placement order; nothing short of adoption gives this child a family that lasts.'],
  evidence: ['Child permanence report complete; medical received; profile shared with the regional agency.', 'The decision maker has agreed the plan; two families are being looked at.'],
  trigger: 'No family found in six months from the placement order, or a relative assessed positively. The agency decision maker decides.',
  pros: 'A family for life, in law and every day.\nAn end to being looked after by the council.\nTime to form bonds while very young.',
  cons: 'Ties to the birth family become thinner.\nWaiting harms; finding a family for brothers and sisters together takes longer.',
  moved: ['Child permanence report signed', 'Profile shared with the regional agency', 'Two families shortlisted', 'Introductions planned'],
  tasks: ['Finish the child permanence report', 'Ask the regional agency for the families looked at so far', 'Begin the life story book', 'Write the letter for later life'],
}
const residential: RouteWords = {
  aim: ['This house is your home for as long as you need it, with the same people around you.'],
  reason: ['The young person does not wish to live in a family and has settled here after several moves.'],
  evidence: ['Nine months without a missing episode; key worker and young person agree on the plan.'],
  trigger: 'The young person asking for a family, or the home changing hands. The planning meeting decides.',
  pros: 'The young person chose it.\nStaff who know them well.\nTherapy in the same place.',
  cons: 'Staff change.\nFar from brothers and sisters.',
  moved: ['Therapist’s report received: settled', 'Young person chose a bedroom colour and a key worker'],
  tasks: ['Ask the home for its plan to 18', 'Look again with the young person at living in a family'],
}
const living: RouteWords = {
  aim: ['You will move to a place of your own with support when you feel ready, and not because of a birthday.'],
  reason: ['The young person is nearly grown up and wants to learn to live by themselves with people to call on.'],
  evidence: ['Pathway assessment complete; budgeting and cooking practised; personal adviser named.'],
  trigger: 'The young person not feeling ready at the pathway review; staying longer is then planned with them.',
  pros: 'It is what the young person wants.\nSupport can grow less step by step.',
  cons: 'Evenings may be lonely.\nMoney is tight at first.',
  moved: ['Pathway plan signed by the young person', 'Visited two supported flats', 'Personal adviser met the young person'],
  tasks: [
    'Finish the pathway plan with the young person', 'Apply for the setting-up-home allowance', 'Visit supported flats together', 'Open a bank account together', 'Ask college about the bursary',
    'Register with a doctor near the new flat', 'Introduce the personal adviser',
  ],
}
const staying: RouteWords = {
  ...living, aim: ['You will stay with your carers after you are 18. They want you to, and you said yes.'],
  reason: ['The young person and the carers wish to go on living together.'],
  pros: 'Nothing changes at 18 but the paperwork.\nCollege goes on undisturbed.', cons: 'The carers’ allowance changes.',
  moved: ['Carers and young person agreed house rules for after 18'], tasks: ['Agree the staying put arrangement and the money', 'Ask the carers what they need after 18', 'Write house rules for after 18 together', 'Look at college courses near the carers'],
}
const atHome: RouteWords = {
  ...home, aim: ['You live at home with your mum, and the council stays beside you both until the court says that is no longer needed.'],
  reason: ['The child lives with a parent under the order; the question is now whether the order is still needed.'],
  moved: ['Visit: home warm and calm, school pleased', 'Legal advice on discharge received'],
  tasks: ['Ask for legal advice on discharging the care order', 'Write what support goes on after discharge'],
}

/** Words by route; routes that are lived alike share them. */
export const routeTold: Readonly<Record<Route, RouteWords>> = {
  'stay-home': home, 'return-home': home, 'parent-under-care-order': atHome,
  'kin-informal': kin, 'kin-cao': kin, 'kin-sgo': kin, 'kin-foster-ltf': kin, 'kin-adoption': kin,
  'foster-ltf': fostering, 'foster-carer-sgo': fostering, adoption, 'residential-lt': residential,
  'supported-living': living, 'staying-put': staying, other: home,
}
