/**
 * What each kind of mark looks like (GOV.UK palette) and what the legend calls it. Every text stands on its fill with a
 * contrast of at least 4.5 to 1; two looks of one lane never differ by colour alone, so that a black and white print
 * still tells them apart: by words inside, hatching, border or shape.
 */
import type { Look } from './timelineTypes.ts'

/** `diagonal`, `dots`, `cross`: a pattern laid over the fill. */
export type Hatch = 'light' | 'dark' | 'dots' | null

export interface BandPaint {
  readonly fill: string
  readonly border: string
  readonly dashed: boolean
  readonly hatch: Hatch
  readonly ink: string
}

export const ink = '#0b0c0c'
export const quiet = '#505a5f'
export const rule = '#b1b4b6'
export const faint = '#e3e5e6'
export const red = '#ca3535'
export const purple = '#4c2c92'

const paint = (fill: string, border: string, textInk: string = ink, hatch: Hatch = null, dashed = false): BandPaint => ({
  fill, border, dashed, hatch, ink: textInk,
})

const bands: Partial<Record<Look, BandPaint>> = {
  'not in care': paint('#ffffff', '#ffffff', quiet, 'dots'),
  'legal agreement': paint('#d2e2f1', '#1d70b8'),
  'legal emergency': paint('#383f43', '#383f43', '#ffffff'),
  'legal interim': paint('#1d70b8', '#1d70b8', '#ffffff'),
  'legal full': paint('#003078', '#003078', '#ffffff'),
  'legal placement': paint(purple, purple, '#ffffff'),
  'legal justice': paint('#594d00', '#594d00', '#ffffff'),
  'legal short breaks': paint('#ffffff', '#1d70b8', ink, null, true),
  'legal other': paint('#f3f2f1', quiet),
  'home family': paint('#fff3c4', '#8a6d00'),
  'home foster': paint('#dbe8f4', '#1d70b8'),
  'home early permanence': paint('#d9efe9', '#007a6c', ink, null, true),
  'home adoptive': paint('#cce2d8', '#00703c'),
  'home children': paint('#fbe0d0', '#a8441b'),
  'home supported': paint('#e4dff0', purple),
  'home secure': paint('#e3e5e6', ink),
  'home other': paint('#f3f2f1', quiet),
  away: paint('#ffffff', ink, ink, 'dark'),
  route: paint('#eaf4ee', '#00703c'),
  'no route': paint('#ffffff', rule, quiet, null, true),
  achieved: paint('#00703c', '#00703c', '#ffffff'),
  'strength 0': paint('#ffffff', '#8d9497', quiet, null, true),
  'strength 1': paint('#e8f1ec', '#5a9a7a', ink, 'light'),
  'strength 2': paint('#a9d3bd', '#00703c', ink),
  'strength 3': paint('#00703c', '#00703c', '#ffffff'),
  missing: paint('#0b0c0c', '#0b0c0c', '#ffffff'),
  'away without leave': paint('#ffffff', '#0b0c0c'),
  liberty: paint('#f3f2f1', '#0b0c0c', ink, 'light'),
}

/** How a band of this look is painted. */
export function bandPaint(look: Look): BandPaint {
  return bands[look] ?? paint('#f3f2f1', quiet)
}

/** The looks that are marks rather than bands. */
export type Glyph =
  | 'disc' | 'diamond' | 'ring' | 'full-ring' | 'asked' | 'square' | 'crossed-square' | 'triangle' | 'link' | 'house'
  | 'door' | 'flag' | 'chevron'

export interface MarkPaint {
  readonly glyph: Glyph
  readonly colour: string
}

const marks: Partial<Record<Look, MarkPaint>> = {
  doubt: { glyph: 'asked', colour: quiet },
  achieved: { glyph: 'flag', colour: '#00703c' },
  'review on time': { glyph: 'disc', colour: ink },
  'review late': { glyph: 'diamond', colour: red },
  'review not judged': { glyph: 'ring', colour: quiet },
  decision: { glyph: 'square', colour: purple },
  'decision reversed': { glyph: 'crossed-square', colour: purple },
  court: { glyph: 'triangle', colour: '#003078' },
  match: { glyph: 'link', colour: '#00703c' },
  placed: { glyph: 'house', colour: '#00703c' },
  'left care': { glyph: 'door', colour: ink },
  earlier: { glyph: 'chevron', colour: quiet },
  due: { glyph: 'ring', colour: ink },
  overdue: { glyph: 'full-ring', colour: red },
  late: { glyph: 'diamond', colour: red },
  'cannot tell': { glyph: 'asked', colour: quiet },
}

/** How a mark of this look is drawn. */
export function markPaint(look: Look): MarkPaint {
  return marks[look] ?? { glyph: 'disc', colour: ink }
}

/** What the legend calls a look; null for looks whose words stand inside the drawing. In the legend's order. */
export const legendWords: readonly (readonly [Look, string])[] = [
  ['away', 'away from home for a while'],
  ['strength 0', 'none, or unsettled'],
  ['strength 1', 'interim, or settled but not matched'],
  ['strength 2', 'matched, or may no longer be needed'],
  ['strength 3', 'secured, or permanent'],
  ['achieved', 'permanence achieved'],
  ['review on time', 'review in time'],
  ['review late', 'review late'],
  ['review not judged', 'review, cannot tell if in time'],
  ['decision', 'decision'],
  ['decision reversed', 'decision reversed'],
  ['court', 'court order'],
  ['match', 'matched'],
  ['placed', 'moved in with adopters'],
  ['left care', 'left care'],
  ['earlier', 'before this time in care'],
  ['missing', 'missing'],
  ['away without leave', 'away without authorisation'],
  ['due', 'due'],
  ['overdue', 'overdue, and for how long'],
  ['late', 'done late, and how late'],
  ['cannot tell', 'cannot tell'],
]
