/** What rules read out of a return about health and outcomes: the columns of OC2, and at which ages they are asked. */
import { birthday, type LocalDate } from '../../../core/time/localDate.ts'
import type { CheckContext } from './context.ts'

/** Asked of every child in the cohort, whatever the age. */
export const askedOfAll = ['IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE'] as const

/** Everything told as 0 or 1 about the twelve months: all of OC2 but the strengths and difficulties questionnaire. */
export const outcomeColumns = [
  'CONVICTED', 'HEALTH_CHECK', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED',
] as const

/** Columns of the Episodes by which `lookedAfterAllYear` tells the cohort. */
export const cohortReads = ['DECOM', 'DEC', 'RNE', 'LS', 'REC'] as const

/** Whether a child born on a day has not reached an age by the end of the year: "under 5 at 31 March". */
export function isUnderAtEnd(born: LocalDate, age: number, { end }: CheckContext): boolean {
  return birthday(born, age) > end
}

/** Whether a child born on a day has reached an age when the year begins: "17 or over on 1 April". */
export function isReachedAtStart(born: LocalDate, age: number, { start }: CheckContext): boolean {
  return birthday(born, age) <= start
}

/** Whether a child is 4 to 16 all through the year: the ages at which the questionnaire is asked for. */
export function isFourToSixteenAllYear(born: LocalDate, context: CheckContext): boolean {
  return isReachedAtStart(born, 4, context) && isUnderAtEnd(born, 17, context)
}
