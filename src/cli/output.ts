/** How the command line speaks: plain tables, progress on one line, exit codes. */
import { stderr, stdout } from 'node:process'

// Whoever reads us may stop reading (`| head`): then there is nobody to speak to, and the command ends as it would have.
stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code !== 'EPIPE') throw error
})

/** 0 done; 1 refused or found wanting; 2 the command was given wrongly; 3 something failed; 4 a rule of ours is at fault. */
export const exitCodes = { done: 0, refused: 1, usage: 2, failed: 3, defect: 4 } as const

/** A plain text table: columns as wide as their widest cell, numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)))
  const numeric = header.map((_, i) => rows.length > 0 && rows.every((row) => /^[\d,.%–-]*$/.test(row[i] ?? '')))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (numeric[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ').trimEnd()
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** Writes a line of output. */
export function say(line: string): void {
  stdout.write(`${line}\n`)
}

/** Writes a line beside the output: for people, never read by a program. */
export function tell(line: string): void {
  stderr.write(`${line}\n`)
}

/** Shows progress: over itself on a terminal; elsewhere a line each time the stage changes. */
export function progressLine(): (stage: string, done: number, total: number | null) => void {
  let last = ''
  return (stage, done, total) => {
    if (stderr.isTTY) {
      const share = total === null || total === 0 ? '' : ` ${Math.floor((done / total) * 100)}%`
      stderr.write(`\r\u001b[K${stage}${share}${done > 0 ? ` (${done.toLocaleString('en-GB')})` : ''}`)
    } else if (stage !== last) {
      tell(`${stage}…`)
    }
    last = stage
  }
}

/** Ends a progress line on a terminal. */
export function endProgress(): void {
  if (stderr.isTTY) stderr.write('\r\u001b[K')
}
