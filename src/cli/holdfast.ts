/** The command line: `holdfast COMMAND`. */
import { parseArgs } from 'node:util'
import { SettingsError } from '../edge/settings.ts'
import { UsageError } from '../edge/operator.ts'
import type { Command } from './command.ts'
import { addPerson } from './commands/addPerson.ts'
import { explain } from './commands/explain.ts'
import { importCommand } from './commands/import.ts'
import { measures } from './commands/measures.ts'
import { serve } from './commands/serve.ts'
import { simulate } from './commands/simulate.ts'
import { track } from './commands/track.ts'
import { verifyAudit } from './commands/verifyAudit.ts'
import { exitCodes, say, tell } from './output.ts'

const commands: readonly Command[] = [importCommand, track, explain, measures, simulate, addPerson, serve, verifyAudit]

const help = `Holdfast: permanence planning and tracking for English children's services

holdfast COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join('\n')}

holdfast COMMAND --help tells more of each.`

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((one) => one.name === rest[0])
    say(about?.help ?? help)
    return exitCodes.done
  }
  const command = commands.find((one) => one.name === name)
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
      throw new UsageError(`${error.message}\nholdfast ${name} --help tells what it takes.`)
    }
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError || error instanceof SettingsError) {
    tell(error.message)
    return exitCodes.usage
  }
  tell(error instanceof Error ? error.message : String(error))
  if (process.env['LOG_LEVEL'] === 'debug') tell(String(error instanceof Error ? error.stack : ''))
  return exitCodes.failed
})
