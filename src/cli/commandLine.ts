/** Runs a command by its name and words, and ends the process with the exit code that its outcome has. */
import { parseArgs } from 'node:util'
import { SettingsError } from '../edge/settings.ts'
import { UsageError } from '../edge/usageError.ts'
import type { Command } from './command.ts'
import { exitCodes, say, tell } from './output.ts'

/** Commands by name, in the order in which they are listed. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>

/** Runs the command that the process was started with and sets the process's exit code; every error is told in words. */
export async function runCommandLine(commands: Commands): Promise<void> {
  try {
    process.exitCode = await run(commands, process.argv.slice(2))
  } catch (error) {
    process.exitCode = told(error)
  }
}

async function run(commands: Commands, args: readonly string[]): Promise<number> {
  const named = async (one: string | undefined): Promise<Command | undefined> =>
    one !== undefined && Object.hasOwn(commands, one) ? commands[one]?.() : undefined
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    say((await named(rest[0]))?.help ?? (await help(commands)))
    return exitCodes.done
  }
  const command = await named(name)
  if (command === undefined) throw new UsageError(`There is no command ${name}. holdfast --help lists them.`)
  if (rest.includes('--help') || rest.includes('-h')) {
    say(command.help)
    return exitCodes.done
  }
  try {
    const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true })
    return await command.run({ values: values as Record<string, string | boolean | undefined>, words: positionals })
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      // Node goes on about arguments that begin with a dash, which nobody meant.
      throw new UsageError(`${error.message.replace(/ To specify a positional argument .*/, '')}\nholdfast ${name} --help tells what it takes.`)
    }
    throw error
  }
}

async function help(commands: Commands): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return `Holdfast: permanence planning and tracking for English children's services

holdfast COMMAND [options]

${all.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join('\n')}

holdfast COMMAND --help tells more of each.`
}

function told(error: unknown): number {
  if (error instanceof UsageError || error instanceof SettingsError) {
    tell(error.message)
    return exitCodes.usage
  }
  tell(error instanceof Error ? error.message : String(error))
  if (process.env['LOG_LEVEL'] === 'debug') tell(String(error instanceof Error ? error.stack : ''))
  return exitCodes.failed
}
