/** What a command is. */
import type { ParseArgsConfig } from 'node:util'

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly words: readonly string[]
}

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** Shown by `holdfast NAME --help`: usage, options, examples, exit codes. */
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** Gives the exit code. */
  run(given: Given): Promise<number>
}
