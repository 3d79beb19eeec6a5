import { expect, test } from 'vitest'
import { dateOf, isoDate } from '../../../core/time/localDate.ts'
import { otherDate, partialDateText, slashDate } from './dates.ts'

const two = (n: number): string => String(n).padStart(2, '0')

test('every DD/MM/YYYY from 1900 to 2099, and no other, is a date', () => {
  for (let year = 1898; year <= 2101; year += 1) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const expected = year < 1900 || year > 2099 ? undefined : dateOf(year, month, day)
        if (slashDate(`${two(day)}/${two(month)}/${year}`) !== expected) throw new Error(`${day}/${month}/${year}`)
      }
    }
  }
  expect(slashDate('01/04/2017')).toBe(isoDate('2017-04-01'))
})

test.each(['', '1/4/2017', '01/04/17', '01-04-2017', '01/04/20a7', '0:/04/2017', '01/04/2017 ', '/1/04/2017', '01/04/.017'])(
  '%s is not plainly DD/MM/YYYY',
  (text) => expect(slashDate(text)).toBeUndefined(),
)

test.each([
  ['1/4/2017', '2017-04-01', 'form'],
  ['2017-04-01', '2017-04-01', 'form'],
  ['2017/04/01', '2017-04-01', 'form'],
  ['01-04-2017', '2017-04-01', 'form'],
  ['01.04.2017', '2017-04-01', 'form'],
  ['01/04/2017 00:00', '2017-04-01', 'form'],
  ['01/04/2017 0:00', '2017-04-01', 'form'],
  ['01/04/2017 00:00:00', '2017-04-01', 'form'],
  ['2017-04-01T00:00:00', '2017-04-01', 'form'],
  ['2017-04-01 00:00:00.000', '2017-04-01', 'form'],
  ['1-Apr-2017', '2017-04-01', 'form'],
  ['01 April 2017', '2017-04-01', 'form'],
  ['3 SEPT 2016', '2016-09-03', 'form'],
  ['29-Feb-2016', '2016-02-29', 'form'],
  ['01/04/17', '2017-04-01', 'two-figure year'],
  ['1-Apr-17', '2017-04-01', 'two-figure year'],
  ['31/03/18', '2018-03-31', 'two-figure year'],
  ['05/06/99', '1999-06-05', 'two-figure year'],
  ['42826', '2017-04-01', 'day number'],
  ['42826.0', '2017-04-01', 'day number'],
  // Microsoft's own example of the 1900 system: 1 January 2008 is day 39448.
  ['39448', '2008-01-01', 'day number'],
] as const)('%s in the return of 2018 is %s', (text, iso, mend) => {
  expect(otherDate(text, 2018)).toEqual({ kind: 'date', date: isoDate(iso), mend })
})

test.each([
  ['31/02/2017', 'no such day'],
  ['29/02/2017', 'no such day'],
  ['00/04/2017', 'no such day'],
  ['31/02/17', 'no such day'],
  ['01/04/0017', 'no such day'],
  ['01/04/2917', 'no such day'],
  ['04/13/2017', 'month first'],
  ['04/13/17', 'month first'],
  // The day after the year's end in 2018: neither 2018 (after the end) nor 1918 (nobody in care was born).
  ['01/04/18', 'which century'],
  ['06/07/30', 'which century'],
  ['TBC', 'not a date'],
  ['unknown', 'not a date'],
  ['2017', 'not a date'],
  ['20170401', 'not a date'],
  ['01042017', 'not a date'],
  ['19999', 'not a date'],
  ['73051', 'not a date'],
  ['01/04/2017 14:30', 'not a date'],
  ['01/04-2017', 'not a date'],
  ['1 Nonember 2017', 'not a date'],
  ['1-Ap-2017', 'not a date'],
] as const)('%s is no date: %s', (text, why) => {
  expect(otherDate(text, 2018)).toEqual({ kind: 'none', why })
})

test.each([
  ['zz/03/2015', 'zz/03/2015'],
  ['ZZ/03/2015', 'zz/03/2015'],
  ['zZ/Zz/2015', 'zz/zz/2015'],
  ['zz/zz/zzzz', 'zz/zz/zzzz'],
])('the partial date %s is kept as %s', (text, kept) => expect(partialDateText(text)).toBe(kept))

test.each(['zz/13/2015', 'zz/00/2015', '01/zz/2015', 'zz/03/zzzz', 'zz/03/15', 'zz', '01/03/2015', 'zz/zz/0015'])(
  '%s is no partial date',
  (text) => expect(partialDateText(text)).toBeUndefined(),
)
