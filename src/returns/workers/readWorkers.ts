/**
 * The council's own list of its social workers and their teams: `SW_ID,WORKER,TEAM`. The return names workers by SW_ID
 * alone; this list, which every council keeps, gives the tracker its names and teams without anybody typing them again.
 */
import Papa from 'papaparse'

export interface Worker {
  /** SW_ID as the return writes it. */
  readonly worker: string
  readonly name: string
  readonly team: string
}

export type WorkersRead =
  | { readonly kind: 'read'; readonly workers: readonly Worker[] }
  /** What is wrong, where, and how to mend it. Nothing of the list is taken. */
  | { readonly kind: 'refused'; readonly words: string; readonly fix: string; readonly row: number | null }

const needed = ['SW_ID', 'WORKER', 'TEAM'] as const

/** Whether a file that begins with this text is a team list, by its header. */
export function looksLikeWorkers(head: string): boolean {
  const columns = (head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '').split(',').map((cell) => cell.trim().toUpperCase())
  return columns.includes('SW_ID') && columns.includes('TEAM')
}

/** Reads a team list (CSV text). A worker named twice with different teams is refused: one of the two is wrong. */
export function readWorkers(text: string): WorkersRead {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [header, ...rows] = data
  const columns = (header ?? []).map((cell) => cell.trim().toUpperCase())
  const at = needed.map((name) => columns.indexOf(name))
  const lacking = needed.filter((_, i) => (at[i] ?? -1) < 0)
  if (lacking.length > 0) {
    return {
      kind: 'refused', row: 1,
      words: `This is no team list: it has no column ${lacking.join(', ')}.`,
      fix: `Give a CSV file whose first row is ${needed.join(',')}.`,
    }
  }
  const workers = new Map<string, Worker>()
  for (const [i, cells] of rows.entries()) {
    const [worker, name, team] = at.map((column) => (cells[column] ?? '').trim())
    if (worker === undefined || worker === '' || name === undefined || name === '' || team === undefined || team === '') {
      return { kind: 'refused', row: i + 2, words: 'A worker, a name or a team is blank.', fix: 'Fill in all three, or remove the row.' }
    }
    const code = worker.toUpperCase()
    const before = workers.get(code)
    if (before !== undefined && before.team !== team) {
      return {
        kind: 'refused', row: i + 2, words: `${code} stands in two teams: ${before.team} and ${team}.`,
        fix: 'Keep the row of the team the worker is in now.',
      }
    }
    workers.set(code, { worker: code, name, team })
  }
  return { kind: 'read', workers: [...workers.values()] }
}
