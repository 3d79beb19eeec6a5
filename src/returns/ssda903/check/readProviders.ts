/**
 * Reads Ofsted's list of registered providers from a CSV file. Ofsted gives it to authorities as a workbook of changing
 * layout; saved as CSV, its columns are known by their names, whatever their order.
 */
import Papa from 'papaparse'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { otherDate, slashDate } from '../read/dates.ts'
import type { Provider, Providers } from './providers.ts'

export type ProvidersRead =
  | { readonly kind: 'read'; readonly providers: Providers; readonly count: number }
  /** What is wrong, where, and how to mend it. Nothing of the list is taken. */
  | { readonly kind: 'refused'; readonly words: string; readonly fix: string; readonly row: number | null }

/** Names a column may go by, in capitals and without anything between the words. */
const names = {
  urn: ['URN'],
  places: ['PLACE', 'PLACEMENTCODE', 'PLACEMENTCODES', 'PLACEMENTTYPE', 'PLACEMENTTYPES'],
  providerCodes: ['PLACEPROVIDER', 'PROVIDERCODE', 'PROVIDERCODES', 'PLACEMENTPROVIDERCODE', 'PLACEMENTPROVIDERCODES'],
  authorities: ['AUTHORITY', 'AUTHORITIES', 'LACODE', 'LACODES', 'LOCALAUTHORITYCODE', 'LANUMBER'],
  postcode: ['POSTCODE'],
  registeredOn: ['REGISTERED', 'REGISTRATIONDATE', 'DATEREGISTERED'],
  closedOn: ['CLOSED', 'CLOSEDDATE', 'DATECLOSED', 'CLOSUREDATE'],
} as const
type Column = keyof typeof names

const squeezed = (cell: string): string => cell.toUpperCase().replace(/[^A-Z]/g, '')
const several = (cell: string): readonly string[] => cell.toUpperCase().split(/[\s,;/]+/).filter((code) => code !== '')

/**
 * Reads a list (CSV text). A provider may stand in several rows, which add up. Refused when it has no URN column, and where
 * a date cannot be read: a provider whose closing is not known would pass for open.
 */
export function readProviders(text: string, collectionYear: number): ProvidersRead {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false })
  const headerAt = data.findIndex((cells) => cells.some((cell) => squeezed(cell) === 'URN'))
  const header = data[headerAt]?.map(squeezed)
  if (header === undefined) {
    return {
      kind: 'refused', row: null, words: 'This is no list of providers: no row of it names a column URN.',
      fix: "Save Ofsted's list as CSV, with its column names.",
    }
  }
  const at = (column: Column): number => header.findIndex((name) => names[column].some((known) => known === name))
  const places = { urn: at('urn'), places: at('places'), providerCodes: at('providerCodes'), authorities: at('authorities'), postcode: at('postcode'), registeredOn: at('registeredOn'), closedOn: at('closedOn') }
  const held = new Map<string, Provider>()
  for (const [i, cells] of data.slice(headerAt + 1).entries()) {
    const cell = (column: Column): string => (cells[places[column]] ?? '').trim()
    const urn = cell('urn').toUpperCase().replace(/\.0+$/, '')
    if (urn === '') continue
    const row = headerAt + i + 2
    const registeredOn = dateIn(cell('registeredOn'), collectionYear)
    const closedOn = dateIn(cell('closedOn'), collectionYear)
    if (registeredOn === undefined || closedOn === undefined) {
      const wrong = registeredOn === undefined ? cell('registeredOn') : cell('closedOn')
      return { kind: 'refused', row, words: `${wrong.slice(0, 100)} is not a date.`, fix: 'Write dates as DD/MM/YYYY.' }
    }
    const before = held.get(urn)
    held.set(urn, {
      urn,
      places: joined(before?.places, several(cell('places'))),
      providerCodes: joined(before?.providerCodes, several(cell('providerCodes'))),
      authorities: joined(before?.authorities, several(cell('authorities'))),
      postcode: cell('postcode') === '' ? (before?.postcode ?? '') : cell('postcode').toUpperCase(),
      registeredOn: registeredOn ?? before?.registeredOn ?? null,
      closedOn: closedOn ?? before?.closedOn ?? null,
    })
  }
  return { kind: 'read', providers: { find: (urn) => held.get(urn) }, count: held.size }
}

const joined = (before: readonly string[] | undefined, more: readonly string[]): readonly string[] =>
  before === undefined ? more : [...new Set([...before, ...more])]

/** Null when blank, undefined when it is no date. */
function dateIn(text: string, collectionYear: number): LocalDate | null | undefined {
  if (text === '') return null
  const plain = slashDate(text)
  if (plain !== undefined) return plain
  const other = otherDate(text, collectionYear)
  return other.kind === 'date' ? other.date : undefined
}
