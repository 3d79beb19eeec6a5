/** Every kind of record that is kept, in the order in which they are told. A test finds any that is written and not named here. */
import { actionType } from '../actions/action.ts'
import { unusualReviewType } from '../audit/unusual/review.ts'
import { calendarAddressType } from '../calendar/calendarAddress.ts'
import { approvalType, extensionType } from '../carers/approval.ts'
import { answerType as concernAnswerType, concernType, stageType } from '../challenge/concern.ts'
import { noteType } from '../challenge/note.ts'
import { ecomapTieType, familyConferenceType, familyTimeType, siblingAssessmentType } from '../family/records.ts'
import { storyItemType, storyWorkType } from '../lifeStory/records.ts'
import { consideredType, correctionType as meetingCorrectionType, lineNoteType, planningMeetingType } from '../meetings/planningMeeting.ts'
import {
  agendaType, attendanceType, choiceType, correctionType as panelCorrectionType, decisionType, itemType, minuteType, panelType, seatType, sittingType,
} from '../panels/records.ts'
import { dimensionsType } from '../plan/dimensions.ts'
import { lineType } from '../plan/line.ts'
import { optionType } from '../plan/option.ts'
import { planType } from '../plan/plan.ts'
import { toldType as planToldType } from '../plan/told.ts'
import { fosteringCountType } from '../privateFostering/count.ts'
import { keyType } from '../people/key.ts'
import { profileType } from '../profile/profile.ts'
import { explanationType } from '../returnChecks/explanation.ts'
import { letterType } from '../reviews/letter.ts'
import { responseType } from '../reviews/response.ts'
import { reviewType } from '../reviews/review.ts'
import { answerType, ownWordsType, toldType } from '../voice/ownWords.ts'
import type { RecordType } from './recordType.ts'

/** About a child, the child's own words first; then about the authority. */
export const recordTypes: readonly RecordType[] = [
  ownWordsType, answerType, toldType,
  planType, lineType, optionType, planToldType, dimensionsType,
  reviewType, responseType, letterType, noteType, concernType, stageType, concernAnswerType,
  planningMeetingType, consideredType, lineNoteType, meetingCorrectionType,
  itemType, choiceType, agendaType, minuteType, decisionType, panelCorrectionType,
  actionType, siblingAssessmentType, familyConferenceType, familyTimeType, ecomapTieType,
  storyItemType, storyWorkType, approvalType, extensionType, profileType, explanationType,
  panelType, seatType, sittingType, attendanceType, fosteringCountType, unusualReviewType, calendarAddressType, keyType,
]
