/**
 * A calendar as text (iCalendar, RFC 5545): whole days alone, for calendars outside Holdfast. It is kept by programs that
 * Holdfast does not know, so it may say what and when and where to look, and never who.
 */
import { addDays, formatIso, type LocalDate } from '../time/localDate.ts'

export interface CalendarDay {
  /** The same for as long as it is the same thing, so that a calendar moves it and does not show it twice. */
  readonly uid: string
  readonly on: LocalDate
  /** "Review". No name, no code, nobody's words. */
  readonly what: string
  /** Its page: a whole address, or null when this installation does not know its own. */
  readonly url: string | null
}

/** Bytes a line may have, its end not counted (RFC 5545, 3.1). */
const longest = 75

/** The whole file; `stamp` is this moment, `20260601T083000Z`. */
export function iCalendar(days: readonly CalendarDay[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Holdfast//Work//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Holdfast',
    ...days.flatMap(({ uid, on, what, url }) => [
      'BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
      `SUMMARY:${escaped(what)}`, ...(url === null ? [] : [`URL:${url}`]), 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const plain = (day: LocalDate): string => formatIso(day).replaceAll('-', '')

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n')
}

/** Long lines go on in the next after a space; never in the middle of a letter, though some take four bytes. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes + size > longest) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n')
}
