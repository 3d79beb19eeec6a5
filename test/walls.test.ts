/** The walls between the parts (docs/explanation/shape.md): what each folder of `src` may import. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const source = resolve(import.meta.dirname, '../src')

const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  returns: ['returns', 'core'],
  measures: ['measures', 'core', 'store/tables.ts'],
  app: ['app', 'core', 'returns', 'measures'],
  store: ['store', 'app', 'core', 'returns', 'measures'],
  simulate: ['simulate', 'core', 'returns'],
  jobs: ['jobs', 'app', 'core'],
  edge: ['edge', 'store', 'app', 'core', 'jobs', 'returns', 'simulate'],
  web: ['web', 'app', 'core', 'edge'],
  // `holdfast serve` starts the web face; nothing of the web imports the command line.
  cli: ['cli', 'app', 'core', 'edge', 'returns', 'simulate', 'web/server.ts'],
}

/** Packages the pure parts may not use at all; the rest may use any that is declared. */
const pure = ['core']

interface Import {
  readonly from: string
  readonly to: string
}

function importsOfSource(): readonly Import[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'))
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8')
    const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)[^'"\n]*(?:\n[^'"\n]*)*?from\s+['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g)]
    return found.map((match) => ({ from: file.split(sep).join('/'), to: match[1] ?? match[2] ?? match[3] ?? '' }))
  })
}

const area = (path: string): string => path.split('/')[0] ?? ''

/** The path inside `src` that an import points at, or null for a package. */
function target({ from, to }: Import): string | null {
  if (!to.startsWith('.')) return null
  return relative(source, resolve(source, dirname(from), to)).split(sep).join('/')
}

const isTest = (file: string): boolean => file.endsWith('.test.ts')

test('every import stays inside the walls', () => {
  const imports = importsOfSource().filter(({ from }) => !isTest(from))
  expect(imports.length).toBeGreaterThan(20)
  const breaches = imports.filter((one) => {
    const allowed = mayImport[area(one.from)]
    if (allowed === undefined) return true
    const to = target(one)
    if (to === null) return pure.includes(area(one.from))
    return !allowed.some((wall) => to === wall || to.startsWith(`${wall}/`))
  })
  expect(breaches.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
})

test('no file imports itself through others', () => {
  const edges = new Map<string, string[]>()
  for (const one of importsOfSource()) {
    const to = target(one)
    // Types erase; a cycle of types alone runs nothing, but is still a tangle between areas.
    if (to !== null) edges.set(one.from, [...(edges.get(one.from) ?? []), to])
  }
  const areaEdges = new Set(
    [...edges].flatMap(([from, tos]) => tos.map((to) => `${area(from)}>${area(to)}`)).filter((e) => {
      const [from, to] = e.split('>')
      return from !== to
    }),
  )
  const mutual = [...areaEdges].filter((edge) => {
    const [from, to] = edge.split('>')
    return areaEdges.has(`${to}>${from}`)
  })
  // measures read the store's table types; the store runs measures (docs/explanation/shape.md).
  expect(mutual.filter((edge) => !/^(measures>store|store>measures)$/.test(edge))).toEqual([])
})

test('the core never reads the clock', () => {
  const core = readdirSync(join(source, 'core'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'))
  const offenders = core.filter((file) =>
    /\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\bprocess\./.test(readFileSync(join(source, 'core', file), 'utf8')),
  )
  expect(offenders.filter((file) => !isTest(file))).toEqual([])
})
