/** The small parts under the drawing: widths, wrapping, lengths, ticks, spreading, partial dates. */
import { expect, test } from 'vitest'
import { isoDate } from '../../core/time/localDate.ts'
import { exactLengthWords, lengthWords, ordinal, overWords } from './lengthWords.ts'
import { bandPaint, legendWords, markPaint } from './looks.ts'
import { escapeXml } from './markup.ts'
import { spread } from './narrowDiary.ts'
import { readPartialDate } from './readMoments.ts'
import { fitText, textWidth, wrapText } from './textWidth.ts'
import { ticksOf } from './timeScale.ts'
import type { Look } from './timelineTypes.ts'

const day = isoDate
const window = (first: string, last: string) => ({ first: day(first), last: day(last), asAt: day(last) })

test('widths are those of Arial: H 722, i 222, a space 278, in thousandths of the size', () => {
  expect(textWidth('Hi i', 10)).toBeCloseTo((722 + 222 + 278 + 222) / 100)
  expect(textWidth('H', 10, 'bold')).toBeCloseTo(7.22)
  expect(textWidth('漢', 12)).toBe(12)
})

test('text is cut only where it must be, and never to a single letter', () => {
  expect(fitText('Care order', 60, 12)).toBe('Care order')
  // C 722 + a 556 + r 333 + ellipsis 1000 = 2611 thousandths: 31.3 px at 12 px.
  expect(fitText('Care order', 31.4, 12)).toBe('Car…')
  expect(fitText('Care order', 20, 12)).toBe(null)
})

test('wrapping breaks between words and says that it left something out', () => {
  expect(wrapText('one two three four', textWidth('one two', 12) + 1, 12, 2)).toEqual(['one two', 'three…'])
  expect(wrapText('one two', 200, 12, 2)).toEqual(['one two'])
})

test.each([
  ['2025-03-03', '2025-03-04', '1 day'], ['2025-03-03', '2025-03-23', '20 days'], ['2025-03-03', '2025-03-24', '3 weeks'],
  ['2025-03-03', '2025-06-02', '13 weeks'], ['2025-03-03', '2025-06-03', '3 months'], ['2025-01-31', '2027-01-30', '23 months'],
  ['2025-01-31', '2027-01-31', '2 years'],
])('from %s to %s is %s', (from, to, words) => {
  expect(lengthWords(day(from), day(to))).toBe(words)
})

test('long lengths keep their months; lateness is counted in days as long as days mean something', () => {
  expect(exactLengthWords(day('2016-03-24'), day('2025-03-03'))).toBe('8 years 11 months')
  expect(exactLengthWords(day('2016-03-24'), day('2017-03-24'))).toBe('1 year')
  expect(overWords(day('2024-11-13'), day('2025-03-03'))).toBe('110 days')
  expect(overWords(day('2017-05-24'), day('2025-03-03'))).toBe('7 years 9 months')
})

test('ordinals', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111].map(ordinal)).toEqual([
    '1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '23rd', '101st', '111th',
  ])
})

test('ticks are weeks for three weeks, months for a year and a half, years for fifteen years', () => {
  const three = ticksOf(window('2025-02-08', '2025-03-06'), 30, 34)
  expect(three.minor.map((tick) => tick.label)).toEqual(['10', '17', '24', '3'])
  expect(three.major.map((tick) => tick.label)).toEqual(['February 2025', 'March 2025'])
  const year = ticksOf(window('2023-09-25', '2025-03-20'), 2, 34)
  expect(year.minor.slice(0, 4).map((tick) => tick.label)).toEqual(['Oct', 'Nov', 'Dec', 'Jan'])
  expect(year.major.map((tick) => tick.label)).toEqual(['2023', '2024', '2025'])
  const fifteen = ticksOf(window('2010-02-01', '2025-03-20'), 0.18, 34)
  expect(fifteen.major).toEqual([])
  expect(fifteen.minor.map((tick) => tick.label)).toEqual([
    '2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025',
  ])
})

test('blocks are moved as little as keeps them in order without overlap', () => {
  expect(spread([0, 100], [20, 20], 0, 200)).toEqual([0, 100])
  // Two that want the same place share the way: 10 up, 10 down.
  expect(spread([100, 100], [20, 20], 0, 200)).toEqual([90, 110])
  expect(spread([190, 195], [20, 20], 0, 200)).toEqual([160, 180])
  expect(spread([0, 0], [20, 20], 0, 200)).toEqual([0, 20])
})

test('dates of the return that are known in part', () => {
  expect(readPartialDate('zz/03/2017')).toEqual({ on: null, inWords: 'March 2017' })
  expect(readPartialDate('zz/ZZ/2017')).toEqual({ on: null, inWords: '2017' })
  expect(readPartialDate('04/03/2017')).toEqual({ on: day('2017-03-04'), inWords: '' })
  expect(readPartialDate('zz/zz/zzzz')).toEqual({ on: null, inWords: 'not known' })
  expect(readPartialDate(null)).toEqual({ on: null, inWords: 'not known' })
  expect(readPartialDate('spring 2017')).toEqual({ on: null, inWords: 'spring 2017' })
})

test('escapes what XML reads and replaces what it cannot hold', () => {
  expect(escapeXml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;')
  expect(escapeXml('\u0000\u0085\ud800\uffff é漢😀\n')).toBe('\ufffd\ufffd\ufffd\ufffd é漢😀\n')
})

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const bandLooks: readonly Look[] = [
  'legal agreement', 'legal emergency', 'legal interim', 'legal full', 'legal placement', 'legal justice', 'legal short breaks',
  'legal other', 'home family', 'home foster', 'home early permanence', 'home adoptive', 'home children', 'home supported',
  'home secure', 'home other', 'route', 'no route', 'achieved', 'strength 0', 'strength 1', 'strength 2', 'strength 3', 'liberty',
]

test.each(bandLooks)('words on %s have a contrast of 4.5 to 1', (look) => {
  const { fill, ink } = bandPaint(look)
  expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5)
})

test('marks have a contrast of 3 to 1 on white, and what is late is never told by colour alone', () => {
  for (const [look] of legendWords) expect(contrast(markPaint(look).colour, '#ffffff')).toBeGreaterThanOrEqual(3)
  expect(markPaint('review late').glyph).not.toBe(markPaint('review on time').glyph)
  expect(markPaint('overdue').glyph).not.toBe(markPaint('due').glyph)
  expect(markPaint('cannot tell').glyph).not.toBe(markPaint('due').glyph)
})
