import { stdout } from 'node:process'
import { linesOf } from '../../app/audit.ts'
import { exportFormats } from '../../core/audit/exported.ts'
import { formatIso, parseIsoDate, type LocalDate } from '../../core/time/localDate.ts'
import { readForExport } from '../../edge/audit.ts'
import { UsageError } from '../../edge/operator.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../output.ts'
import { asOperator } from '../withHoldfast.ts'

function day(name: string, value: string | boolean | undefined): LocalDate | null {
  if (value === undefined) return null
  const read = parseIsoDate(String(value))
  if (read === undefined) throw new UsageError(`--${name} takes a day such as 2026-03-03, not ${String(value)}.`)
  return read
}

export const auditExport: Command = {
  name: 'audit-export',
  summary: 'The log of who looked, for the council’s monitoring',
  help: `holdfast audit-export [--authority 990] [--since 2026-03-03] [--until 2026-03-04] [--after EVENT] [--format jsonl|cef]

  --since DAY      from this day on, in England
  --until DAY      up to this day, with it
  --after NUMBER   only events after this one: the last "event" of the export before
  --format NAME    jsonl (a JSON object a line) or cef (Common Event Format); jsonl unless told

Writes to standard output, oldest first. People and children by id, never a child's number: docs/reference/audit-export.md.
The export is itself an event of the log, and the first thing written.
Exit codes: 0 done, 2 given wrongly, 3 failed.`,
  options: {
    authority: { type: 'string' }, since: { type: 'string' }, until: { type: 'string' }, after: { type: 'string' }, format: { type: 'string' },
  },
  run: ({ values, words }) => {
    if (words.length > 0) throw new UsageError(`audit-export takes no ${words.join(' ')}.`)
    const named = values['format'] ?? 'jsonl'
    const format = exportFormats.find((one) => one === named)
    if (format === undefined) throw new UsageError(`--format takes ${exportFormats.join(' or ')}, not ${String(named)}.`)
    const [from, to] = [day('since', values['since']), day('until', values['until'])]
    const after = values['after'] ?? '0'
    if (typeof after !== 'string' || !/^\d{1,15}$/.test(after)) throw new UsageError(`--after takes the number of an event, not ${String(after)}.`)
    return asOperator(values['authority'], async (holdfast, actor) => {
      await holdfast.work(actor, {
        act: 'signed in', name: 'audit log exported',
        detail: { since: from === null ? '' : formatIso(from), until: to === null ? '' : formatIso(to), after, format },
      }, () => Promise.resolve())
      const read = (last: number) => readForExport(holdfast, actor.authorityId, { from, to, after: last })
      for await (const part of linesOf(read, Number(after), format)) {
        // Somebody who reads slowly is waited for, so that a long log does not gather in memory.
        if (!stdout.write(part)) await new Promise((resolve) => stdout.once('drain', resolve))
      }
      return exitCodes.done
    })
  },
}
