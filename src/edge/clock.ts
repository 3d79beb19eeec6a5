/** The one place where Holdfast reads the clock. */
import { isoDate, type LocalDate } from '../core/time/localDate.ts'

const england = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** Today's date in England, wherever the server stands. */
export function todayInEngland(): LocalDate {
  return isoDate(england.format(new Date()))
}

/** This moment, UTC text. */
export function now(): string {
  return new Date().toISOString()
}
