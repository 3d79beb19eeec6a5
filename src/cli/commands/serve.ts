import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { SEALING_EVERY_MS, startSealing } from '../../edge/audit.ts'
import { checkMeans, startChecking } from '../../edge/checkingHeld.ts'
import { openHoldfast } from '../../edge/holdfast.ts'
import { startImportJobs, uploadFolder } from '../../edge/importJobs.ts'
import { demonstrationPassword, demonstrationSignIns, loadDemonstration } from '../../edge/demonstration.ts'
import { mailerOf } from '../../edge/mail/mailer.ts'
import { startMornings } from '../../edge/morning.ts'
import { readSettings } from '../../edge/settings.ts'
import { startWatching } from '../../edge/unusualAccess.ts'
import { sessionSecret, tidySignIn, webPortOn } from '../../edge/webPort.ts'
import { createServer } from '../../web/server.ts'
import { UsageError } from '../../edge/operator.ts'
import type { Command } from '../command.ts'
import { exitCodes, say } from '../output.ts'

/** How often sessions that expired and counts of tries are cleared away. */
const TIDYING_EVERY_MS = 3_600_000

export const serve: Command = {
  name: 'serve',
  summary: 'Start the web service',
  help: `holdfast serve [--demonstration]

  --demonstration   load an invented borough, unless it is there, and print its sign-ins

Settings by environment:
  PORT, HOST        where to listen: 3000 on 127.0.0.1 unless told
  DATABASE_URL      a PostgreSQL to use; without it Holdfast runs its own
  HOLDFAST_DATA     the folder of that database, ./data unless told
  HOLDFAST_HTTPS    1 when people reach the service over https: cookies then go over https alone
  HOLDFAST_PROXY    addresses of the proxies whose forwarding headers are believed
  HOLDFAST_URL      where people reach the service, such as https://holdfast.example.gov.uk
  HOLDFAST_SMTP     the mail server for daily digests, and HOLDFAST_MAIL_FROM whom they come from
  HOLDFAST_OIDC_…   the council's identity provider: docs/how-to/connect-your-identity-provider.md

GET /health answers when the service is ready. Stop it with Ctrl-C or SIGTERM.
Exit codes: 0 stopped, 2 given wrongly, 3 failed.`,
  options: { demonstration: { type: 'boolean' } },
  async run({ values }) {
    const settings = readSettings(process.env)
    const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination({ dest: 2, sync: true }))
    const checks = checkMeans()
    const holdfast = await openHoldfast(settings, { info: (words) => log.info(words), warn: (words) => log.warn(words) }, undefined, checks)
    if (values['demonstration'] === true) await loadDemonstration(holdfast, say)
    const onFailure = (error: unknown): void => log.error({ error }, 'a job failed')
    const jobs = await startImportJobs(holdfast, onFailure)
    const post = settings.mail === null ? null : { mailer: mailerOf(settings.mail), publicUrl: settings.mail.publicUrl }
    const mornings = await startMornings(holdfast, post, onFailure)
    const watching = await startWatching(holdfast, onFailure)
    const checking = startChecking(holdfast.pool, checks, onFailure)
    // Told whatever the log's level: the newest seal, noted outside the database, is what shows that an end was cut off.
    const auditLog = log.child({}, { level: 'info' })
    const sealing = startSealing(holdfast.pool, SEALING_EVERY_MS, {
      anchor: (anchor) => auditLog.info(anchor, 'newest seal of the audit log'),
      lost: (anchor) => log.error(anchor, 'a seal of the audit log is gone or changed: run holdfast verify-audit'),
      failed: onFailure,
    })
    const https = process.env['HOLDFAST_HTTPS'] === '1'
    const secret = settings.signIn.secret ?? await sessionSecret(holdfast, () => randomBytes(32).toString('hex'))
    const tidying = setInterval(() => void tidySignIn(holdfast).catch(onFailure), TIDYING_EVERY_MS).unref()
    const tell = (words: string, error: unknown): void => log.warn({ error }, words)
    const server = createServer(webPortOn(holdfast, jobs, { ...settings.signIn, secret, tell, publicUrl: settings.publicUrl, programs: settings.programs }), {
      secret,
      secureCookies: https,
      trustProxy: process.env['HOLDFAST_PROXY'] ?? false,
      idleMinutes: 30,
      uploadFolder: uploadFolder(settings.dataFolder),
      maxUploadBytes: 2_000_000_000,
      onFailure: (reference, failure) => log.error({ reference, failure }, 'a request failed'),
    })
    const close = async (): Promise<void> => {
      await server.close()
      clearInterval(tidying)
      await mornings.stop()
      await watching.stop()
      await checking.stop()
      post?.mailer.close()
      await jobs.stop()
      await sealing.stop()
      await holdfast.close()
    }
    let address: string
    try {
      address = await server.listen({ port: settings.port, host: settings.host })
    } catch (error) {
      await close()
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        throw new UsageError(`Something else listens on port ${settings.port}. Stop it, or set PORT to another number.`)
      }
      throw error
    }
    say(`Holdfast is ready at ${address}`)
    if (values['demonstration'] === true) {
      say('')
      say('Demonstration sign-ins, all with the password')
      say(`  ${demonstrationPassword}`)
      for (const { name, words } of demonstrationSignIns) say(`  ${name.padEnd(16)}${words}`)
    }
    await stopAsked()
    await close()
    return exitCodes.done
  },
}

/** Waits for Ctrl-C or SIGTERM. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
