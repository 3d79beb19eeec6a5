/** The command line: `holdfast COMMAND`. */
import { runCommandLine, type Commands } from './commandLine.ts'

/** Each loaded when it is asked for: what needs no database must not wait for the web server's parts. */
const commands: Commands = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  check: async () => (await import('./commands/check.ts')).check,
  'write-return': async () => (await import('./commands/writeReturn.ts')).writeReturn,
  track: async () => (await import('./commands/track.ts')).track,
  explain: async () => (await import('./commands/explain.ts')).explain,
  measures: async () => (await import('./commands/measures.ts')).measures,
  records: async () => (await import('./commands/records.ts')).records,
  simulate: async () => (await import('./commands/simulate.ts')).simulate,
  'add-person': async () => (await import('./commands/addPerson.ts')).addPerson,
  'reset-sign-in': async () => (await import('./commands/resetSignIn.ts')).resetSignIn,
  serve: async () => (await import('./commands/serve.ts')).serve,
  'verify-audit': async () => (await import('./commands/verifyAudit.ts')).verifyAudit,
  'audit-export': async () => (await import('./commands/auditExport.ts')).auditExport,
  'watch-access': async () => (await import('./commands/watchAccess.ts')).watchAccess,
}

await runCommandLine(commands)
