/**
 * Reads the panel schemes of `rules/panels` and holds them to their form, so that a slip of the pen stops the start with the
 * file and the entry named, instead of leaving a child on no panel's list.
 */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Role } from '../core/access/roles.ts'
import { roles } from '../core/access/roles.ts'
import type { Mark } from '../core/clocks/clock.ts'
import type { Condition, PanelDefinition, PanelScheme, Post, RoutingRule, Sourced } from '../core/panels/definition.ts'
import { routes, type Route } from '../core/permanence/routes.ts'
import { count, list, optional, readJson, record, text, wrong, type Entry } from './ruleForm.ts'
import { rulesFolder } from './rules.ts'

/** Every scheme that is shipped, by file name. Throws an Error that names the file, the entry and what is wrong. */
export function loadPanelSchemes(folder: string = join(rulesFolder(), 'panels')): readonly PanelScheme[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => readScheme(join(folder, file)))
}

function readScheme(file: string): PanelScheme {
  const whole = record(file, readJson(file), ['id', 'name', 'source', 'licence', 'notes', 'panels', 'routing'])
  text(`${file}: licence`, whole['licence'])
  const panels = list(`${file}: panels`, whole['panels']).map((entry, i) => readPanel(`${file}: panel ${i + 1}`, entry))
  const ids = panels.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Error(`${file}: two panels have one id`)
  const id = text(`${file}: id`, whole['id'])
  if (`${id}.json` !== basename(file)) throw wrong(`${file}: id`, 'the name of the file', id)
  return {
    id, name: text(`${file}: name`, whole['name']), source: text(`${file}: source`, whole['source']), panels,
    routing: list(`${file}: routing`, whole['routing']).map((entry, i) => readRule(`${file}: rule ${i + 1}`, entry, ids)),
  }
}

function readPanel(at: string, entry: unknown): PanelDefinition {
  const raw = record(at, entry, [
    'id', 'name', 'purpose', 'chairs', 'members', 'trackedBy', 'cadence', 'quorum', 'papers', 'time', 'enters', 'reviews', 'leaves',
  ])
  const quorum = record(`${at}, quorum`, raw['quorum'], ['people', 'withChair', 'source', 'mark'])
  const papers = record(`${at}, papers`, raw['papers'], ['workingDays', 'source', 'mark'])
  const time = record(`${at}, time`, raw['time'], ['minutes', 'minutesPerChild', 'source', 'mark'])
  const minutes = count(`${at}, time, minutes`, time['minutes'])
  const minutesPerChild = count(`${at}, time, minutesPerChild`, time['minutesPerChild'])
  if (minutesPerChild === 0 || minutesPerChild > minutes) throw wrong(`${at}, time, minutesPerChild`, 'at least 1, and not more than the sitting has', minutesPerChild)
  const chairs = list(`${at}, chairs`, raw['chairs']).map((post, i) => readPost(`${at}, chair ${i + 1}`, post))
  if (chairs.length === 0) throw wrong(`${at}, chairs`, 'at least one', [])
  return {
    id: text(`${at}, id`, raw['id']), name: text(`${at}, name`, raw['name']), purpose: readSourcedWords(`${at}, purpose`, raw['purpose']),
    chairs, members: list(`${at}, members`, raw['members']).map((post, i) => readPost(`${at}, member ${i + 1}`, post)),
    trackedBy: raw['trackedBy'] === null ? null : text(`${at}, trackedBy`, raw['trackedBy']),
    cadence: readCadence(`${at}, cadence`, raw['cadence']),
    quorum: { people: count(`${at}, quorum, people`, quorum['people']), withChair: yesNo(`${at}, quorum, withChair`, quorum['withChair']), ...readOrigin(`${at}, quorum`, quorum) },
    papers: { workingDays: count(`${at}, papers, workingDays`, papers['workingDays']), ...readOrigin(`${at}, papers`, papers) },
    time: { minutes, minutesPerChild, ...readOrigin(`${at}, time`, time) },
    enters: readWords(`${at}, enters`, raw['enters']), reviews: readWords(`${at}, reviews`, raw['reviews']), leaves: readWords(`${at}, leaves`, raw['leaves']),
  }
}

function readCadence(at: string, entry: unknown): PanelDefinition['cadence'] {
  const raw = record(at, entry, ['kind', 'which', 'every', 'weekday', 'source', 'mark'])
  const weekday = upTo(`${at}, weekday`, raw['weekday'], 5)
  const origin = readOrigin(at, raw)
  switch (raw['kind']) {
    case 'monthly': return { kind: 'monthly', which: upTo(`${at}, which`, raw['which'], 4), weekday, ...origin }
    case 'weeks': return { kind: 'weeks', every: upTo(`${at}, every`, raw['every'], 26), weekday, ...origin }
    default: throw wrong(`${at}, kind`, '"monthly" or "weeks"', raw['kind'])
  }
}

function readRule(at: string, entry: unknown, panels: readonly string[]): RoutingRule {
  const raw = record(at, entry, ['id', 'when', 'panel', 'words', 'source', 'mark'])
  const panel = raw['panel'] === null ? null : text(`${at}, panel`, raw['panel'])
  if (panel !== null && !panels.includes(panel)) throw wrong(`${at}, panel`, `one of ${panels.join(', ')}, or null`, panel)
  return { id: text(`${at}, id`, raw['id']), when: readCondition(`${at}, when`, raw['when']), panel, words: text(`${at}, words`, raw['words']), ...readOrigin(at, raw) }
}

function readCondition(at: string, entry: unknown): Condition {
  const raw = record(at, entry, ['lookedAfter', 'ageFrom', 'ageAtIssueUnder', 'ageAtIssueFrom', 'legalStatus', 'route', 'permanenceAchieved'])
  if (Object.keys(raw).length === 0) throw wrong(at, 'at least one question', raw)
  const said = Object.entries({
    lookedAfter: optional(at, raw['lookedAfter'], yesNo),
    permanenceAchieved: optional(at, raw['permanenceAchieved'], yesNo),
    ageFrom: optional(at, raw['ageFrom'], count),
    ageAtIssueUnder: optional(at, raw['ageAtIssueUnder'], count),
    ageAtIssueFrom: optional(at, raw['ageAtIssueFrom'], count),
    legalStatus: optional(at, raw['legalStatus'], (where, codes) => list(where, codes).map((code) => text(where, code))),
    route: optional(at, raw['route'], (where, names) => list(where, names).map((name) => readRoute(where, name))),
  }).filter(([, value]) => value !== null)
  return Object.fromEntries(said)
}

function readRoute(at: string, value: unknown): Route {
  const found = routes.find((route) => route === value)
  if (found === undefined) throw wrong(at, `one of ${routes.join(', ')}`, value)
  return found
}

function readPost(at: string, entry: unknown): Post {
  const raw = record(at, entry, ['title', 'as'])
  const as = roles.find((role) => role === raw['as'])
  if (as === undefined) throw wrong(`${at}, as`, 'a role of the access table', raw['as'])
  return { title: text(`${at}, title`, raw['title']), as: as satisfies Role }
}

const readWords = (at: string, value: unknown): readonly Sourced[] => list(at, value).map((entry, i) => readSourcedWords(`${at} ${i + 1}`, entry))

function readSourcedWords(at: string, entry: unknown): Sourced {
  const raw = record(at, entry, ['words', 'source', 'mark'])
  return { words: text(`${at}, words`, raw['words']), ...readOrigin(at, raw) }
}

const marks: readonly Mark[] = ['V', 'K', 'S', 'L', 'UNCERTAIN']

function readOrigin(at: string, raw: Entry): { readonly source: string; readonly mark: Mark } {
  const mark = marks.find((one) => one === raw['mark'])
  if (mark === undefined) throw wrong(`${at}, mark`, `one of ${marks.join(', ')}`, raw['mark'])
  return { source: text(`${at}, source`, raw['source']), mark }
}

function yesNo(at: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrong(at, 'true or false', value)
  return value
}

function upTo(at: string, value: unknown, most: number): number {
  const found = count(at, value)
  if (found > most) throw wrong(at, `1 to ${most}`, value)
  return found
}
