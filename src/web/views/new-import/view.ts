/** Bringing in a return: the form, and what is wrong with what was sent. */
import type { UploadedFile } from '../../port.ts'
import { collectionYearOf, type LocalDate } from '../../../core/time/localDate.ts'
import { sizeWords } from '../../words/counts.ts'
import { yearWords } from '../../words/dates.ts'

/** The oldest year whose format we read (2018 to 2019) and the year after the current one. */
const firstYear = 2019

export interface FormError {
  readonly href: string
  readonly text: string
}

export interface NewImportModel {
  readonly authority: string
  readonly years: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]
  readonly errors: readonly FormError[]
  readonly yearError: { readonly text: string } | null
  readonly filesError: { readonly text: string } | null
  readonly lastYearError: { readonly text: string } | null
  /** Files cannot be kept by a browser: they have to be chosen again. */
  readonly again: string | null
  readonly limit: string
}

export interface NewImportAsked {
  readonly year: string
  readonly files: readonly UploadedFile[]
  readonly lastYearFiles: readonly UploadedFile[]
}

const ending = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

function filesError(files: readonly UploadedFile[], which: string): string | null {
  const strange = files.find(({ name }) => !['csv', 'zip', 'xml'].includes(ending(name)))
  if (strange !== undefined) return `“${strange.name}” is not a CSV, zip or XML file. Choose the files of ${which} as your record system makes them`
  const blank = files.find(({ size }) => size === 0)
  if (blank !== undefined) return `“${blank.name}” has nothing in it. Export it again or leave it out`
  const xml = files.filter(({ name }) => ending(name) === 'xml')
  if (xml.length > 0 && files.length > 1) return `“${xml[0]?.name ?? ''}” holds a whole return by itself. Choose it alone, or only the CSV files`
  const names = files.map(({ name }) => name.toLowerCase())
  const twice = files.find(({ name }, i) => names.indexOf(name.toLowerCase()) !== i)
  return twice === undefined ? null : `“${twice.name}” was chosen twice. Choose each file once`
}

/** The year chosen, if it is one of those offered. */
export function yearAsked(asked: NewImportAsked, today: LocalDate): number | undefined {
  return yearsOffered(today).find((year) => String(year) === asked.year)
}

function yearsOffered(today: LocalDate): readonly number[] {
  const now = collectionYearOf(today)
  return Array.from({ length: now + 1 - firstYear + 1 }, (_, i) => now + 1 - i)
}

/** What is wrong with what was sent: at most one thing a field. */
export function newImportErrors(asked: NewImportAsked, today: LocalDate): Pick<NewImportModel, 'errors' | 'yearError' | 'filesError' | 'lastYearError'> {
  const year = yearAsked(asked, today) === undefined ? 'Choose the year of the return' : null
  const files = asked.files.length === 0 ? 'Choose the files of the return' : filesError(asked.files, 'the return')
  const last = filesError(asked.lastYearFiles, "last year's return")
  const wrap = (text: string | null): { readonly text: string } | null => (text === null ? null : { text })
  return {
    errors: [
      ...(year === null ? [] : [{ href: '#year', text: year }]),
      ...(files === null ? [] : [{ href: '#files', text: files }]),
      ...(last === null ? [] : [{ href: '#last-year-files', text: last }]),
    ],
    yearError: wrap(year), filesError: wrap(files), lastYearError: wrap(last),
  }
}

/** The form; with what was sent and what is wrong with it, when something was sent. */
export function newImportModel(authority: string, today: LocalDate, maxBytes: number | null, sent: NewImportAsked | null): NewImportModel {
  const errors = sent === null ? { errors: [], yearError: null, filesError: null, lastYearError: null } : newImportErrors(sent, today)
  const chosen = sent === null ? String(collectionYearOf(today)) : sent.year
  const count = (sent?.files.length ?? 0) + (sent?.lastYearFiles.length ?? 0)
  return {
    ...errors,
    authority,
    years: yearsOffered(today).map((year) => ({ value: String(year), text: yearWords(year), selected: String(year) === chosen })),
    again: sent === null || count === 0 ? null : 'Your browser cannot keep the files for you: choose them again.',
    limit: maxBytes === null ? '' : sizeWords(maxBytes),
  }
}
