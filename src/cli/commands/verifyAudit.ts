import { findingWords } from '../../core/audit/findings.ts'
import { authoritiesHeld, sealNow, verifyAuditOf, type Anchor, type Verified } from '../../edge/audit.ts'
import type { Holdfast } from '../../edge/holdfast.ts'
import { chosenAuthority, commandLineActor, UsageError } from '../../edge/operator.ts'
import { formatOption } from '../asAt.ts'
import type { Command } from '../command.ts'
import { exitCodes, say, tell } from '../output.ts'
import { withHoldfast } from '../withHoldfast.ts'

/** Events wait a few seconds for their seal while the service runs; longer than this and nobody seals. */
const LONG_UNSEALED_SECONDS = 60

const SHOWN = 100

interface Checked {
  readonly authorityId: number
  readonly name: string
  readonly report: Verified
  /** The newest seal after sealing, when that was asked for. */
  readonly sealed: Anchor | null
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/London' })
const dateOf = (seconds: string): Date => new Date(Number(seconds) * 1000)
const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

function hashes(value: string | boolean | undefined): readonly string[] {
  if (typeof value !== 'string') return []
  const given = value.split(',').map((hash) => hash.trim().toLowerCase())
  const wrong = given.find((hash) => !/^[0-9a-f]{64}$/.test(hash))
  if (wrong !== undefined) throw new UsageError(`--expect takes the hash of a seal, 64 digits and letters a to f, not ${wrong}.`)
  return given
}

const age = (seconds: number): string =>
  seconds < 120 ? count(Math.round(seconds), 'second', 'seconds') : count(Math.round(seconds / 60), 'minute', 'minutes')

/** The words of a warning about events that nobody seals; null when there is nothing to warn of. */
function unsealedTooLong({ unsealed, oldestUnsealedSeconds }: Verified): string | null {
  if (oldestUnsealedSeconds === null || oldestUnsealedSeconds <= LONG_UNSEALED_SECONDS) return null
  return `${count(unsealed.events, 'event has', 'events have')} no seal yet, the oldest for ${age(oldestUnsealedSeconds)}: ` +
    'until sealed, a change to them would not be found. holdfast serve seals every few seconds; --seal does it now.'
}

function sayText({ authorityId, name, report, sealed }: Checked): void {
  say(`${name} (${authorityId}): ${report.sound ? 'sound' : 'TAMPERED WITH'}`)
  say(`  ${count(report.eventsSound, 'event', 'events')} in ${count(report.seals, 'seal', 'seals')} as they were when sealed`)
  for (const finding of report.findings.slice(0, SHOWN)) say(`  ${findingWords(finding)}`)
  if (report.findingsInAll > SHOWN) say(`  … and ${count(report.findingsInAll - SHOWN, 'finding', 'findings')} more`)
  for (const [hash, number] of report.expected) say(`  Seal ${number} has the hash expected: ${hash}`)
  if (report.newest !== null) {
    say(`  Newest seal: ${report.newest.number}, made ${moment.format(dateOf(report.newest.sealedAt))}, hash`)
    say(`  ${report.newest.hash}`)
  }
  const { unsealed, oldestUnsealedSeconds } = report
  if (unsealed.events > 0) {
    say(`  Not sealed yet: ${count(unsealed.events, 'event', 'events')}, the oldest ${age(oldestUnsealedSeconds ?? 0)} old`)
  }
  if (sealed !== null && sealed.hash !== report.newest?.hash) {
    say(`  Sealed now: seal ${sealed.seal}, hash`)
    say(`  ${sealed.hash}`)
  }
}

function plain({ authorityId, name, report, sealed }: Checked): unknown {
  const { newest, unsealed } = report
  return {
    authority: { number: authorityId, name },
    sound: report.sound,
    seals: report.seals,
    events_sound: report.eventsSound,
    newest_seal: newest === null ? null : { number: newest.number, sealed_at: dateOf(newest.sealedAt).toISOString(), hash: newest.hash },
    unsealed: {
      events: unsealed.events,
      oldest_at: unsealed.oldest === null ? null : dateOf(unsealed.oldest).toISOString(),
      oldest_seconds: report.oldestUnsealedSeconds,
    },
    warning: unsealedTooLong(report),
    sealed_now: sealed === null ? null : { number: sealed.seal, hash: sealed.hash },
    findings: report.findings.map((finding) => ({ ...finding, words: findingWords(finding) })),
    findings_in_all: report.findingsInAll,
  }
}

/** Checks one log, notes in it that it was checked and how it was found, and seals it when that was asked and it is sound. */
async function check(holdfast: Holdfast, authorityId: number, name: string, expected: readonly string[], seal: boolean): Promise<Checked> {
  const report = await verifyAuditOf(holdfast, authorityId, expected)
  const sealed = seal && report.sound ? await sealNow(holdfast, authorityId) : null
  return { authorityId, name, report, sealed }
}

async function note(holdfast: Holdfast, { authorityId, report }: Checked): Promise<void> {
  const actor = await commandLineActor(holdfast.pool, authorityId)
  await holdfast.work(actor, {
    act: 'signed in',
    name: 'audit log checked',
    detail: { result: report.sound ? 'sound' : 'tampered with', seals: String(report.seals), findings: String(report.findingsInAll) },
  }, () => Promise.resolve())
}

export const verifyAudit: Command = {
  name: 'verify-audit',
  summary: 'Whether the log of who looked is as it was sealed',
  help: `holdfast verify-audit [--authority 990] [--expect HASH[,HASH]] [--seal] [--format text|json]

  --authority NUMBER  only this authority's log; all unless told
  --expect HASHES     hashes of seals noted down earlier, with commas between: each must still be in a log checked, so
                      that an end cut off, or a chain made anew, is found too
  --seal              then seal what is not sealed yet, where the log is sound
  --format NAME       text or json

Exit codes: 0 every log is sound, 1 something was changed, put in or taken out, 2 given wrongly, 3 failed.`,
  options: { authority: { type: 'string' }, expect: { type: 'string' }, seal: { type: 'boolean' }, format: { type: 'string' } },
  run: ({ values, words }) => {
    if (words.length > 0) throw new UsageError(`verify-audit takes no ${words.join(' ')}.`)
    const format = formatOption(values['format'], ['text', 'json'])
    const expected = hashes(values['expect'])
    return withHoldfast(async (holdfast) => {
      const held = await authoritiesHeld(holdfast)
      const { authority } = values
      const only = typeof authority === 'string' ? await chosenAuthority(holdfast.pool, authority) : null
      const asked = held.filter(({ authorityId }) => only === null || authorityId === only)
      if (asked.length === 0) throw new UsageError(only === null ? 'No authority is held yet.' : `There is no authority ${only} here.`)

      const checked: Checked[] = []
      for (const { authorityId, name } of asked) checked.push(await check(holdfast, authorityId, name, expected, values['seal'] === true))
      const lost = expected.filter((hash) => !checked.some(({ report }) => report.expected.has(hash)))
      const sound = lost.length === 0 && checked.every(({ report }) => report.sound)
      if (format === 'json') {
        say(JSON.stringify({ sound, expected_not_found: lost, authorities: checked.map(plain) }, null, 2))
      } else {
        for (const one of checked) sayText(one)
        for (const hash of lost) {
          say(`No seal has the hash expected, ${hash}: the end of a log was cut off, or a chain was made anew.`)
        }
      }
      for (const { name, report } of checked) {
        const warning = unsealedTooLong(report)
        if (warning !== null) tell(`Warning, ${name}: ${warning}`)
      }
      // Last, so that a log that can no longer be written to does not keep the result from being seen.
      for (const one of checked) await note(holdfast, one)
      return sound ? exitCodes.done : exitCodes.refused
    })
  },
}
