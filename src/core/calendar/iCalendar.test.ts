/** Against RFC 5545: 3.1 (content lines), 3.3.11 (text), 3.8.2.4 and 3.6.1 (whole days: DTEND is the day after). */
import { expect, test } from 'vitest'
import { isoDate } from '../time/localDate.ts'
import { iCalendar } from './iCalendar.ts'

test('a whole day is an event that ends on the next day', () => {
  expect(iCalendar([{ uid: 'a@holdfast', on: isoDate('2026-12-31'), what: 'Planning meeting', url: 'https://h.example/work' }], '20260601T083000Z')).toBe([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Holdfast//Work//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Holdfast',
    'BEGIN:VEVENT', 'UID:a@holdfast', 'DTSTAMP:20260601T083000Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Planning meeting', 'URL:https://h.example/work', 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n'))
})

test('signs that mean something are escaped, and long lines are folded at 75 bytes without breaking a letter', () => {
  const text = iCalendar([{ uid: 'a', on: isoDate('2026-06-01'), what: `One; two, three\\four\n${'é'.repeat(60)}`, url: null }], '20260601T083000Z')
  expect(text).toContain('SUMMARY:One\\; two\\, three\\\\four\\n')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain('é'.repeat(60))
  expect(text).not.toContain('URL')
})
