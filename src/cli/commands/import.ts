import { existsSync } from 'node:fs'
import type { ImportCounts, ImportNote } from '../../app/imports.ts'
import { askForImport, runAskedImport } from '../../edge/importing.ts'
import { commandLineActor, UsageError } from '../../edge/operator.ts'
import type { Holdfast } from '../../edge/holdfast.ts'
import { holdAuthority } from '../../edge/authorities.ts'
import { sourcesOfPath, type ByteSource } from '../../returns/ssda903/read/sources.ts'
import { formatOption } from '../asAt.ts'
import type { Command } from '../command.ts'
import { endProgress, exitCodes, progressLine, say, tell } from '../output.ts'
import { withHoldfast } from '../withHoldfast.ts'

async function sourcesOf(paths: readonly string[]): Promise<readonly ByteSource[]> {
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new UsageError(`There is no file or folder ${missing}.`)
  return (await Promise.all(paths.map((path) => sourcesOfPath(path)))).flat()
}

function yearOf(value: string | boolean | undefined): number {
  if (typeof value !== 'string') throw new UsageError('Say the collection year with --year, named by its end: --year 2026 for 1 April 2025 to 31 March 2026.')
  const year = Number(value)
  if (!/^\d{4}$/.test(value) || year < 1992 || year > 2100) throw new UsageError(`--year takes a year such as 2026, not ${value}.`)
  return year
}

function noteLine(note: ImportNote): string {
  const place = [note.file, note.row === null ? null : `row ${note.row}`, note.column, note.value === null || note.value === '' ? null : `"${note.value}"`]
  const where = place.filter((part) => part !== null).join(', ')
  return `${note.kind}: ${where === '' ? '' : `${where}: `}${note.words}${note.fix === null ? '' : ` ${note.fix}`}`
}

const n = (value: number): string => value.toLocaleString('en-GB')

function countLines(counts: ImportCounts): readonly string[] {
  const { added, closed, completed, changedDifferences: changed, vanishedDifferences: vanished } = counts
  if (added + closed + completed + changed + vanished === 0) {
    return [`${n(counts.rows)} rows about ${n(counts.children)} children: all of it was held already. Nothing changed.`]
  }
  return [
    `${n(counts.rows)} rows about ${n(counts.children)} children, ${n(counts.newChildren)} of them new.`,
    `${n(added)} facts added, ${n(closed)} closed, ${n(completed)} completed, ${n(counts.unchanged)} held already.`,
    changed + vanished === 0
      ? 'No differences.'
      : `${n(changed + vanished)} ${changed + vanished === 1 ? 'difference' : 'differences'} for a person to settle: ${n(changed)} changed, ${n(vanished)} no longer there.`,
  ]
}

async function authorityFor(holdfast: Holdfast, named: string | boolean | undefined): Promise<number> {
  if (typeof named !== 'string') {
    const { rows } = await holdfast.pool.query<{ authority_id: number }>('select authority_id from authority')
    const [only, ...others] = rows
    if (only !== undefined && others.length === 0) return only.authority_id
    throw new UsageError('Say whose return this is with --authority and the DfE number, such as --authority 309.')
  }
  return holdAuthority(holdfast, named)
}

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring in an SSDA903 return: a folder, a zip, CSV files or one XML file',
  help: `holdfast import PATH [PATH …] --year 2026 [--authority 309] [--last PATH] [--any-year] [--format text|json]

  PATH              a folder, a zip, CSV files, or one XML file; a team list (SW_ID,WORKER,TEAM) may lie beside them
  --year YYYY       the collection year, named by its end: 2026 is 1 April 2025 to 31 March 2026
  --authority NNN   the authority's DfE number; not needed when one alone is held
  --last PATH       last year's return, brought in first in the same transaction
  --any-year        take a return most of which lies outside its collection year
  --format NAME     text or json

All or nothing: when anything is refused, nothing is brought in and every reason is listed.
Exit codes: 0 brought in, 1 refused or cancelled, 2 given wrongly, 3 failed.`,
  options: {
    year: { type: 'string' }, authority: { type: 'string' }, last: { type: 'string', multiple: false },
    'any-year': { type: 'boolean' }, format: { type: 'string' },
  },
  async run({ values, words }) {
    const format = formatOption(values['format'], ['text', 'json'])
    if (words.length === 0) throw new UsageError('Say what to bring in: holdfast import FOLDER --year 2026.')
    const collectionYear = yearOf(values['year'])
    const files = await sourcesOf(words)
    const lastYearFiles = typeof values['last'] === 'string' ? await sourcesOf([values['last']]) : []
    return withHoldfast(async (holdfast) => {
      const actor = await commandLineActor(holdfast.pool, await authorityFor(holdfast, values['authority']))
      const given = { collectionYear, files, lastYearFiles, anyYear: values['any-year'] === true }
      const request = await askForImport(holdfast, actor, given)
      const stopping = new AbortController()
      const stop = (): void => stopping.abort()
      process.once('SIGINT', stop)
      const show = progressLine()
      let failure: unknown = null
      const result = await runAskedImport(holdfast, request, given, {
        signal: stopping.signal,
        progress: ({ stage, done, total }) => show(stage, done, total),
        onFailure: (error) => { failure = error },
      })
      process.removeListener('SIGINT', stop)
      endProgress()
      const notes = result.outcome?.notes ?? []
      const counts = result.outcome?.status === 'done' ? result.outcome.counts : null
      if (format === 'json') {
        say(JSON.stringify({ import: request.importId, status: result.status, counts, notes }, null, 2))
      } else {
        for (const note of notes) say(noteLine(note))
        if (counts !== null) for (const line of countLines(counts)) say(line)
      }
      switch (result.status) {
        case 'done':
          return exitCodes.done
        case 'refused':
          if (format === 'text') say('The return was refused: nothing was brought in.')
          return exitCodes.refused
        case 'cancelled':
          tell('Cancelled: nothing was brought in.')
          return exitCodes.refused
        default:
          tell(`The import failed and nothing was brought in: ${failure instanceof Error ? failure.message : String(failure)}`)
          return exitCodes.failed
      }
    })
  },
}
