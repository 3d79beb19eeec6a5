/**
 * What becomes of a child who comes into care: the course of a stay, drawn by age on entry.
 *
 * The shares are ours, set so that a borough run for years shows England's figures of 2025 (DfE): children in care by
 * age, legal status and placement, starts by age, reasons for leaving. `calibration.test.ts` holds them to it.
 */
import type { Weighted } from './random.ts'

export type Course =
  /** Home, or to someone else, within weeks or months, without proceedings. */
  | 'brief'
  /** Home after proceedings. */
  | 'home'
  /** Home under a care order, which is discharged, often late. */
  | 'home under order'
  | 'guardianship'
  | 'arrangements'
  | 'adoption'
  /** A placement order that finds no adopters, or fails, and is given up. */
  | 'order unmatched'
  | 'long term'
  /** Long term, until the carers become special guardians. */
  | 'late guardianship'
  /** Long term, until a return home in the teens. */
  | 'late home'
  | 'another authority'
  | 'other'
  | 'remand'

export const coursesByAge: Readonly<Record<'under 1' | '1 to 4' | '5 to 9' | '10 to 15' | '16 and over', Weighted<Course>>> = {
  'under 1': [
    ['adoption', 42], ['order unmatched', 5], ['guardianship', 22], ['arrangements', 4], ['home', 11],
    ['home under order', 5], ['brief', 7], ['long term', 3], ['late guardianship', 1], ['another authority', 0.7],
    ['other', 0.3],
  ],
  '1 to 4': [
    ['adoption', 16], ['order unmatched', 5], ['guardianship', 25], ['arrangements', 6], ['home', 13],
    ['home under order', 6], ['brief', 12], ['long term', 12], ['late guardianship', 3], ['late home', 1],
    ['another authority', 0.7], ['other', 0.3],
  ],
  '5 to 9': [
    ['adoption', 2.5], ['order unmatched', 1.5], ['guardianship', 18], ['arrangements', 6], ['home', 12],
    ['home under order', 8.5], ['brief', 14], ['long term', 30], ['late guardianship', 4], ['late home', 4],
    ['another authority', 0.5], ['other', 0.5],
  ],
  '10 to 15': [
    ['guardianship', 5], ['arrangements', 3], ['home', 7], ['home under order', 6.5], ['brief', 26.5], ['long term', 38],
    ['late home', 5], ['another authority', 2], ['other', 5], ['remand', 2],
  ],
  '16 and over': [
    ['brief', 24], ['long term', 52], ['other', 14], ['another authority', 2], ['remand', 8],
  ],
}

/** Unaccompanied children: most stay until 18; some move to another authority by the National Transfer Scheme. */
export const coursesFromAbroad: Weighted<Course> = [['long term', 90], ['another authority', 6], ['other', 4]]

/** What share of each course goes through care proceedings, by age on entry in years. */
export function goesToCourt(course: Course, age: number): number {
  switch (course) {
    case 'adoption':
      return 0.97
    case 'home':
    case 'home under order':
    case 'guardianship':
    case 'arrangements':
    case 'order unmatched':
    case 'late guardianship':
      return 1
    case 'long term':
    case 'late home':
      return age < 10 ? 0.96 : age < 14 ? 0.72 : age < 16 ? 0.45 : 0.1
    case 'another authority':
      return 0.4
    case 'brief':
    case 'other':
    case 'remand':
      return 0
  }
}

/** Shares of children who come into care, by what they bring; adds up to 100 without the unaccompanied. */
export const entries: Weighted<'under 1' | '1 to 4' | '5 to 9' | '10 to 15' | '16 and over'> = [
  ['under 1', 19.2], ['1 to 4', 16.7], ['5 to 9', 18], ['10 to 15', 30.5], ['16 and over', 15.6],
]

/** Category of need on entry (DfE, starts in 2025, without the unaccompanied, who are N8). */
export const needs: Weighted<string> = [
  ['N1', 72], ['N2', 2.2], ['N3', 2.4], ['N4', 9.4], ['N5', 11.6], ['N6', 1.8], ['N7', 0.1], ['N8', 0.5],
]
