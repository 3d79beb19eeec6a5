/** The command line: `holdfast COMMAND`. */
import { parseArgs } from 'node:util'
import { SettingsError } from '../edge/settings.ts'
import { UsageError } from '../edge/usageError.ts'
import type { Command } from './command.ts'
import { exitCodes, say, tell } from './output.ts'

/** Each loaded when it is asked for: a check of a return must not wait for the web server's parts. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  check: async () => (await import('./commands/check.ts')).check,
  'write-return': async () => (await import('./commands/writeReturn.ts')).writeReturn,
  track: async () => (await import('./commands/track.ts')).track,
  explain: async () => (await import('./commands/explain.ts')).explain,
  measures: async () => (await import('./commands/measures.ts')).measures,
  simulate: async () => (await import('./commands/simulate.ts')).simulate,
  'add-person': async () => (await import('./commands/addPerson.ts')).addPerson,
  'reset-sign-in': async () => (await import('./commands/resetSignIn.ts')).resetSignIn,
  serve: async () => (await import('./commands/serve.ts')).serve,
  'verify-audit': async () => (await import('./commands/verifyAudit.ts')).verifyAudit,
  'audit-export': async () => (await import('./commands/auditExport.ts')).auditExport,
  'watch-access': async () => (await import('./commands/watchAccess.ts')).watchAccess,
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return `Holdfast: permanence planning and tracking for English children's services

holdfast COMMAND [options]

${all.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join('\n')}

holdfast COMMAND --help tells more of each.`
}

const named = async (name: string | undefined): Promise<Command | undefined> =>
  name !== undefined && Object.hasOwn(commands, name) ? commands[name]?.() : undefined

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    say((await named(rest[0]))?.help ?? (await help()))
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
