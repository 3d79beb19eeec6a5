/** The return of a collection year as files to send, written from what is held. */
import type { FactName } from '../core/facts/factTypes.ts'
import { tablesOfYear, type ChildYear } from '../returns/ssda903/held/childYear.ts'
import { csvHeader, csvLine } from '../returns/ssda903/write/csv.ts'
import { notInXml, xmlCaveats, xmlChild, xmlEnd, xmlStart } from '../returns/ssda903/write/xml.ts'
import type { Work } from './work.ts'

export interface HeldReturns {
  /** What the return of a year says of every child whom the request reaches, some children at a time, by their numbers. */
  children(year: number): AsyncIterable<readonly ChildYear[]>
}

/** How the files of a return are named, as authorities name them. */
export const fileNames: Readonly<Record<FactName, string>> = {
  child_details: 'header.csv', episode: 'episodes.csv', unaccompanied_child: 'uasc.csv', review: 'reviews.csv',
  outcomes_year: 'oc2.csv', care_leaver_year: 'oc3.csv', adoption: 'ad1.csv', adoption_decision: 'placed_for_adoption.csv',
  previous_permanence: 'previous_permanence.csv', missing_episode: 'missing.csv', social_worker_episode: 'sw_episodes.csv',
  deprivation_of_liberty_order: 'dolo.csv',
}

/** How many children the return of a year would have in the hands of whoever asks. */
export async function childrenInReturn(work: Work, year: number): Promise<number> {
  work.allow('export', 'return file')
  let children = 0
  for await (const some of work.returns.children(year)) children += some.length
  return children
}

/**
 * Said beside every file, whoever asks and whatever is held: a restricted child does not exist for those whom the record does
 * not name, so nobody can be told whether a child is missing; and a return must not be taken for whole without the thought.
 */
export const restrictedWords = 'A child whose record is restricted is in it only when you are named on that record, and it is not told whether there are any. Before the return is sent, compare the number of children with your record system’s.'

/** A piece of one table's file. */
export interface TablePiece {
  readonly table: FactName
  readonly text: string
}

/**
 * Every table of a year's return as CSV, in pieces: the heads of all tables first, so that one without rows is a file, too.
 * Cells are written as the Department reads them, not made harmless for spreadsheets: this file is for sending.
 */
export async function* returnCsv(work: Work, year: number): AsyncGenerator<TablePiece> {
  work.allow('export', 'return file')
  for (const table of tablesOfYear(year)) yield { table, text: csvHeader(table) }
  for await (const children of work.returns.children(year)) {
    for (const table of tablesOfYear(year)) {
      let text = ''
      for (const { facts, code, bornOn, sex } of children) {
        for (const { values } of facts[table]) text += csvLine(table, code, bornOn, values, year, sex)
      }
      if (text !== '') yield { table, text }
    }
  }
}

/** A year's return as one XML document, in pieces. */
export async function* returnXml(work: Work, year: number): AsyncGenerator<string> {
  work.allow('export', 'return file')
  yield xmlStart
  for await (const children of work.returns.children(year)) {
    const text = children.filter(isInXml).map((child) => xmlChild(child, year)).join('')
    if (text !== '') yield text
  }
  yield xmlEnd
}

/** Whether the known schema has anything to say of the child: beside tables that it lacks. */
const isInXml = ({ facts }: ChildYear): boolean =>
  Object.entries(facts).some(([name, held]) => held.length > 0 && !notInXml.includes(name as FactName))

/** Years whose return can be written, newest first: those of which a return is held. */
export async function returnYears(work: Work): Promise<readonly number[]> {
  work.allow('export', 'return file')
  return (await work.imports.yearsHeld()).toSorted((a, b) => b - a)
}

/** What the XML of a year cannot say, in words. */
export const xmlCaveatsOf = (year: number): readonly string[] => xmlCaveats(year)
