import { expect, test } from 'vitest'
import { formatIso, isoDate } from './localDate.ts'
import {
  addWorkingDays, holidaysSkipped, isInTable, isWorkingDay, lastWorkingDayOnOrBefore, weekendDaysSkipped, workingCalendar,
  workingDaysBetween, type WorkingDayAnswer,
} from './workingDays.ts'

// England and Wales, 2023, in full.
const holidays = [
  ['2023-01-02', "New Year's Day (substitute day)"],
  ['2023-04-07', 'Good Friday'],
  ['2023-04-10', 'Easter Monday'],
  ['2023-05-01', 'Early May bank holiday'],
  ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
  ['2023-05-29', 'Spring bank holiday'],
  ['2023-08-28', 'Summer bank holiday'],
  ['2023-12-25', 'Christmas Day'],
  ['2023-12-26', 'Boxing Day'],
].map(([on, name]) => ({ on: isoDate(on ?? ''), name: name ?? '' }))
const calendar = workingCalendar(holidays, isoDate('2023-01-01'), isoDate('2023-12-31'))

const said = (answer: WorkingDayAnswer): string => (answer.kind === 'date' ? formatIso(answer.date) : answer.kind)
const after = (from: string, n: number): string => said(addWorkingDays(calendar, isoDate(from), n))

test('70 working days after 4 April 2023 is 18 July 2023, the deadline of a published action plan (domain 1.0)', () => {
  expect(after('2023-04-04', 70)).toBe('2023-07-18')
  expect(workingDaysBetween(calendar, isoDate('2023-04-04'), isoDate('2023-07-18'))).toBe(70)
})

test('the first review: 20 working days after Monday 6 March 2023 is Monday 3 April 2023', () => {
  expect(after('2023-03-06', 20)).toBe('2023-04-03')
})

test('day 0 may be a weekend or a bank holiday: the first working day after it is day 1', () => {
  expect(after('2023-03-03', 1)).toBe('2023-03-06') // Friday
  expect(after('2023-03-04', 1)).toBe('2023-03-06') // Saturday
  expect(after('2023-03-05', 1)).toBe('2023-03-06') // Sunday
  expect(after('2023-04-06', 1)).toBe('2023-04-11') // Maundy Thursday
  expect(after('2023-04-07', 1)).toBe('2023-04-11') // Good Friday
  expect(after('2023-04-07', 2)).toBe('2023-04-12')
})

test('counting back gives the Nth working day before', () => {
  expect(after('2023-04-11', -1)).toBe('2023-04-06')
  expect(after('2023-04-09', -1)).toBe('2023-04-06') // Easter Sunday
  expect(after('2023-04-11', -3)).toBe('2023-04-04')
  expect(after('2023-07-18', -70)).toBe('2023-04-04')
})

test('no working days on is the day itself, working or not', () => {
  expect(after('2023-04-07', 0)).toBe('2023-04-07')
})

test('beyond the table it refuses, either way, and says what it knows', () => {
  expect(after('2023-12-28', 1)).toBe('2023-12-29')
  expect(addWorkingDays(calendar, isoDate('2023-12-28'), 2)).toEqual({
    kind: 'beyond the table',
    from: isoDate('2023-01-01'),
    to: isoDate('2023-12-31'),
  })
  expect(after('2023-01-04', -1)).toBe('2023-01-03')
  expect(after('2023-01-04', -2)).toBe('beyond the table')
  expect(after('2024-01-01', 0)).toBe('beyond the table')
  expect(after('2024-01-01', -1)).toBe('beyond the table')
  expect(after('2022-12-31', 1)).toBe('beyond the table')
  expect(after('2023-06-01', 1_000_000_000)).toBe('beyond the table')
  expect(isInTable(calendar, isoDate('2023-12-31'))).toBe(true)
  expect(isInTable(calendar, isoDate('2024-01-01'))).toBe(false)
})

test('a part of a working day is a mistake', () => {
  expect(() => addWorkingDays(calendar, isoDate('2023-06-01'), 1.5)).toThrow('not a whole number of working days: 1.5')
  expect(() => addWorkingDays(calendar, isoDate('2023-06-01'), Number.NaN)).toThrow(RangeError)
})

test('a working day is Monday to Friday and no bank holiday', () => {
  expect(isWorkingDay(calendar, isoDate('2023-05-05'))).toBe(true)
  expect(isWorkingDay(calendar, isoDate('2023-05-06'))).toBe(false)
  expect(isWorkingDay(calendar, isoDate('2023-05-07'))).toBe(false)
  expect(isWorkingDay(calendar, isoDate('2023-05-08'))).toBe(false)
  expect(isWorkingDay(calendar, isoDate('2023-05-09'))).toBe(true)
  expect(isWorkingDay(calendar, isoDate('2023-01-01'))).toBe(false)
  expect(isWorkingDay(calendar, isoDate('2023-12-29'))).toBe(true)
  expect(() => isWorkingDay(calendar, isoDate('2024-01-02'))).toThrow(
    'bank holidays are known from 2023-01-01 to 2023-12-31 only, not on 2024-01-02',
  )
})

test('working days between two days leave out the first and keep the last', () => {
  const between = (a: string, b: string): number | undefined => workingDaysBetween(calendar, isoDate(a), isoDate(b))
  expect(between('2023-04-06', '2023-04-11')).toBe(1)
  expect(between('2023-04-06', '2023-04-10')).toBe(0)
  expect(between('2023-04-11', '2023-04-11')).toBe(0)
  expect(between('2023-04-11', '2023-04-06')).toBe(0)
  // 365 days of 2023 less its first, a Sunday; 52 weeks follow: 260 weekdays less 9 bank holidays.
  expect(between('2023-01-01', '2023-12-31')).toBe(251)
  expect(between('2023-12-01', '2024-01-02')).toBeUndefined()
  expect(between('2022-12-31', '2023-01-03')).toBeUndefined()
})

test('plan by: the working day on or before a date that is not one', () => {
  const on = (date: string): string => said(lastWorkingDayOnOrBefore(calendar, isoDate(date)))
  expect(on('2023-04-11')).toBe('2023-04-11')
  expect(on('2023-04-10')).toBe('2023-04-06')
  expect(on('2023-04-30')).toBe('2023-04-28')
  expect(on('2023-01-02')).toBe('beyond the table')
  expect(on('2024-01-02')).toBe('beyond the table')
})

test('what a count passed over: bank holidays by name, and weekend days', () => {
  const skipped = (a: string, b: string): readonly string[] =>
    holidaysSkipped(calendar, isoDate(a), isoDate(b)).map(({ on }) => formatIso(on))
  expect(skipped('2023-04-04', '2023-07-18')).toEqual(['2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29'])
  expect(skipped('2023-04-07', '2023-04-10')).toEqual(['2023-04-10'])
  expect(skipped('2023-04-10', '2023-04-10')).toEqual([])
  expect(skipped('2023-04-10', '2023-04-01')).toEqual([])
  expect(() => skipped('2023-12-01', '2024-01-01')).toThrow('not on 2024-01-01')
  // Only the days counted must be known: the day before the table is day 0, the one before that is not.
  expect(skipped('2022-12-31', '2023-01-03')).toEqual(['2023-01-02'])
  expect(() => skipped('2022-12-30', '2023-01-03')).toThrow('not on 2022-12-31')
  // 105 days on, 70 of them worked, 5 bank holidays: 30 weekend days.
  expect(weekendDaysSkipped(isoDate('2023-04-04'), isoDate('2023-07-18'))).toBe(30)
  expect(weekendDaysSkipped(isoDate('2023-03-04'), isoDate('2023-03-05'))).toBe(1)
  expect(weekendDaysSkipped(isoDate('2023-03-05'), isoDate('2023-03-05'))).toBe(0)
  expect(weekendDaysSkipped(isoDate('2023-03-05'), isoDate('2023-03-01'))).toBe(0)
})

test('a bank holiday at a weekend takes no working day away and is not named as skipped', () => {
  const [from, to] = [isoDate('2022-01-01'), isoDate('2022-01-31')]
  const january = workingCalendar([{ on: from, name: "New Year's Day" }], from, to)
  expect(said(addWorkingDays(january, from, 1))).toBe('2022-01-03')
  expect(workingDaysBetween(january, from, to)).toBe(21)
  expect(holidaysSkipped(january, from, to)).toEqual([])
})

test('a table that cannot be trusted is refused', () => {
  const from = isoDate('2023-01-01')
  const holiday = { on: isoDate('2023-04-07'), name: 'Good Friday' }
  expect(() => workingCalendar([], from, isoDate('2022-12-31'))).toThrow(
    'the table ends on 2022-12-31, before it begins on 2023-01-01',
  )
  expect(() => workingCalendar([holiday], from, isoDate('2023-04-06'))).toThrow(
    'Good Friday on 2023-04-07 lies outside the table',
  )
  expect(() => workingCalendar([holiday, holiday], from, isoDate('2023-12-31'))).toThrow(
    'two bank holidays on 2023-04-07, one of them Good Friday',
  )
})

test('holidays may be given in any order', () => {
  const shuffled = workingCalendar(holidays.toReversed(), calendar.from, calendar.to)
  expect(shuffled).toEqual(calendar)
})
