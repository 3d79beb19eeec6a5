/**
 * Reads the dated data of `rules/` and holds it to its form, so that a slip of the pen stops the start with the file
 * and the entry named, instead of moving a deadline unseen. A key that is not known is refused too: `form` for `from`
 * would otherwise quietly let a code into every year.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Policies } from '../app/policies.ts'
import type { ActionPolicy } from '../core/actions/overdue.ts'
import type { LocalPolicy } from '../core/clocks/clock.ts'
import type { Authorities, Authority, Code, CodeSet, CodeSets } from '../core/facts/codeSets.ts'
import { formatLong, weekday, weekdayName, yearMonthDay, type LocalDate } from '../core/time/localDate.ts'
import { workingCalendar, type BankHoliday, type WorkingCalendar } from '../core/time/workingDays.ts'
import { readChallengePolicy, readReviewLetters, readReviewPolicy } from './officerRules.ts'
import { readChildPopulations, readSignalPolicy } from './signalRules.ts'
import { count, date, list, optional, readJson, readSourced, record, text, wrong, year, type Entry } from './ruleForm.ts'

export interface Rules {
  readonly calendar: WorkingCalendar
  readonly policy: LocalPolicy
  readonly policies: Policies
  readonly codeSets: CodeSets
  readonly authorities: Authorities
}

/** The data as it stands in the rules folder, or one given. Throws an Error that names the file, the entry and what is wrong. */
export function loadRules(folder: string = rulesFolder()): Rules {
  return {
    calendar: readCalendar(join(folder, 'bank-holidays.json')),
    policy: readPolicy(join(folder, 'policies', 'default.json')),
    policies: {
      actions: readActionPolicy(join(folder, 'policies', 'actions.json')),
      reviews: readReviewPolicy(join(folder, 'policies', 'reviews.json')),
      challenge: readChallengePolicy(join(folder, 'policies', 'challenge.json')),
      signals: readSignalPolicy(join(folder, 'policies', 'signals.json')),
      childPopulations: readChildPopulations(join(folder, 'benchmarks', 'child-populations-2025.json')),
      reviewLetters: readReviewLetters(join(folder, 'letters', 'review.json')),
    },
    ...loadCodes(folder),
  }
}

/** The codes and the authorities alone, which is all that reading and checking a return needs. Throws as `loadRules` does. */
export function loadCodes(folder: string = rulesFolder()): Pick<Rules, 'codeSets' | 'authorities'> {
  return {
    codeSets: readCodeSets(join(folder, 'code-sets.json')),
    authorities: readAuthorities(join(folder, 'authorities.json')),
  }
}

/**
 * The `rules` folder of the project or the installed package: the nearest one at or above `start` that holds
 * `bank-holidays.json`. So the same words find it from `src/edge` and from a bundle in `dist`.
 */
export function rulesFolder(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'rules', 'bank-holidays.json'))) return join(folder, 'rules')
    if (folder === dirname(folder)) {
      throw new Error(`no folder at or above ${start} holds rules/bank-holidays.json: the rules are part of Holdfast`)
    }
  }
}

function readCalendar(file: string): WorkingCalendar {
  const whole = readSourced(file, ['from', 'to', 'holidays'])
  const from = date(`${file}: from`, whole['from'])
  const to = date(`${file}: to`, whole['to'])
  const holidays = list(`${file}: holidays`, whole['holidays']).map((entry, index): BankHoliday => {
    const at = `${file}: holiday ${index + 1}`
    const { on, name } = record(at, entry, ['on', 'name'])
    const holiday = { on: date(`${at}, on`, on), name: text(`${at}, name`, name) }
    if (weekday(holiday.on) > 5) {
      const fix = 'give the day that is taken instead'
      throw new Error(`${at}: ${holiday.name} on ${formatLong(holiday.on)} is a ${weekdayName(holiday.on)}; ${fix}`)
    }
    return holiday
  })
  mustBeWholeYears(file, from, to, holidays)
  try {
    return workingCalendar(holidays, from, to)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/**
 * Every year since 1978 has had at least eight bank holidays in England and Wales. Fewer means that `to` was moved on
 * without the days of the new year, and every deadline in it would be early.
 */
function mustBeWholeYears(file: string, from: LocalDate, to: LocalDate, holidays: readonly BankHoliday[]): void {
  const [start, end] = [yearMonthDay(from), yearMonthDay(to)]
  if (start.month !== 1 || start.day !== 1) throw new Error(`${file}: from must be a 1 January, it is ${formatLong(from)}`)
  if (end.month !== 12 || end.day !== 31) throw new Error(`${file}: to must be a 31 December, it is ${formatLong(to)}`)
  for (let year = start.year; year <= end.year; year++) {
    const found = holidays.filter(({ on }) => yearMonthDay(on).year === year).length
    if (found < 8) throw new Error(`${file}: ${year} has ${found} bank holidays; every year has at least 8`)
  }
}

function readPolicy(file: string): LocalPolicy {
  const whole = record(file, readJson(file), ['title', 'notes', 'stableHome'])
  const at = `${file}: stableHome`
  const home = record(at, whole['stableHome'], [
    'from', 'months', 'source', 'licence', 'mark', 'note', 'validFrom', 'validTo',
  ])
  text(`${at}, source`, home['source'])
  for (const key of ['validFrom', 'validTo']) if (home[key] !== null) date(`${at}, ${key}`, home[key])
  const from = text(`${at}, from`, home['from'])
  if (from !== 'entry to care' && from !== 'not used') {
    throw wrong(`${at}, from`, '"entry to care" or "not used"', from)
  }
  return { stableHome: { from, months: count(`${at}, months`, home['months']) } }
}

function readActionPolicy(file: string): ActionPolicy {
  const whole = readSourced(file, ['escalateAfterWorkingDays', 'mark', 'validFrom', 'validTo'])
  for (const key of ['validFrom', 'validTo']) if (whole[key] !== null) date(`${file}: ${key}`, whole[key])
  return { escalateAfterWorkingDays: count(`${file}: escalateAfterWorkingDays`, whole['escalateAfterWorkingDays']) }
}

function readCodeSets(file: string): CodeSets {
  const sets = readSourced(file, ['years', 'sets'])['sets']
  return new Map(
    Object.entries(record(`${file}: sets`, sets)).map(([name, entry]): [string, CodeSet] => {
      const at = `${file}: ${name}`
      const set = record(at, entry, ['field', 'tables', 'note', 'codes'])
      return [
        name,
        {
          name,
          field: text(`${at}, field`, set['field']),
          tables: list(`${at}, tables`, set['tables']).map((table) => text(`${at}, tables`, table)),
          note: optional(`${at}, note`, set['note'], text),
          codes: byCode(at, list(`${at}, codes`, set['codes']), readCode),
        },
      ]
    }),
  )
}

function readCode(at: string, entry: unknown): Code {
  const raw = record(at, entry, ['code', 'label', 'from', 'to', 'group', 'max_days', 'note'])
  if (raw['label'] === undefined) throw wrong(`${at}, label`, 'text, or null when nobody knows it', undefined)
  return {
    code: text(`${at}, code`, raw['code']),
    label: raw['label'] === null ? null : text(`${at}, label`, raw['label']),
    ...years(at, raw),
    group: optional(`${at}, group`, raw['group'], text),
    maxDays: optional(`${at}, max_days`, raw['max_days'], count),
    note: optional(`${at}, note`, raw['note'], text),
  }
}

function readAuthorities(file: string): Authorities {
  const whole = readSourced(file, ['years', 'authorities'])
  return byCode(file, list(`${file}: authorities`, whole['authorities']), readAuthority)
}

function readAuthority(at: string, entry: unknown): Authority {
  const raw = record(at, entry, ['code', 'ons', 'ons_also', 'name', 'region', 'from', 'to', 'demonstration', 'note'])
  const code = text(`${at}, code`, raw['code'])
  if (!/^\d{3}$/.test(code)) throw wrong(`${at}, code`, 'three digits', code)
  const demonstration = raw['demonstration'] ?? false
  if (typeof demonstration !== 'boolean') throw wrong(`${at}, demonstration`, 'true or left out', demonstration)
  // An invented authority must not pass for a real one, nor a real one for invented.
  if (demonstration !== (raw['ons'] === null)) throw wrong(`${at}, ons`, demonstration ? 'null' : 'an ONS code', raw['ons'])
  return {
    code,
    ons: demonstration ? null : text(`${at}, ons`, raw['ons']),
    onsAlso: list(`${at}, ons_also`, raw['ons_also'] ?? []).map((ons) => text(`${at}, ons_also`, ons)),
    name: text(`${at}, name`, raw['name']),
    region: text(`${at}, region`, raw['region']),
    ...years(at, raw),
    demonstration,
  }
}

/** Reads entries that have a `code` into a map that keeps their order; the same code twice is refused. */
function byCode<T extends { readonly code: string }>(
  at: string,
  entries: readonly unknown[],
  read: (at: string, entry: unknown) => T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  entries.forEach((entry, index) => {
    const one = read(`${at}, entry ${index + 1}`, entry)
    if (found.has(one.code)) throw new Error(`${at}, entry ${index + 1}: ${one.code} is there already`)
    found.set(one.code, one)
  })
  return found
}

function years(at: string, raw: Entry): { readonly from: number | null; readonly to: number | null } {
  const from = optional(`${at}, from`, raw['from'], year)
  const to = optional(`${at}, to`, raw['to'], year)
  if (from !== null && to !== null && to < from) throw wrong(`${at}, to`, `${from} or later`, to)
  return { from, to }
}
