/** What a benchmark is, and how figures are printed. */
export interface Bench {
  readonly name: string
  run(): Promise<void>
}

/** The middle of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The figure below which a share of all lie. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** `123 ms` */
export const ms = (figure: number): string => `${figure < 10 ? figure.toFixed(1) : Math.round(figure).toLocaleString('en-GB')} ms`

/** Prints a benchmark's figures under its title. */
export function report(title: string, figures: readonly (readonly [string, string])[]): void {
  const width = Math.max(...figures.map(([what]) => what.length))
  process.stdout.write(`\n${title}\n${figures.map(([what, figure]) => `  ${what.padEnd(width)}  ${figure}`).join('\n')}\n`)
}
