/**
 * The documentation says what is so: links lead somewhere, commands exist as they are shown, the reference holds every
 * rule and measure in its own words, the importer's words are the importer's, and the tutorial's clock is worked out again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { describe, expect, test } from 'vitest'
import { checkSummary } from '../src/cli/checkSummary.ts'
import type { Command } from '../src/cli/command.ts'
import type { Span } from '../src/core/clocks/clock.ts'
import { daysNotHeld } from '../src/core/clocks/engine.ts'
import { explain } from '../src/core/clocks/explain.ts'
import { clockRules, ruleOf } from '../src/core/clocks/rules.ts'
import { derive } from '../src/core/derivation.ts'
import type { ChildId, FactId, FieldValue } from '../src/core/facts/factType.ts'
import { factNames, type FactName } from '../src/core/facts/factTypes.ts'
import { formatLong, isoDate } from '../src/core/time/localDate.ts'
import { checkFiles } from '../src/edge/checking.ts'
import { loadRules } from '../src/edge/rules.ts'
import { allMeasures } from '../src/measures/all.ts'
import { sourcesOfPath } from '../src/returns/ssda903/read/sources.ts'
import { tables } from '../src/returns/ssda903/tables.ts'
import { simulateBorough } from '../src/simulate/borough.ts'
import { returnRows } from '../src/simulate/returnRows.ts'
import { childFacts, layouts } from '../src/store/factColumns.ts'

const project = resolve(import.meta.dirname, '..')

const filesUnder = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending)).map((file) => join(folder, file)).sort()

const pages = [
  'README.md', 'SECURITY.md', 'CONTEXT.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'test/data/SOURCES.md', ...filesUnder('docs', '.md'),
]
const textOf = (page: string): string => readFileSync(join(project, page), 'utf8')
const fences = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm
const withoutCode = (text: string): string => text.replace(fences, '').replace(/`[^`\n]*`/g, '')
const blocksOf = (page: string, language: string): readonly string[] =>
  [...textOf(page).matchAll(fences)].filter((match) => match[2] === language).map((match) => match[3] ?? '')

/** A heading's anchor, as the code hosts make it. */
const anchorOf = (heading: string): string =>
  heading.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
const anchorsOf = (page: string): readonly string[] =>
  [...textOf(page).replace(fences, '').matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf((match[1] ?? '').replaceAll('`', '')))

describe('pages', () => {
  test('are found', () => {
    expect(pages.length).toBeGreaterThan(30)
  })

  test('link to files and headings that exist', () => {
    const broken = pages.flatMap((page) =>
      [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
        const link = match[1] ?? ''
        if (/^[a-z]+:/.test(link)) return []
        const [path = '', anchor] = link.split('#')
        const target = path === '' ? page : relative(project, resolve(project, dirname(page), path))
        if (!existsSync(join(project, target))) return [`${page}: ${link}`]
        return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [`${page}: ${link} (no such heading)`]
      }))
    expect(broken).toEqual([])
  })

  test('name files of the project that exist', () => {
    const gone = pages.flatMap((page) =>
      [...textOf(page).replace(fences, '').matchAll(/`((?:src|test|rules|scripts|bench|docs|\.ci)\/[\w./-]*)`/g)]
        .filter((match) => !existsSync(join(project, match[1] ?? ''))).map((match) => `${page}: ${match[1]}`))
    expect(gone).toEqual([])
  })

  test('are all reached from the README', () => {
    const reached = new Set<string>()
    const follow = (page: string): void => {
      if (reached.has(page)) return
      reached.add(page)
      for (const match of withoutCode(textOf(page)).matchAll(/\]\(([^)#\s]+\.md)/g)) {
        const target = relative(project, resolve(project, dirname(page), match[1] ?? ''))
        if (existsSync(join(project, target))) follow(target)
      }
    }
    follow('README.md')
    expect(pages.filter((page) => !reached.has(page) && page !== 'test/data/SOURCES.md')).toEqual([])
  })

  test('hold no path of a machine and no address of a package host', () => {
    const found = pages.flatMap((page) =>
      [...textOf(page).matchAll(/(?<![\w.])\/(?:work|home|root|Users|tmp|mnt|opt)\/\S*|\bnpmjs\b|\bregistry\.[a-z]+\./g)].map((match) => `${page}: ${match[0]}`))
    expect(found).toEqual([])
  })

  test('the README names both commands and leaves the figures marked', () => {
    const commands = blocksOf('README.md', 'sh').map((block) => block.trim())
    expect(commands.slice(0, 2)).toEqual(['npm start', 'npm test'])
    expect(textOf('README.md')).toContain('<!-- figures:')
  })
})

const isCommand = (value: unknown): value is Command =>
  typeof value === 'object' && value !== null && 'name' in value && 'options' in value && 'run' in value
const commands = new Map<string, Command>()
for (const file of readdirSync(join(project, 'src/cli/commands')).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(project, 'src/cli/commands', file)).href)) as Readonly<Record<string, unknown>>
  for (const value of Object.values(module)) if (isCommand(value)) commands.set(value.name, value)
}

interface Shown {
  readonly page: string
  readonly line: string
  readonly words: readonly string[]
}

/** Lines of shell in a page, without settings before the command, redirections after it, and comments. */
const shellLines = pages.flatMap((page) =>
  blocksOf(page, 'sh').flatMap((block) => block.split('\n').map((line): Shown => {
    const bare = line.trim().replace(/\s+[>|].*$/, '').replace(/\s#.*$/, '')
    const words = bare.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? []
    return { page, line, words: words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))) }
  })))
const shownCommands = shellLines.filter(({ words }) => words[0] === 'npx' && words[1] === 'holdfast')

describe('commands', () => {
  test('are found in the code and in the pages', () => {
    expect([...commands.keys()]).toEqual(expect.arrayContaining(['explain', 'import', 'measures', 'serve', 'simulate', 'track']))
    expect(shownCommands.length).toBeGreaterThan(20)
  })

  test.each(shownCommands)('$page: $line', ({ words: [, , name = '', ...args] }) => {
    if (name === '--help') return
    const command = commands.get(name)
    expect(command, `there is no command ${name}`).toBeDefined()
    if (args.includes('--help')) return
    // Throws for an option that the command has not, or one without its value.
    parseArgs({ args, options: command?.options ?? {}, allowPositionals: true })
  })

  test('samples that are brought in lie where they are said to', () => {
    const gone = shownCommands.flatMap(({ page, words }) =>
      words.filter((word) => word.startsWith('test/data/') && !existsSync(join(project, word))).map((word) => `${page}: ${word}`))
    expect(gone).toEqual([])
  })

  test('the reference has every command and every option, and no other', () => {
    const text = textOf('docs/reference/command-line.md')
    for (const command of commands.values()) {
      const section = text.split(`\n## ${command.name}\n`)[1]?.split('\n## ')[0] ?? ''
      const told = new Set([...section.matchAll(/^\| `--([a-z-]+)/gm)].map((match) => match[1]))
      expect([...told].sort(), command.name).toEqual(Object.keys(command.options).sort())
    }
  })

  test('npm scripts that are shown exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }
    const wanted = shellLines.filter(({ words }) => words[0] === 'npm').map(({ words }) => (words[1] === 'run' ? words[2] : words[1]) ?? '')
    expect(wanted.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  test('every setting that is read is in the reference', () => {
    const sources = [...filesUnder('src/cli', '.ts'), ...filesUnder('src/edge', '.ts'), ...filesUnder('src/web', '.ts')]
      .filter((file) => !/\.test\.ts$|\/(testing|journeys)\//.test(file))
    const read = new Set(sources.flatMap((file) =>
      [...textOf(file).matchAll(/process\.env\['([A-Z_]+)'\]|\bgiven\('([A-Z_]+)'\)/g)].map((match) => match[1] ?? match[2] ?? '')))
    // What every program has; nobody sets it for Holdfast.
    read.delete('PATH')
    expect(read.size).toBeGreaterThanOrEqual(7)
    const told = textOf('docs/reference/settings.md')
    expect([...read].filter((name) => !told.includes(`\`${name}\``))).toEqual([])
    expect([...read].filter((name) => !textOf('README.md').includes(`\`${name}\``))).toEqual([])
  })
})

const spanWords = ({ unit, count }: Span): string => (count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`)
const sectionOf = (page: string, title: string): string => textOf(page).split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

describe('the reference of clocks', () => {
  test.each(clockRules)('has $title with its law, limit and words', (rule) => {
    const section = sectionOf('docs/reference/clocks.md', rule.title)
    const mark = rule.versions.at(-1)?.mark ?? rule.mark
    expect(section).toContain(`\`${rule.id}\` · ${rule.strength} · ${mark}${rule.permanence ? ' · permanence' : ''}\n`)
    expect(section).toContain(`\n${rule.words}\n`)
    expect(section.toLowerCase()).toContain(`| met by | ${rule.completedBy.toLowerCase()} |`)
    for (const version of rule.versions) {
      expect(section).toContain(`From ${formatLong(version.validFrom)}`)
      expect(section).toContain(`**${spanWords(version.span)}**. ${version.citation}.`)
    }
  })

  test('has no other', () => {
    const ids = [...textOf('docs/reference/clocks.md').matchAll(/^`([\w-]+)` · /gm)].map((match) => match[1])
    expect(ids).toEqual(clockRules.map((rule) => rule.id))
  })
})

describe('the reference of measures', () => {
  test.each(allMeasures)('has $title with definition, source and version', (measure) => {
    const section = sectionOf('docs/reference/measures.md', measure.title)
    expect(section).toContain(`\`${measure.id}\`, version ${measure.version}: ${measure.unit} of ${measure.of}, `)
    expect(section).toContain(`\n${measure.definition}\n`)
    expect(section).toContain(`\nSource: ${measure.source}\n`)
  })

  test('has no other', () => {
    const ids = [...textOf('docs/reference/measures.md').matchAll(/^`([\w-]+)`, version /gm)].map((match) => match[1])
    expect(ids).toEqual(allMeasures.map((measure) => measure.id))
  })
})

describe('the reference of the import', () => {
  const page = 'docs/reference/ssda903-import.md'

  test('quotes what the importer says', () => {
    const sources = [...filesUnder('src/returns', '.ts'), 'src/app/importReturn.ts'].filter((file) => !file.endsWith('.test.ts'))
    const said = sources.map(textOf).join('\n')
    const quotes = [...textOf(page).matchAll(/^\| "(.+?)" \|/gm)].map((match) => match[1] ?? '')
    expect(quotes.length).toBeGreaterThan(50)
    const invented = quotes.flatMap((quote) => quote.split('…').map((part) => part.trim()).filter((part) => part.length > 2 && !said.includes(part)))
    expect(invented).toEqual([])
  })

  test('has every table with its columns, the needed ones marked', () => {
    for (const { name, columns, required } of tables) {
      const listed = columns.map((column) => (required.includes(column) ? `${column}\\*` : column)).join(', ')
      expect(textOf(page)).toContain(`| ${name} | ${listed} |`)
    }
  })
})

describe('checking a return', () => {
  test('says what the how-to shows', async () => {
    const files = await sourcesOfPath(join(project, 'test/data/ssda903-sample.zip'))
    const asked = { year: 2018, ruleYear: 2026, files, lastYearFiles: [], authority: null, providers: null, codes: ['142', '149', '502'] }
    expect(blocksOf('docs/how-to/check-a-return.md', 'text')).toEqual([checkSummary(await checkFiles(asked))])
  })

  test('knows every reason that the reference gives for a rule not run', () => {
    const said = textOf('src/returns/ssda903/check/notRun.ts')
    const table = sectionOf('docs/reference/check.md', 'Not run')
    for (const words of ['file was not given', 'has no column', "last year's files were not given", 'XML return does not hold', 'there is no postcode directory', "Ofsted's list of providers was not given", 'it was not said whose return this is']) {
      expect(said).toContain(words)
      expect(table).toContain(words)
    }
  })
})

test('the reference of derived data has every table that is derived', () => {
  // The schema's own list of what the serving role may write anew, less the two that are no child's.
  const list = /foreach derived in array array\[([^\]]+)\]/.exec(textOf('src/store/schema/001-ground.sql'))?.[1] ?? ''
  const derived = [...list.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '').filter((table) => !['worker', 'return_import'].includes(table))
  const told = [...textOf('docs/reference/derived-data.md').matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1])
  expect(told.sort()).toEqual(derived.sort())
})

test('every file of data has its source and licence in the reference', () => {
  const told = textOf('docs/reference/data-sources.md')
  const data = [...filesUnder('rules', '.json'), ...filesUnder('test/data', '.zip').filter((file) => !file.includes('multiyear'))]
  expect(data.length).toBeGreaterThan(8)
  expect(data.filter((file) => !told.includes(`\`${file}\``))).toEqual([])
  expect(told).toContain('`test/data/ssda903-multiyear-2017.zip` to `test/data/ssda903-multiyear-2021.zip`')
})

describe('the tutorial', () => {
  const page = 'docs/tutorial/first-return.md'

  /** The child of the tutorial, from the same simulator and the same core, without files or a database. */
  function clocksOf(code: string, on: string): readonly string[] {
    const { calendar, policy } = loadRules()
    const borough = simulateBorough({
      seed: 'holdfast', authority: { code: '990', name: 'Fernbrook' }, inCare: 313, firstYear: 2025, lastDay: isoDate('2026-03-31'),
    })
    for (const life of borough.lives()) {
      if (life.code !== code) continue
      const known = new Map<string, { type: FactName; factId: FactId; values: readonly FieldValue[] }>()
      for (const year of [2025, 2026]) {
        const rows = returnRows(life, year)
        for (const type of factNames) {
          for (const row of rows[type] as readonly Readonly<Record<string, FieldValue>>[]) {
            const values = layouts[type].fields.map((field) => row[field] ?? null)
            known.set(`${type} ${values[0]}`, { type, factId: `${type} ${values[0]}` as FactId, values })
          }
        }
      }
      const { occurrences } = derive(childFacts(code as ChildId, code, [...known.values()]), { calendar, policy, notHeld: daysNotHeld([2025, 2026]) })
      return occurrences.map((occurrence) => {
        const { title, outcome, sentences } = explain(ruleOf(occurrence.rule), occurrence, isoDate(on), calendar)
        return [`${title}: ${outcome}`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n')
      })
    }
    throw new Error(`the borough has no child ${code}`)
  }

  test('shows the clock as Holdfast explains it', () => {
    const [clock] = clocksOf('014715', '2026-01-31')
    expect(clock).toMatch(/^First review: overdue\n/)
    expect(blocksOf(page, 'text').map((block) => block.trimEnd())).toContain(clock)
    expect(blocksOf('docs/explanation/clocks.md', 'text').map((block) => block.trimEnd())).toContain(clock)
  })

  test('and how it stood two months later', () => {
    const [clock = ''] = clocksOf('014715', '2026-03-31')
    for (const line of ['First review: late', '  It was met on 25 February 2026, when the child had the first review: late, 30 days after it was due.']) {
      expect(clock.split('\n')).toContain(line)
      expect(textOf(page)).toContain(`${line}\n`)
    }
  })
})

test('decisions are numbered without gaps and say context, decision and consequences', () => {
  const decisions = filesUnder('docs/adr', '.md').filter((file) => !file.endsWith('README.md'))
  expect(decisions.map((file) => Number(file.split('/').at(-1)?.slice(0, 4)))).toEqual(decisions.map((_, i) => i + 1))
  for (const file of decisions) {
    for (const part of ['Context', 'Decision', 'Consequences']) expect(textOf(file), file).toMatch(new RegExp(`^(\\*\\*${part}\\.\\*\\* |## ${part})`, 'm'))
  }
})
